/**
 * Two bits for each measure of a dimension: its outcome, or 3 for missing. One call takes up to four measures, so that
 * the word stays in a register. Comparisons become numbers without a branch: the processor has none to guess.
 * Columns hold finite numbers or NaN, so that what is not equal to itself is all that is missing.
 */
export interface Numbers {
  readonly values: Float64Array
  /** Two edges as thresholds; NaN where there are fewer. Read from memory, so that one kernel serves all models. */
  readonly edges: Float64Array
}

export type ShapeKernel = (of: readonly Numbers[], at: number, out: Uint16Array, n: number) => void

/** By how many measures; written out, for a call inside would be inlined only where the compiler has room. */
export const shapeKernels: readonly ShapeKernel[] = [
  ([a], at, out, n) => {
    const as = a!.values
    const a0 = a!.edges[0]!
    const a1 = a!.edges[1]!
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const ac = (+(av >= a0) | 0) + (+(av >= a1) | 0) + 3 * (+(av !== av) | 0)
      out[i] = ac
    }
  },
  ([a, b], at, out, n) => {
    const as = a!.values
    const a0 = a!.edges[0]!
    const a1 = a!.edges[1]!
    const bs = b!.values
    const b0 = b!.edges[0]!
    const b1 = b!.edges[1]!
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const bv = bs[at + i]!
      const ac = (+(av >= a0) | 0) + (+(av >= a1) | 0) + 3 * (+(av !== av) | 0)
      const bc = (+(bv >= b0) | 0) + (+(bv >= b1) | 0) + 3 * (+(bv !== bv) | 0)
      out[i] = ac + 4 * bc
    }
  },
  ([a, b, c], at, out, n) => {
    const as = a!.values
    const a0 = a!.edges[0]!
    const a1 = a!.edges[1]!
    const bs = b!.values
    const b0 = b!.edges[0]!
    const b1 = b!.edges[1]!
    const cs = c!.values
    const c0 = c!.edges[0]!
    const c1 = c!.edges[1]!
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const bv = bs[at + i]!
      const cv = cs[at + i]!
      const ac = (+(av >= a0) | 0) + (+(av >= a1) | 0) + 3 * (+(av !== av) | 0)
      const bc = (+(bv >= b0) | 0) + (+(bv >= b1) | 0) + 3 * (+(bv !== bv) | 0)
      const cc = (+(cv >= c0) | 0) + (+(cv >= c1) | 0) + 3 * (+(cv !== cv) | 0)
      out[i] = ac + 4 * bc + 16 * cc
    }
  },
  ([a, b, c, d], at, out, n) => {
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
    for (let i = 0; i < n; i++) {
      const av = as[at + i]!
      const bv = bs[at + i]!
      const cv = cs[at + i]!
      const dv = ds[at + i]!
      const ac = (+(av >= a0) | 0) + (+(av >= a1) | 0) + 3 * (+(av !== av) | 0)
      const bc = (+(bv >= b0) | 0) + (+(bv >= b1) | 0) + 3 * (+(bv !== bv) | 0)
      const cc = (+(cv >= c0) | 0) + (+(cv >= c1) | 0) + 3 * (+(cv !== cv) | 0)
      const dc = (+(dv >= d0) | 0) + (+(dv >= d1) | 0) + 3 * (+(dv !== dv) | 0)
      out[i] = ac + 4 * bc + 16 * cc + 64 * dc
    }
  },
]

/** The outcomes of a text column, by its own codes: the first of a dimension, or added to others. */
export function setCodes(codes: Int32Array, outcomes: Uint16Array, at: number, out: Uint16Array, n: number): void {
  for (let i = 0; i < n; i++) out[i] = outcomes[codes[at + i]! + 1]!
}

export function addCodes(
  codes: Int32Array,
  outcomes: Uint16Array,
  at: number,
  out: Uint16Array,
  shift: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) out[i]! |= outcomes[codes[at + i]! + 1]! << shift
}

/** Adds numbers beyond the four that a kernel takes. */
export function addNumbers({ values, edges }: Numbers, at: number, out: Uint16Array, shift: number, n: number): void {
  const low = edges[0]!
  const high = edges[1]!
  for (let i = 0; i < n; i++) {
    const v = values[at + i]!
    out[i]! |= ((+(v >= low) | 0) + (+(v >= high) | 0) + 3 * (+(v !== v) | 0)) << shift
  }
}
