import { cellHolds } from '../../model/cells.ts'
import { evaluateExpression, holds, type Scope } from '../expression.ts'
import { keyOf } from '../judges/grid.ts'
import { stretchOf } from '../judges/stretches.ts'
import type { ScoredMeasure } from '../scored.ts'
import type { Value } from '../value.ts'
import type { Aim } from './goals.ts'

/** Whether a measure, as scored, is where a cell or boundary lies. A missing value is for the test to say, not for this. */
export function reaches(aim: Aim, scored: ScoredMeasure, scope: Scope): boolean {
  const { judge } = scored.member
  const { value } = scored
  // Not applicable by its own condition, and not by a cell that is unscored: it was judged by nothing.
  if (scored.state === 'notApplicable' && scored.threshold === null && value === null) return false
  switch (aim.kind) {
    case 'stretch':
      return judge.kind === 'ranges' && typeof value === 'number' && stretchOf(judge.banding, value) === aim.index
    case 'piece':
      return judge.kind === 'line' && typeof value === 'number' && pieceOf(judge.knots, value) === aim.index
    case 'choice':
      return cellHolds(aim.cell, comparable(value, aim.witness))
    case 'case':
      return judge.kind === 'cases' && scored.state !== 'off' && casesReached(judge, scope).includes(aim.index)
    case 'grid':
      return judge.kind === 'grid' && keyOf(judge.down, scope) === aim.down && keyOf(judge.across, scope) === aim.across
    case 'points':
      return scored.state === 'scored'
    case 'near': {
      const at = evaluateExpression(aim.of.expression, scope)
      return typeof at === 'number' && at >= aim.low - SLACK && at <= aim.high + SLACK && sameSide(at, aim)
    }
    case 'missing':
      return false
  }
}

/** A computed 49% may be 0.49 and a last digit. */
const SLACK = 1e-12

/** Just beside an edge is not on it: of the two ends of the interval only the witness's own belongs to the goal. */
function sameSide(at: number, { low, high, witness }: Extract<Aim, { kind: 'near' }>): boolean {
  if (low === high) return true
  const edge = witness === low ? high : low
  return Math.abs(at - edge) > SLACK
}

/** The piece strictly between two knots; a value on a knot is on none. */
function pieceOf(knots: readonly { readonly at: number }[], value: number): number | null {
  return knots.some((knot) => knot.at === value) ? null : knots.filter((knot) => knot.at < value).length
}

/** Yes and no are judged as words where a row writes words. */
function comparable(value: Value, witness: Value): Value {
  return typeof value === 'boolean' && typeof witness === 'string' ? (value ? 'yes' : 'no') : value
}

function casesReached(
  judge: Extract<ScoredMeasure['member']['judge'], { kind: 'cases' }>,
  scope: Scope,
): readonly (number | null)[] {
  const holding = judge.cases.flatMap((one, index) => (holds(one.when, scope) ? [index] : []))
  if (holding.length === 0) return [null]
  return judge.hit === 'first' ? holding.slice(0, 1) : holding
}
