/** Rows worked on at a time: few enough that the vectors of a model stay in the cache. */
export const BLOCK = 1024

/**
 * One value for each row of a block: a number, days of a date, rank of a band, 1 and 0 for yes and no, code of a text.
 * NaN is missing. All vectors are of this one type, so that every kernel is compiled for it alone.
 */
export type Vector = Float64Array

/** Fills vectors for the first `n` rows of the block from vectors that earlier steps filled. */
export type Step = (n: number) => void

export function constant(value: number): Vector {
  return new Float64Array(BLOCK).fill(value)
}
