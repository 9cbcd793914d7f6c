import { normalCdf, normalQuantile } from './distributions.ts'
import { CONFIDENCE, type Interval } from './interval.ts'

/** Resamples below which the ends of a 95% interval are mostly noise. */
export const RESAMPLES = 2000

export interface ResamplingOptions {
  readonly seed: number
  readonly resamples?: number
  readonly confidence?: number
}

/**
 * The bias-corrected and accelerated interval (Efron) of an estimate from its resampled values and from its values with one
 * unit left out in turn. Null where resampling gave nothing that differs.
 */
export function bcaInterval(
  estimate: number,
  resampled: Float64Array,
  leftOut: Float64Array,
  confidence = CONFIDENCE,
): Interval | null {
  const sorted = resampled.filter((value) => !Number.isNaN(value)).toSorted()
  if (sorted.length === 0 || sorted[0] === sorted.at(-1)) return null
  const below = sorted.reduce((sum, value) => sum + (value < estimate ? 1 : value === estimate ? 0.5 : 0), 0)
  // An estimate beyond all resamples would be corrected to infinity.
  const share = Math.min(Math.max(below / sorted.length, 0.5 / sorted.length), 1 - 0.5 / sorted.length)
  const bias = normalQuantile(share)
  const acceleration = skew(leftOut)
  const end = (tail: number): number => {
    const z = bias + normalQuantile(tail)
    return quantile(sorted, normalCdf(bias + z / (1 - acceleration * z)))
  }
  return { low: end((1 - confidence) / 2), high: end((1 + confidence) / 2) }
}

/** The value below which a share `p` of sorted values lies, between neighbours in proportion. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - low)
}

function skew(leftOut: Float64Array): number {
  const values = leftOut.filter((value) => !Number.isNaN(value))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (mean - value) ** 2, 0)
  const cubes = values.reduce((sum, value) => sum + (mean - value) ** 3, 0)
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0
}
