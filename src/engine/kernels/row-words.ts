import type { Columns } from '../../model/columns.ts'
import type { Tables } from './tables.ts'
import { BLOCK } from './vector.ts'
import { wordSource } from './words.ts'

/** The words that every row of a table looks up. */
export interface RowWords {
  /** By dimension, in the order of the tables. */
  readonly dimensions: readonly Uint16Array[]
  /** Of the whole. */
  readonly sums: Uint16Array
}

/** null where a column is not of the kind its input has. */
export function rowWords({ dimensions }: Tables, columns: Columns): RowWords | null {
  const sums = new Uint16Array(columns.length)
  const words: Uint16Array[] = []
  for (const { measures, step } of dimensions) {
    const own = new Uint16Array(columns.length)
    const source = wordSource(measures, columns)
    if (source === null) return null
    for (let start = 0; start < columns.length; start += BLOCK) {
      const n = Math.min(BLOCK, columns.length - start)
      const block = own.subarray(start, start + n)
      for (const fill of source.words) fill(start, block, n)
    }
    if (step !== null) for (let row = 0; row < own.length; row++) sums[row]! += step[own[row]!]!
    words.push(own)
  }
  return { dimensions: words, sums }
}
