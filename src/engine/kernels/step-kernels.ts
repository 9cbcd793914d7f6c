import type { Numbers } from './shape-kernels.ts'
import { BLOCK } from './vector.ts'

/** What a dimension of up to four numbers comes to, and where that goes, when the whole is looked up. */
export interface Stepping {
  /** By word. */
  readonly score: Float64Array
  readonly band: Int16Array
  readonly step: Uint16Array
  readonly scores: Float64Array
  readonly bands: Int16Array
}

/** For each row of the block: the steps of the dimensions so far. Of the module, as the tables are, like those of sums. */
export const blockSteps = new Uint16Array(BLOCK)

const score = new Float64Array(256)
const band = new Int16Array(256)
const step = new Uint16Array(256)

export type StepKernel = (of: readonly Numbers[], to: Stepping, at: number, n: number) => void

/** From numbers to their dimension in one pass, by how many there are: the word is never written. */
export const stepKernels: readonly StepKernel[] = [
  ([a], to, at, n) => {
    const as = a!.values
    const a0 = a!.edges[0]!
    const a1 = a!.edges[1]!
    const { scores, bands } = to
    score.set(to.score)
    band.set(to.band)
    step.set(to.step)
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const low = +(av >= a0) | 0
      const high = +!(av < a1) | 0
      const word = (low ^ (3 * high)) & 3
      scores[at + i] = score[word]!
      bands[at + i] = band[word]!
      blockSteps[i]! += step[word]!
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
    score.set(to.score)
    band.set(to.band)
    step.set(to.step)
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const bv = bs[at + i]!
      const low = (+(av >= a0) | 0) + 4 * (+(bv >= b0) | 0)
      const high = (+!(av < a1) | 0) + 4 * (+!(bv < b1) | 0)
      const word = (low ^ (3 * high)) & 15
      scores[at + i] = score[word]!
      bands[at + i] = band[word]!
      blockSteps[i]! += step[word]!
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
    score.set(to.score)
    band.set(to.band)
    step.set(to.step)
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const bv = bs[at + i]!
      const cv = cs[at + i]!
      const low = (+(av >= a0) | 0) + 4 * (+(bv >= b0) | 0) + 16 * (+(cv >= c0) | 0)
      const high = (+!(av < a1) | 0) + 4 * (+!(bv < b1) | 0) + 16 * (+!(cv < c1) | 0)
      const word = (low ^ (3 * high)) & 63
      scores[at + i] = score[word]!
      bands[at + i] = band[word]!
      blockSteps[i]! += step[word]!
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
    score.set(to.score)
    band.set(to.band)
    step.set(to.step)
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const bv = bs[at + i]!
      const cv = cs[at + i]!
      const dv = ds[at + i]!
      const low = (+(av >= a0) | 0) + 4 * (+(bv >= b0) | 0) + 16 * (+(cv >= c0) | 0) + 64 * (+(dv >= d0) | 0)
      const high = (+!(av < a1) | 0) + 4 * (+!(bv < b1) | 0) + 16 * (+!(cv < c1) | 0) + 64 * (+!(dv < d1) | 0)
      const word = (low ^ (3 * high)) & 255
      scores[at + i] = score[word]!
      bands[at + i] = band[word]!
      blockSteps[i]! += step[word]!
    }
  },
]
