import { shareOf } from './banded.ts'

/** Rows that look alike to a score, counted: the same band in every measure. */
export interface Patterns {
  readonly length: number
  /** By measure, then pattern: the share of its points, 0..1; 0 where missing. */
  readonly shares: readonly Float64Array[]
  /** By measure, then pattern: 1 where there is a value. */
  readonly present: readonly Float64Array[]
  readonly rows: Float64Array
  readonly events: Float64Array
}

/** Counts the different rows of ranks; `bands` is the number of bands of each measure. */
export function patternsOf(ranks: readonly Int8Array[], bands: readonly number[], churned: Uint8Array): Patterns {
  const known = new Map<string, number>()
  const first: number[] = []
  const rows: number[] = []
  const events: number[] = []
  for (let row = 0; row < churned.length; row++) {
    const key = ranks.map((of) => of[row]!).join()
    const at = known.get(key) ?? first.push(row) - 1
    known.set(key, at)
    rows[at] = (rows[at] ?? 0) + 1
    events[at] = (events[at] ?? 0) + churned[row]!
  }
  return {
    length: first.length,
    shares: ranks.map((of, m) => Float64Array.from(first, (row) => (of[row]! < 0 ? 0 : shareOf(of[row]!, bands[m]!)))),
    present: ranks.map((of) => Float64Array.from(first, (row) => (of[row]! < 0 ? 0 : 1))),
    rows: Float64Array.from(rows),
    events: Float64Array.from(events),
  }
}
