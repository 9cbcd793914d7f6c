import type { LineEnd, LineJudge } from '../../model/judge.ts'
import { finite } from '../value.ts'
import { pointsVerdict, type Verdict } from '../verdict.ts'

type Knot = LineJudge['knots'][number]

/** Judges a number by straight lines. On a knot its owner's value stands; a computed value meets a knot within a guard. */
export function judgeLine(judge: LineJudge, value: number, computed: boolean): Verdict {
  const { knots } = judge
  const met = knots.find((knot) => Math.abs(value - knot.at) <= (computed ? 1e-9 * Math.max(1, Math.abs(knot.at)) : 0))
  if (met !== undefined) return pointsVerdict(met.owner === 'above' ? met.after : met.before)
  const next = knots.findIndex((knot) => value < knot.at)
  if (next === 0) return beyond(judge.below, value, knots[0]!.before, knots[0], knots[1])
  if (next === -1) return beyond(judge.above, value, knots.at(-1)!.after, knots.at(-2), knots.at(-1))
  return pointsVerdict(onPiece(value, knots[next - 1]!, knots[next]!))
}

/** Outside the knots; `left` and `right` are those of the end piece, where there is one. */
function beyond(end: LineEnd, value: number, edge: number, left: Knot | undefined, right: Knot | undefined): Verdict {
  if (end.kind === 'unscored') return { kind: 'unscored', because: null, threshold: null }
  if (end.kind === 'points') return pointsVerdict(end.points)
  if (end.kind === 'hold' || left === undefined || right === undefined) return pointsVerdict(edge)
  return pointsVerdict(finite(onPiece(value, left, right)))
}

function onPiece(value: number, left: Knot, right: Knot): number {
  return left.after + ((value - left.at) * (right.before - left.after)) / (right.at - left.at)
}
