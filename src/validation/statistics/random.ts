import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/**
 * Whole numbers from 0 to below `n`, the same ones for the same seed. Scaled rather than drawn again where they do not
 * divide evenly: a resample of a million rows prefers some by one in four thousand, which no interval shows.
 */
export function seededIndexes(seed: number): (n: number) => number {
  const generator = xoroshiro128plus(seed)
  return (n) => Math.floor(((generator.next() >>> 0) / 2 ** 32) * n)
}
