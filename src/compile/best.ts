import type { Scale } from '../model/group.ts'
import type { Input } from '../model/input.ts'
import type { Judge, LineJudge } from '../model/judge.ts'
import type { Expression } from '../model/expression.ts'

/** The best points that a value the domain allows can reach; where a formula leaves that open, the scale's best. */
export function bestPoints(judge: Judge, input: Input | null, scale: Scale): number {
  const open = scale.higherIsWorse ? scale.low : scale.high
  const better = scale.higherIsWorse ? Math.min : Math.max
  const reached = reachable(judge, input, open, scale.higherIsWorse)
  return reached.length === 0 ? open : better(...reached)
}

function reachable(judge: Judge, input: Input | null, open: number, higherIsWorse: boolean): number[] {
  switch (judge.kind) {
    case 'ranges':
      return judge.banding.outcomes.flatMap((outcome) => outcome?.points ?? [])
    case 'choices': {
      const named = judge.rows.filter((row) => row.values.length > 0).map((row) => row.outcome)
      return [...named, ...(judge.otherwise ? [judge.otherwise] : [])].flatMap((outcome) => outcome.points ?? [])
    }
    case 'line':
      return linePoints(judge, input, open)
    case 'cases': {
      const points = [...judge.cases.map((item) => item.result), ...(judge.otherwise ? [judge.otherwise] : [])].flatMap(
        (result) =>
          result.kind === 'band'
            ? (result.points ?? [])
            : result.kind === 'points'
              ? (constantOf(result.formula.expression) ?? open)
              : [],
      )
      if (judge.hit === 'first') return points
      return [total(points, judge.from, higherIsWorse)]
    }
    case 'grid':
      return judge.cells.flatMap((row) => row.flatMap((cell) => cell.points ?? []))
    case 'points':
      return [constantOf(judge.formula.expression) ?? open]
  }
}

/** The start and every addition that helps. */
function total(points: readonly number[], from: number, higherIsWorse: boolean): number {
  const helps = (value: number): boolean => (higherIsWorse ? value < 0 : value > 0)
  return points.filter(helps).reduce((sum, value) => sum + value, from)
}

function constantOf(expression: Expression): number | null {
  return expression.kind === 'number' ? expression.value : null
}

/** A line is best at a knot, or at an end that holds, goes on or has points of its own, if the domain reaches there. */
function linePoints(judge: LineJudge, input: Input | null, open: number): number[] {
  const low = input?.low ?? -Infinity
  const high = input?.high ?? Infinity
  const inside = judge.knots.filter((knot) => knot.at >= low && knot.at <= high)
  const ends = [
    { end: judge.below, reached: low < (judge.knots[0]?.at ?? Infinity) },
    { end: judge.above, reached: high > (judge.knots.at(-1)?.at ?? -Infinity) },
  ].flatMap(({ end, reached }) => {
    if (!reached || end.kind === 'hold' || end.kind === 'unscored') return []
    return end.kind === 'points' ? [end.points] : [open]
  })
  return [...inside.flatMap((knot) => [knot.before, knot.after]), ...ends]
}
