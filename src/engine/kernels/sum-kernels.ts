import type { Numbers } from './shape-kernels.ts'
import { BLOCK } from './vector.ts'

/** What a dimension of up to four numbers comes to, and where that goes, when the whole is added up. */
export interface Summing {
  /** By word, four numbers: its score, and what it adds to the points, to their weight and to the coverage of the whole. */
  readonly terms: Float64Array
  readonly band: Int16Array
  readonly scores: Float64Array
  readonly bands: Int16Array
}

/**
 * For each row of the block: the sums of the dimensions so far. These and the tables below belong to the module, and those
 * of a dimension are copied over at each stretch of rows: the compiler then knows where they lie and how long they are, and
 * a loop over many arrays has more registers left. Nothing in them outlives one pass over a table.
 */
export const blockSums = {
  points: new Float64Array(BLOCK),
  weights: new Float64Array(BLOCK),
  covered: new Float64Array(BLOCK),
  coverageWeights: new Float64Array(BLOCK),
} as const

const { points, weights, covered } = blockSums
const terms = new Float64Array(4 * 256)
const band = new Int16Array(256)

export type SumKernel = (of: readonly Numbers[], to: Summing, at: number, n: number) => void

/** From numbers to their dimension in one pass, by how many there are: the word is never written. */
export const sumKernels: readonly SumKernel[] = [
  ([a], to, at, n) => {
    const as = a!.values
    const a0 = a!.edges[0]!
    const a1 = a!.edges[1]!
    const { scores, bands } = to
    terms.set(to.terms)
    band.set(to.band)
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const low = +(av >= a0) | 0
      const high = +!(av < a1) | 0
      const word = (low ^ (3 * high)) & 3
      bands[at + i] = band[word]!
      const from = 4 * word
      scores[at + i] = terms[from]!
      points[i]! += terms[from + 1]!
      weights[i]! += terms[from + 2]!
      covered[i]! += terms[from + 3]!
    }
  },
  ([a, b], to, at, n) => {
    const as = a!.values
    const a0 = a!.edges[0]!
    const a1 = a!.edges[1]!
    const bs = b!.values
    const b0 = b!.edges[0]!
    const b1 = b!.edges[1]!
    const { scores, bands } = to
    terms.set(to.terms)
    band.set(to.band)
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const bv = bs[at + i]!
      const low = (+(av >= a0) | 0) + 4 * (+(bv >= b0) | 0)
      const high = (+!(av < a1) | 0) + 4 * (+!(bv < b1) | 0)
      const word = (low ^ (3 * high)) & 15
      bands[at + i] = band[word]!
      const from = 4 * word
      scores[at + i] = terms[from]!
      points[i]! += terms[from + 1]!
      weights[i]! += terms[from + 2]!
      covered[i]! += terms[from + 3]!
    }
  },
  ([a, b, c], to, at, n) => {
    const as = a!.values
    const a0 = a!.edges[0]!
    const a1 = a!.edges[1]!
    const bs = b!.values
    const b0 = b!.edges[0]!
    const b1 = b!.edges[1]!
    const cs = c!.values
    const c0 = c!.edges[0]!
    const c1 = c!.edges[1]!
    const { scores, bands } = to
    terms.set(to.terms)
    band.set(to.band)
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const bv = bs[at + i]!
      const cv = cs[at + i]!
      const low = (+(av >= a0) | 0) + 4 * (+(bv >= b0) | 0) + 16 * (+(cv >= c0) | 0)
      const high = (+!(av < a1) | 0) + 4 * (+!(bv < b1) | 0) + 16 * (+!(cv < c1) | 0)
      const word = (low ^ (3 * high)) & 63
      bands[at + i] = band[word]!
      const from = 4 * word
      scores[at + i] = terms[from]!
      points[i]! += terms[from + 1]!
      weights[i]! += terms[from + 2]!
      covered[i]! += terms[from + 3]!
    }
  },
  ([a, b, c, d], to, at, n) => {
    const as = a!.values
    const a0 = a!.edges[0]!
    const a1 = a!.edges[1]!
    const bs = b!.values
    const b0 = b!.edges[0]!
    const b1 = b!.edges[1]!
    const cs = c!.values
    const c0 = c!.edges[0]!
    const c1 = c!.edges[1]!
    const ds = d!.values
    const d0 = d!.edges[0]!
    const d1 = d!.edges[1]!
    const { scores, bands } = to
    terms.set(to.terms)
    band.set(to.band)
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const bv = bs[at + i]!
      const cv = cs[at + i]!
      const dv = ds[at + i]!
      const low = (+(av >= a0) | 0) + 4 * (+(bv >= b0) | 0) + 16 * (+(cv >= c0) | 0) + 64 * (+(dv >= d0) | 0)
      const high = (+!(av < a1) | 0) + 4 * (+!(bv < b1) | 0) + 16 * (+!(cv < c1) | 0) + 64 * (+!(dv < d1) | 0)
      const word = (low ^ (3 * high)) & 255
      bands[at + i] = band[word]!
      const from = 4 * word
      scores[at + i] = terms[from]!
      points[i]! += terms[from + 1]!
      weights[i]! += terms[from + 2]!
      covered[i]! += terms[from + 3]!
    }
  },
]
