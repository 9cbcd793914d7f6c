import type { Formula } from '../../model/expression.ts'
import type { Scale } from '../../model/group.ts'
import type { Input } from '../../model/input.ts'
import type { Outcome } from '../../model/judge.ts'
import type { MeasureTree, Name, TableRowTree } from '../../parser/tree.ts'
import { findBand, type Context } from '../context.ts'
import type { Wanted } from '../literals.ts'

/** What a judge needs to know of its measure. */
export interface JudgeScope {
  readonly context: Context
  readonly measure: MeasureTree
  readonly name: string
  /** What is judged; null where no input or `let` of that name exists and none is written. */
  readonly value: Formula | null
  /** The input, where the value is one raw input. */
  readonly input: Input | null
  readonly scale: Scale
}

/** The band that deliberately scores nothing. */
export const UNSCORED = 'unscored'

const nothing: Outcome = { band: null, points: null, because: null, action: null }

/** The outcome a band name stands for in this measure; null when there is no such band (reported). */
export function outcomeOf(scope: JudgeScope, name: Name, row: TableRowTree | null = null): Outcome | null {
  const because = row?.because?.text ?? null
  const action = row?.action?.text ?? null
  if (name.text === UNSCORED) return { ...nothing, because, action }
  const band = findBand(scope.context, scope.context.ladder, name.text, name.span)
  if (band === null) return null
  const { scoring, because: reasons, actions } = scope.measure
  return {
    band: band.name,
    points: row?.points?.value ?? scoring.find((item) => item.band.text === band.name)?.points.value ?? band.points,
    because: because ?? reasons.find((item) => item.band.text === band.name)?.text.text ?? null,
    action: action ?? actions.find((item) => item.band.text === band.name)?.text.text ?? null,
  }
}

/** What the measure's edges are compared with. */
export function wantedOf(value: Formula | null, name: string): Wanted {
  return { type: value?.type ?? 'number', unit: value?.unit ?? null, name }
}

/** How near a value must be to an edge to be on it: computed values carry rounding, raw inputs do not. */
export function guardAt(value: Formula | null, at: number): number {
  return value?.computed ? 1e-9 * Math.max(1, Math.abs(at)) : 0
}
