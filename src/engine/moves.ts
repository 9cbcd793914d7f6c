import type { Measure } from '../model/group.ts'
import type { Input } from '../model/input.ts'
import type { Banding, ChoicesJudge, Cut, LineJudge, Outcome } from '../model/judge.ts'
import { stretchOf } from './judges/stretches.ts'
import type { ScoredMeasure } from './scored.ts'
import { asText, fold, type Value } from './value.ts'

/** Another value of a measure: `steps` stretches, choices or pieces away, `size` relative to the greater of the two. */
export interface Move {
  readonly to: Value
  readonly steps: number
  readonly size: number
}

/**
 * The values a measure could be moved to, nearest stretch first. A line has no stretches: `lifts` finds the first value
 * along each piece that is enough. Measures without data and judges without a single value have no moves.
 */
export function movesOf(
  scored: Pick<ScoredMeasure, 'member' | 'value'>,
  inputs: readonly Input[],
  lifts: (to: Value) => boolean,
): readonly Move[] {
  const { judge } = scored.member
  const { value } = scored
  if (value === null) return []
  if (judge.kind === 'choices') return choiceMoves(judge, value)
  if (typeof value !== 'number') return []
  const grid = gridOf(scored.member, inputs)
  const reachable = (move: Move): boolean =>
    (grid.low === null || Number(move.to) >= grid.low) && (grid.high === null || Number(move.to) <= grid.high)
  if (judge.kind === 'ranges') return stretchMoves(judge.banding, value, grid).filter(reachable)
  return judge.kind === 'line' ? lineMoves(judge, value, grid, lifts).filter(reachable) : []
}

/** The values worth proposing: whole numbers, tenths of a percent, hundredths; and the bounds of an input. */
interface Grid {
  readonly step: number
  readonly whole: boolean
  readonly low: number | null
  readonly high: number | null
}

function gridOf(measure: Measure, inputs: readonly Input[]): Grid {
  const expression = measure.value?.expression
  const input = expression?.kind === 'input' ? inputs.find((one) => one.name === expression.name) : undefined
  const unit = measure.value?.unit ?? null
  const whole = input?.whole ?? (unit === 'count' || unit === 'days')
  const step = whole ? 1 : unit === 'percent' || unit === 'ratio' ? 0.001 : 0.01
  return { step, whole, low: input?.low ?? null, high: input?.high ?? null }
}

function stretchMoves(banding: Banding, value: number, grid: Grid): readonly Move[] {
  const here = stretchOf(banding, value)
  const moves: Move[] = []
  for (const [index, outcome] of banding.outcomes.entries()) {
    if (index === here || outcome === null) continue
    const to = index > here ? justAbove(banding.cuts[index - 1]!, grid) : justBelow(banding.cuts[index]!, grid)
    if (stretchOf(banding, to) === index) moves.push({ to, steps: Math.abs(index - here), size: sizeOf(value, to) })
  }
  return moves
}

/** The first value above a cut that is worth proposing. */
function justAbove(cut: Cut, { step, whole }: Grid): number {
  if (whole) return cut.owner === 'above' ? Math.ceil(cut.at) : Math.floor(cut.at) + 1
  return cut.owner === 'above' ? cut.at : cut.at + Math.max(step, 2 * cut.guard)
}

function justBelow(cut: Cut, { step, whole }: Grid): number {
  if (whole) return cut.owner === 'below' ? Math.floor(cut.at) : Math.ceil(cut.at) - 1
  return cut.owner === 'below' ? cut.at : cut.at - Math.max(step, 2 * cut.guard)
}

function lineMoves(judge: LineJudge, value: number, grid: Grid, lifts: (to: Value) => boolean): readonly Move[] {
  const up = judge.knots.map((knot) => knot.at).filter((at) => at > value)
  const down = judge.knots.map((knot) => knot.at).filter((at) => at < value)
  return [up, down.toReversed()].flatMap((knots) => {
    const index = knots.findIndex(lifts)
    if (index === -1) return []
    const to = firstThatLifts(knots[index - 1] ?? value, knots[index]!, grid.step, lifts)
    return [{ to, steps: index + 1, size: sizeOf(value, to) }]
  })
}

/** By halving, on the grid: `from` does not lift, `to` does. */
function firstThatLifts(from: number, to: number, step: number, lifts: (to: Value) => boolean): number {
  const direction = Math.sign(to - from)
  const at = (k: number): number => Number((Math.round(from / step) * step + direction * k * step).toPrecision(12))
  let low = 0
  let high = Math.floor(Math.abs(to - from) / step)
  // Past the whole doubles halving would never end, and no grid is left to be on.
  if (!Number.isSafeInteger(high) || !lifts(at(high))) return to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (lifts(at(middle))) high = middle
    else low = middle
  }
  return at(high)
}

/** Rows in the order of their points: one step is the next better or worse row; each is met by its first value. */
function choiceMoves(judge: ChoicesJudge, value: Exclude<Value, null>): readonly Move[] {
  const rows = judge.rows.filter((row) => row.values.length > 0)
  const here = rows.findIndex((row) => row.values.some((one) => fold(one) === fold(asText(value))))
  return rows.flatMap((row, index) => {
    if (index === here || isUnscored(row.outcome)) return []
    return [{ to: row.values[0]!, steps: here === -1 ? 1 : Math.abs(index - here), size: 1 }]
  })
}

function isUnscored(outcome: Outcome): boolean {
  return outcome.band === null && outcome.points === null
}

/** A change relative to the greater of the two values. */
export function sizeOf(from: number, to: number): number {
  const greater = Math.max(Math.abs(from), Math.abs(to))
  return greater === 0 ? 0 : Math.abs(to - from) / greater
}
