import { BLOCK } from './vector.ts'

/** One pass over the `n` rows from `start` on. */
export type Pass = (start: number, n: number) => void

/** Many kinds of pass at one call: each kernel is then compiled by itself, never folded into one function too large for its registers. */
export function runPasses(passes: readonly Pass[], length: number): void {
  for (let start = 0; start < length; start += BLOCK) {
    const n = Math.min(BLOCK, length - start)
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
