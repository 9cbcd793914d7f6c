/** Scores as they were given: one row is one account at one date. From snapshots, a scored table, or a model over measures. */
export interface ScoredRows {
  readonly length: number
  readonly accounts: readonly string[]
  /** Days since 1970-01-01; NaN where the source has no date. */
  readonly dates: Float64Array
  /** The day a row was kept; NaN where nobody said. Null where no row says. */
  readonly recordedAt: Float64Array | null
  /** NaN is no score. */
  readonly score: Float64Array
  readonly higherIsWorse: boolean
  /** Codes into `bands`, -1 is none. */
  readonly band: Int32Array
  /** From worst to best. */
  readonly bands: readonly string[]
  /** How many of `bands`, from the first, the whole score can have; the others are those of parts. */
  readonly ladder: number
  readonly segment: Int32Array
  readonly segments: readonly string[]
  /** What an account is worth a year, in cents; NaN where nobody said. Null where no row says. */
  readonly amount: Float64Array | null
  /** Share of the weight that had data. */
  readonly coverage: Float64Array | null
  readonly parts: readonly ScoredPart[]
}

/** A dimension or measure of the score. */
export interface ScoredPart {
  readonly path: string
  readonly kind: 'dimension' | 'measure'
  /** On the score's scale; NaN is none. */
  readonly points: Float64Array
  readonly band: Int32Array
  /** What a measure judged, where that is a number; NaN where it is none. Null where the source does not say. */
  readonly value: Float64Array | null
  /** Shares of the whole score and the points that they brought in; null where the source does not say. */
  readonly weight: Float64Array | null
  readonly contribution: Float64Array | null
}

/** The risk that a score stands for: high is bad. */
export function riskOf(rows: Pick<ScoredRows, 'higherIsWorse'>, score: number): number {
  return rows.higherIsWorse ? score : -score
}

/** The bands of the whole score, from worst to best. */
export function ladderOf({ bands, ladder }: ScoredRows): readonly string[] {
  return bands.slice(0, ladder)
}
