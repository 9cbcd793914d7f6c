import type { Dimension, Measure } from '../model/group.ts'
import type { ModifierExplanation, State } from '../model/explanation.ts'
import type { Value } from './value.ts'

/** A measure after scoring, for one account. */
export interface ScoredMeasure extends Result {
  readonly kind: 'measure'
  readonly member: Measure
  readonly value: Value
  readonly because: string | null
  readonly action: string | null
  readonly threshold: string | null
}

/** A dimension after scoring; its `points` are its score. */
export interface ScoredDimension extends Result {
  readonly kind: 'dimension'
  readonly member: Dimension
  /** In the written order, whatever their state. */
  readonly children: readonly Scored[]
}

export type Scored = ScoredMeasure | ScoredDimension

interface Result {
  readonly state: State
  /** Before rounding and modifiers. */
  readonly calculated: number | null
  readonly points: number | null
  readonly band: string | null
  /** Best reachable value, before rounding and modifiers; null where there is none to reckon from. */
  readonly best: number | null
  readonly coverage: number | null
  /** Why the whole account has no score on account of this member; null where it may have one. */
  readonly withheld: string | null
  readonly steps: readonly Step[]
}

/** One change to points or a score after they are calculated. */
export interface Step {
  readonly kind: ModifierExplanation['kind']
  readonly before: number | null
  readonly after: number | null
  /** Set by an override. */
  readonly band: string | null
  readonly because: string | null
  /** In days since 1970-01-01. */
  readonly until: number | null
  readonly author: string | null
}

/** Off and not applicable members are as if not written. */
export function isActive(scored: Scored): boolean {
  return scored.state !== 'off' && scored.state !== 'notApplicable'
}

/** Active, and of a weight that counts. */
export function counts(scored: Scored): boolean {
  return isActive(scored) && scored.member.weight.value > 0
}

/** Counts and has points: it is part of the score above. */
export function takesPart(scored: Scored): scored is Scored & { readonly points: number } {
  return counts(scored) && scored.points !== null
}
