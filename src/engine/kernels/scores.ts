import type { Column } from '../../model/columns.ts'

/** How much is computed: scores alone; with them all that belongs to the account; or why, for every measure, as well. */
export type Detail = 'scores' | 'account' | 'explanation'

/**
 * Scores of a table as columns, row for row. In numbers NaN is none; in codes -1. Band codes index the plan's `bands`,
 * segment codes the model's segments, state codes `states`.
 */
export interface Scores {
  readonly length: number
  /** Unrounded. */
  readonly score: Float64Array
  readonly band: Int16Array
  readonly segment: Int16Array
  readonly coverage: Float64Array
  /** By path, those of all segments together; where a segment has no such dimension there is no score. */
  readonly dimensions: ReadonlyMap<string, DimensionScores>
  /** null unless asked for. */
  readonly account: AccountColumns | null
  readonly explanation: ExplanationColumns | null
}

export interface DimensionScores {
  readonly score: Float64Array
  readonly band: Int16Array
}

export interface AccountColumns {
  /** As a person sees it: rounded once. */
  readonly shown: Float64Array
  /** Without overrides. */
  readonly scoreBefore: Float64Array
  readonly bandBefore: Int16Array
  /** In the model's order: 1 where it holds. */
  readonly indicators: readonly Uint8Array[]
  /** In the model's order. */
  readonly results: readonly Column[]
}

/** In points of the whole score, as in the explanation of one account. */
export interface ExplanationColumns {
  readonly shortfall: Float64Array
  readonly dimensions: ReadonlyMap<string, DimensionColumns>
  readonly measures: ReadonlyMap<string, MeasureColumns>
}

export interface MemberColumns {
  /** Codes of `states`; of a segment without the member: off. */
  readonly state: Uint8Array
  readonly effectiveWeight: Float64Array
  readonly contribution: Float64Array
  readonly lost: Float64Array
}
export interface DimensionColumns extends MemberColumns {
  readonly coverage: Float64Array
}
export interface MeasureColumns extends MemberColumns {
  readonly points: Float64Array
  readonly band: Int16Array
}
