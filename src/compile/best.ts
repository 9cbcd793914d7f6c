import { numbers, type NumberDomain } from '../model/domain.ts'
import type { Formula } from '../model/expression.ts'
import type { Scale } from '../model/group.ts'
import type { CasesJudge, CaseResult, Judge, LineJudge } from '../model/judge.ts'
import type { Possible } from '../model/possible.ts'
import { possibleValues } from '../model/possible-values.ts'
import { isReached } from './judges/banding.ts'
import type { Context } from './context.ts'
import { knownFrom } from './possible-lets.ts'

/** The best points that a value the domain allows can reach; where a formula leaves that open, the scale's best. */
export function bestPoints(context: Context, judge: Judge, value: Formula | null, scale: Scale): number {
  const known = knownFrom(context.inputs, context.possibleLets)
  const domain = value === null ? null : numbersOf(possibleValues(value.expression, known))
  const reach: Reach = {
    domain: domain ?? numbers(null, null, false),
    open: scale.higherIsWorse ? scale.low : scale.high,
    higherIsWorse: scale.higherIsWorse,
    of: (formula) => bestOf(numbersOf(possibleValues(formula.expression, known)), scale),
  }
  const points = reachable(judge, reach, choicesOf(context, value))
  if (points.length === 0) return reach.open
  return points.reduce((best, next) => (scale.higherIsWorse ? Math.min(best, next) : Math.max(best, next)))
}

interface Reach {
  /** What the judged value can be. */
  readonly domain: NumberDomain
  /** Stands in where points have no bound. */
  readonly open: number
  readonly higherIsWorse: boolean
  /** The best a formula of points can yield. */
  readonly of: (formula: Formula) => number
}

function reachable(judge: Judge, reach: Reach, choices: readonly string[] | null): number[] {
  switch (judge.kind) {
    case 'ranges':
      return judge.banding.outcomes.flatMap((outcome, at) =>
        isReached(judge.banding.cuts[at - 1], judge.banding.cuts[at], reach.domain) ? (outcome?.points ?? []) : [],
      )
    case 'choices': {
      const named = judge.rows.filter((row) => row.values.length > 0)
      const claimed = new Set(named.flatMap((row) => row.values))
      const rest = choices === null || choices.some((choice) => !claimed.has(choice)) ? judge.otherwise : null
      return [...named.map((row) => row.outcome), ...(rest ? [rest] : [])].flatMap((outcome) => outcome.points ?? [])
    }
    case 'line':
      return linePoints(judge, reach)
    case 'cases':
      return casePoints(judge, reach)
    case 'grid':
      return judge.cells.flatMap((row) => row.flatMap((cell) => cell.points ?? []))
    case 'points':
      return [reach.of(judge.formula)]
  }
}

/** Of `first` any case; of `all` the start with every addition that helps, or with `otherwise`. */
function casePoints(judge: CasesJudge, reach: Reach): number[] {
  const points = judge.cases.flatMap((item) => pointsOf(item.result, reach))
  const rest = judge.otherwise ? pointsOf(judge.otherwise, reach) : []
  if (judge.hit === 'first') return [...points, ...rest]
  const helps = points.filter((value) => (reach.higherIsWorse ? value < 0 : value > 0))
  return [helps.reduce((sum, value) => sum + value, judge.from), ...rest.map((value) => judge.from + value)]
}

function pointsOf(result: CaseResult, reach: Reach): number[] {
  if (result.kind === 'points') return [reach.of(result.formula)]
  return result.kind === 'band' && result.points !== null ? [result.points] : []
}

/** A line is best at a knot, where the domain ends, or outside its knots. */
function linePoints(judge: LineJudge, reach: Reach): number[] {
  const { low, high } = reach.domain
  const inside = judge.knots.filter((knot) => (low === null || knot.at >= low) && (high === null || knot.at <= high))
  const ends = [
    low === null ? outside(judge, reach, 'below') : pointsAt(judge, low),
    high === null ? outside(judge, reach, 'above') : pointsAt(judge, high),
  ]
  return [...inside.flatMap((knot) => [knot.before, knot.after]), ...ends.filter((points) => points !== null)]
}

/** Points far below or above all knots; null where there are none, or where they only get worse. */
function outside(judge: LineJudge, reach: Reach, side: 'below' | 'above'): number | null {
  const end = side === 'below' ? judge.below : judge.above
  const first = side === 'below' ? judge.knots[0]! : judge.knots.at(-1)!
  const near = side === 'below' ? first.before : first.after
  if (end.kind !== 'extend') return end.kind === 'points' ? end.points : end.kind === 'hold' ? near : null
  const farther = pointsAt(judge, first.at + (side === 'below' ? -1 : 1)) ?? near
  const improves = reach.higherIsWorse ? farther < near : farther > near
  return improves ? reach.open : near
}

/** The points of a value that is no knot's own jump; null where the line leaves it unscored. */
function pointsAt(judge: LineJudge, value: number): number | null {
  const { knots } = judge
  const next = knots.findIndex((knot) => knot.at >= value)
  if (next === 0 && knots[0]!.at > value) return endPoints(judge.below, knots[0]!, knots[1], 'before', value)
  if (next === -1) return endPoints(judge.above, knots.at(-1)!, knots.at(-2), 'after', value)
  const to = knots[next]!
  const from = knots[next - 1]
  if (to.at === value || from === undefined) return to.owner === 'above' ? to.after : to.before
  return from.after + ((value - from.at) * (to.before - from.after)) / (to.at - from.at)
}

type Knot = LineJudge['knots'][number]

function endPoints(
  end: LineJudge['below'],
  knot: Knot,
  other: Knot | undefined,
  side: 'before' | 'after',
  value: number,
): number | null {
  if (end.kind === 'unscored') return null
  if (end.kind === 'points') return end.points
  if (end.kind === 'hold' || other === undefined) return knot[side]
  const [from, to] = knot.at < other.at ? [knot, other] : [other, knot]
  return from.after + ((value - from.at) * (to.before - from.after)) / (to.at - from.at)
}

function numbersOf(possible: Possible): NumberDomain | null {
  return possible.kind === 'numbers' && possible.present ? possible.range : null
}

function bestOf(range: NumberDomain | null, scale: Scale): number {
  const best = scale.higherIsWorse ? range?.low : range?.high
  return best ?? (scale.higherIsWorse ? scale.low : scale.high)
}

/** What a choice, or yes or no, can be; null where values are not listed. */
function choicesOf(context: Context, value: Formula | null): readonly string[] | null {
  if (value?.type === 'yes/no') return ['yes', 'no']
  const input = value?.expression.kind === 'input' ? context.inputs.get(value.expression.name) : undefined
  return input?.type === 'choice' ? input.choices : null
}
