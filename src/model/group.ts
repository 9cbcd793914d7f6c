import type { Span } from '../findings/span.ts'
import type { Formula } from './expression.ts'
import type { Band, Banding, Judge } from './judge.ts'

/** A weight: `integer` is scaled so that all weights of one level are whole numbers; sums use it, one division follows. */
export interface Weight {
  /** As a share or factor: 30% is 0.3. */
  readonly value: number
  readonly integer: number
  /** As written; null where weights are equal because none was written. */
  readonly text: string | null
  readonly span: Span | null
}

/** What a measure without a value counts as. */
export type MissingRule =
  /** `assumed` where the author wrote no rule: nothing is made up, and a check asks for one. */
  | { readonly kind: 'skip'; readonly assumed?: true }
  | { readonly kind: 'withhold' }
  | { readonly kind: 'band'; readonly band: string; readonly points: number | null }
  | { readonly kind: 'points'; readonly points: number }

/** Stale when `by` (a date input) lies more than `after` days before the scoring date, or is missing. */
export interface Stale {
  readonly after: number
  readonly by: string
  readonly treat: 'flag' | 'missing'
}

/** Half away from zero, up or down, on the decimal value. Values within `guard` of a tie (or of a whole step) are on it. */
export interface Rounding {
  readonly direction: 'nearest' | 'up' | 'down'
  readonly places: number
  readonly guard: number
}

/** A change made to points or a score after it is computed, in the written order. */
export interface Modifier {
  readonly kind: 'bonus' | 'penalty' | 'multiply' | 'cap' | 'floor' | 'override'
  /** The amount, limit or new number; null in an override of the band alone. A missing amount: the modifier does nothing. */
  readonly amount: Formula | null
  /** Band named by a cap or floor (its limit is then in `amount` as a number) or set by an override. */
  readonly band: string | null
  /** Band set by an override from a column. */
  readonly bandFrom: Formula | null
  readonly when: Formula | null
  readonly because: string | null
  readonly becauseFrom: Formula | null
  /** The last date on which it applies. */
  readonly until: Formula | null
  /** True: without a reason it does nothing. */
  readonly reasonRequired: boolean
  readonly span: Span | null
}

interface Member {
  readonly name: string
  readonly label: string
  /** Names from the root down, joined by dots: `technical.defects_90d`. Unique in a model. */
  readonly path: string
  readonly doc: string | null
  readonly weight: Weight
  readonly off: boolean
  /** Where it does not hold the member is not applicable. */
  readonly appliesWhen: Formula | null
  readonly round: Rounding | null
  readonly modifiers: readonly Modifier[]
  readonly span: Span | null
}

/** One input, or a formula over inputs, judged. */
export interface Measure extends Member {
  readonly kind: 'measure'
  /** What is judged; null where the judge reads what it needs itself (cases, grid, points). */
  readonly value: Formula | null
  readonly judge: Judge
  readonly missing: MissingRule
  readonly stale: Stale | null
  /** The best points the domain of the value can reach: losses are reckoned from here. */
  readonly best: number
}

/** A weighted group of measures and dimensions. The root of every segment is one, named after the model. */
export interface Dimension extends Member {
  readonly kind: 'dimension'
  readonly combine: Combine
  readonly children: readonly Member_[]
  readonly scale: Scale
  /** Judges this dimension's score. */
  readonly bands: readonly Band[]
  readonly banding: Banding
  /** Judges the shown number instead of the exact one. */
  readonly judgeShown: boolean
  /** No score where coverage (0..1) lies below. */
  readonly withholdBelow: number | null
  /** As written: parts of their sum, or must total 100%. */
  readonly weightsAsGiven: boolean
}
type Member_ = Measure | Dimension
export type { Member_ as Member }

/**
 * mean: Σ weight·points / Σ weight. sum: from + Σ weight·points (a factor, 1 where none is written; `rescale` divides by
 * the share of weight that had data). min, max: of those with data. product: of those with data.
 */
export interface Combine {
  readonly operator: 'mean' | 'sum' | 'min' | 'max' | 'product'
  readonly from: number
  readonly rescale: boolean
}

/** The numbers a score can be, and how it is shown. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly decimals: number
  readonly higherIsWorse: boolean
  /** Held inside `low` and `high`: the whole score, and dimensions that declare a scale of their own. */
  readonly clamp: boolean
  /** 1e-9 of the span: scores this close to an edge or a tie are on it. */
  readonly guard: number
}
