/** The score of one row, as columns would hold it: NaN is no number, -1 no band or segment. */
export interface RowScore {
  score: number
  band: number
  segment: number
  coverage: number
}

/** One row on the model's scale, a place for each name: numbers as columns hold them, texts where the input is text. */
export interface RowValues {
  readonly numbers: Float64Array
  readonly texts: readonly (string | null)[]
}

/** Scores one row into what is given. */
export type RowScorer = (values: RowValues, into: RowScore) => void
