/** What became of a measure or dimension for one account. */
export type State = 'scored' | 'missing' | 'stale' | 'notApplicable' | 'off'

/** The contract of `salus score --format json`, one account. What has no value is null. */
export interface Explanation {
  readonly account: string | null
  readonly model: string
  readonly segment: string | null
  /** Unrounded. */
  readonly score: number | null
  /** What a person sees: rounded once, half away from zero. */
  readonly shown: string | null
  readonly band: string | null
  /** Share of weight that had data, 0..1. */
  readonly coverage: number | null
  /** Without overrides. */
  readonly scoreBefore: number | null
  readonly bandBefore: string | null
  /** Why there is no score; null where there is one. */
  readonly noScoreBecause: string | null
  /** Best reachable score for this account's own set of measures, minus its score. The `lost` of all measures and modifiers add up to it. */
  readonly shortfall: number | null
  readonly results: Readonly<Record<string, number | string | boolean | null>>
  readonly dimensions: readonly DimensionExplanation[]
  /** Measures that stand directly under the model. */
  readonly measures: readonly MeasureExplanation[]
  readonly modifiers: readonly ModifierExplanation[]
  readonly indicators: readonly { readonly kind: 'risk' | 'opportunity'; readonly label: string }[]
  /** The smallest single change that would lift the band; null where none can or it is the best already. */
  readonly nearest: NearestChange | null
}

export interface DimensionExplanation {
  readonly name: string
  readonly label: string
  readonly state: State
  readonly score: number | null
  readonly band: string | null
  /** As written, as a share or factor. */
  readonly weight: number
  /** Share of the whole score it carries for this account, after skipping; 0 where it does not count. */
  readonly effectiveWeight: number
  /** Points of the whole score it brings in. */
  readonly contribution: number | null
  /** Points of the whole score it costs against the best reachable, its modifiers included. */
  readonly lost: number | null
  readonly coverage: number | null
  readonly dimensions: readonly DimensionExplanation[]
  readonly measures: readonly MeasureExplanation[]
}

export interface MeasureExplanation {
  readonly name: string
  readonly label: string
  /** What was judged: number (percent as fraction), text, yes/no, ISO date; null is missing. */
  readonly value: number | string | boolean | null
  /** The value as people write it: `47%`. */
  readonly valueShown: string | null
  readonly state: State
  readonly band: string | null
  readonly points: number | null
  readonly weight: number
  readonly effectiveWeight: number
  readonly contribution: number | null
  readonly lost: number | null
  readonly because: string | null
  readonly action: string | null
  /** The stretch it fell in: `poor < 50%`. */
  readonly threshold: string | null
}

/** A modifier that applied, a rounding before use above, a score held inside its scale, or an override by a person. */
export interface ModifierExplanation {
  readonly kind: 'bonus' | 'penalty' | 'multiply' | 'cap' | 'floor' | 'override' | 'rounding' | 'scale'
  /** Path of the measure or dimension; '' is the whole score. */
  readonly of: string
  readonly before: number | null
  readonly after: number | null
  readonly band: string | null
  /** Points of the whole score it costs; negative where it gives. */
  readonly lost: number
  readonly because: string | null
  /** ISO date. */
  readonly until: string | null
  readonly author: string | null
}

export interface NearestChange {
  readonly measure: string
  readonly label: string
  /** From and to, as people write values: `47%`, `50%`. */
  readonly from: string | null
  readonly to: string
  /** The band of the whole score it leads to, and the score. */
  readonly band: string
  readonly score: number
}
