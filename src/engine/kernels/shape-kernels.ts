/**
 * Two bits for each measure of a dimension: its outcome, or 3 for missing. One call takes up to four measures, so that
 * the word stays in a register. Comparisons become numbers without a branch: the processor has none to guess. Two are
 * enough for four cases, for what is missing is neither at least the low edge nor below the high one. The mask tells the
 * compiler how small the word is: multiples of it need no check then. Columns hold finite numbers or NaN.
 */
export interface Numbers {
  readonly values: Float64Array
  /** Two edges as thresholds; infinite where there are fewer. Read from memory, so that one kernel serves all models. */
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
      const low = +(av >= a0) | 0
      const high = +!(av < a1) | 0
      const word = (low ^ (3 * high)) & 3
      out[i] = word
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
      const low = (+(av >= a0) | 0) + 4 * (+(bv >= b0) | 0)
      const high = (+!(av < a1) | 0) + 4 * (+!(bv < b1) | 0)
      const word = (low ^ (3 * high)) & 15
      out[i] = word
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
      const low = (+(av >= a0) | 0) + 4 * (+(bv >= b0) | 0) + 16 * (+(cv >= c0) | 0)
      const high = (+!(av < a1) | 0) + 4 * (+!(bv < b1) | 0) + 16 * (+!(cv < c1) | 0)
      const word = (low ^ (3 * high)) & 63
      out[i] = word
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
      const low = (+(av >= a0) | 0) + 4 * (+(bv >= b0) | 0) + 16 * (+(cv >= c0) | 0) + 64 * (+(dv >= d0) | 0)
      const high = (+!(av < a1) | 0) + 4 * (+!(bv < b1) | 0) + 16 * (+!(cv < c1) | 0) + 64 * (+!(dv < d1) | 0)
      const word = (low ^ (3 * high)) & 255
      out[i] = word
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
    out[i]! |= ((+(v >= low) | 0) ^ (3 * (+!(v < high) | 0))) << shift
  }
}
