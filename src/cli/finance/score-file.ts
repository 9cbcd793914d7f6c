import type { Scores } from '../../finance/reconcile/scores.ts'

/** The scores of a file of snapshots, with how many rows it has. */
export interface ScoreFile {
  readonly scores: readonly Scores[]
  /** The first date of the file; null where it has none. */
  readonly first: number | null
  readonly rows: number
}
