import type { Discrimination } from './discrimination.ts'
import type { Observations } from './observations.ts'
import type { Outcomes } from './outcomes.ts'
import type { PartAlone } from './parts-alone.ts'
import type { ScoredRows } from './scored-rows.ts'

/** One way in which a score can look better (or worse) than it is, and whether it was found here. */
export interface LeakCheck {
  readonly check: LeakKind
  /** `failed` speaks against the figures; `note` has to be known to read them; `unknown` could not be looked at. */
  readonly result: 'passed' | 'failed' | 'note' | 'unknown'
  readonly sentence: string
}

export type LeakKind =
  | 'dates'
  | 'scored after the loss'
  | 'recorded late'
  | 'too good'
  | 'opinion'
  | 'built from the outcome'
  | 'survivors only'
  | 'repeated accounts'
  | 'tenure'
  | 'could not leave'
  | 'usage fell to 0'
  | 'onboarding'
  | 'little data'

export interface LeakInput {
  readonly scores: ScoredRows
  readonly outcomes: Outcomes
  readonly observations: Observations
  readonly whole: Discrimination
  readonly parts: readonly PartAlone[]
}

export function passed(check: LeakKind, sentence: string): LeakCheck {
  return { check, result: 'passed', sentence }
}

export function failed(check: LeakKind, sentence: string): LeakCheck {
  return { check, result: 'failed', sentence }
}

export function unknown(check: LeakKind, sentence: string): LeakCheck {
  return { check, result: 'unknown', sentence }
}

/** `1 loss`, `2 losses`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
