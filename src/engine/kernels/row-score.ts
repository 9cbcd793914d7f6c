/** The score of one row, as columns would hold it: NaN is no number, -1 no band or segment. */
export interface RowScore {
  score: number
  band: number
  segment: number
  coverage: number
}

/** Scores one row of items into what is given. */
export type RowScorer<Item> = (items: readonly Item[], into: RowScore) => void
