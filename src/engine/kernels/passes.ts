import type { Scores } from './scores.ts'
import { blockSums, type Summing } from './sum-kernels.ts'
import { BLOCK } from './vector.ts'
import type { WholeTable } from './whole-table.ts'

/** One pass over the `n` rows from `start` on. */
export type Pass = (start: number, n: number) => void

/** Rows of one stretch: half a block leaves the first cache room for the tables, also where a neighbour shares it. */
const STRETCH = BLOCK / 2

/** Many kinds of pass at one call: each kernel is then compiled by itself, never folded into one function too large for its registers. */
export function runPasses(passes: readonly Pass[], length: number): void {
  for (let start = 0; start < length; start += STRETCH) {
    const n = Math.min(STRETCH, length - start)
    for (const pass of passes) pass(start, n)
  }
}

export function lookUp(
  words: Uint16Array,
  score: Float64Array,
  band: Int16Array,
  scores: Float64Array,
  bands: Int16Array,
  start: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const word = words[i]!
    scores[start + i] = score[word]!
    bands[start + i] = band[word]!
  }
}

export function lookUpAndStep(
  words: Uint16Array,
  score: Float64Array,
  band: Int16Array,
  step: Uint16Array,
  sums: Uint16Array,
  scores: Float64Array,
  bands: Int16Array,
  start: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const word = words[i]!
    scores[start + i] = score[word]!
    bands[start + i] = band[word]!
    sums[i]! += step[word]!
  }
}

export function lookUpNumbers(
  words: Uint16Array,
  table: Float64Array,
  out: Float64Array,
  start: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) out[start + i] = table[words[i]!]!
}

export function lookUpAndSum(words: Uint16Array, to: Summing, start: number, n: number): void {
  const { terms, band, scores, bands } = to
  const { points, weights, covered } = blockSums
  for (let i = 0; i < n; i++) {
    const word = words[i]!
    const from = 4 * word
    bands[start + i] = band[word]!
    scores[start + i] = terms[from]!
    points[i]! += terms[from + 1]!
    weights[i]! += terms[from + 2]!
    covered[i]! += terms[from + 3]!
  }
}

export function lookUpWhole(sums: Uint16Array, whole: WholeTable, out: Scores, start: number, n: number): void {
  const { score, band, coverage } = whole
  const { score: scores, band: bands, coverage: coverages } = out
  for (let i = 0; i < n; i++) {
    const sum = sums[i]!
    scores[start + i] = score[sum]!
    bands[start + i] = band[sum]!
    coverages[start + i] = coverage[sum]!
  }
}
