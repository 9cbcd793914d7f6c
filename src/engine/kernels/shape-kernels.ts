/**
 * Two bits for each measure of a dimension: its outcome, or 3 for missing. One call takes up to four measures, so that
 * the word stays in a register. Comparisons become numbers by `|`, never by a branch: the processor has none to guess.
 * Columns hold finite numbers or NaN, so that what is not equal to itself is all that is missing.
 */
export interface Numbers {
  readonly values: Float64Array
  /** Two edges as thresholds; NaN where there are fewer. Read from memory, so that one kernel serves all models. */
  readonly edges: Float64Array
}

export type ShapeKernel = (of: readonly Numbers[], at: number, out: Uint16Array, n: number) => void

/** By how many measures. */
export const shapeKernels: readonly ShapeKernel[] = [
  ([a], at, out, n) => {
    const x = a!.values
    const x0 = a!.edges[0]!
    const x1 = a!.edges[1]!
    for (let i = 0; i < n; i++) out[i] = outcome(x[at + i]!, x0, x1)
  },
  ([a, b], at, out, n) => {
    const [x, y] = [a!.values, b!.values]
    const [x0, x1, y0, y1] = [a!.edges[0]!, a!.edges[1]!, b!.edges[0]!, b!.edges[1]!]
    for (let i = 0; i < n; i++) out[i] = outcome(x[at + i]!, x0, x1) + 4 * outcome(y[at + i]!, y0, y1)
  },
  ([a, b, c], at, out, n) => {
    const [x, y, z] = [a!.values, b!.values, c!.values]
    const [x0, x1, y0, y1] = [a!.edges[0]!, a!.edges[1]!, b!.edges[0]!, b!.edges[1]!]
    const [z0, z1] = [c!.edges[0]!, c!.edges[1]!]
    for (let i = 0; i < n; i++) {
      out[i] = outcome(x[at + i]!, x0, x1) + 4 * outcome(y[at + i]!, y0, y1) + 16 * outcome(z[at + i]!, z0, z1)
    }
  },
  ([a, b, c, d], at, out, n) => {
    const [x, y, z, w] = [a!.values, b!.values, c!.values, d!.values]
    const [x0, x1, y0, y1] = [a!.edges[0]!, a!.edges[1]!, b!.edges[0]!, b!.edges[1]!]
    const [z0, z1, w0, w1] = [c!.edges[0]!, c!.edges[1]!, d!.edges[0]!, d!.edges[1]!]
    for (let i = 0; i < n; i++) {
      const low = outcome(x[at + i]!, x0, x1) + 4 * outcome(y[at + i]!, y0, y1)
      out[i] = low + 16 * outcome(z[at + i]!, z0, z1) + 64 * outcome(w[at + i]!, w0, w1)
    }
  },
]

function outcome(v: number, low: number, high: number): number {
  return bit(v >= low) + bit(v >= high) + 3 * bit(v !== v)
}

function bit(truth: boolean): number {
  return (truth as unknown as number) | 0
}

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
  for (let i = 0; i < n; i++) out[i]! |= outcome(values[at + i]!, low, high) << shift
}
