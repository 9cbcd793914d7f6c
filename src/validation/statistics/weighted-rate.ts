import { bcaInterval, RESAMPLES, type ResamplingOptions } from './bootstrap.ts'
import type { Interval } from './interval.ts'
import { seededIndexes } from './random.ts'

/** A rate by amount: what was lost of what was there, with how much of it hangs on few accounts. */
export interface WeightedRate {
  readonly total: number
  readonly lost: number
  /** Null where nothing was there. */
  readonly rate: number | null
  readonly interval: Interval | null
  /** Shares of the total. */
  readonly largest: number | null
  readonly largestFive: number | null
  /** As many accounts of equal size would give as steady a rate: (sum w)² / sum w². */
  readonly effectiveN: number | null
  /** One account is more than a fifth of it, or it is worth fewer than 30 accounts of equal size. */
  readonly concentrated: boolean
}

/**
 * The rate with an interval by resampling units: accounts, or parents with all their accounts where `units` gives each
 * amount's unit. Amounts at or below zero must have been left out before.
 */
export function weightedRate(
  amounts: ArrayLike<number>,
  lost: ArrayLike<number>,
  options: ResamplingOptions,
  units: ArrayLike<number | string> | null = null,
): WeightedRate {
  const { whole, gone } = byUnit(amounts, lost, units)
  const total = sum(whole)
  const lostTotal = sum(gone)
  if (!(total > 0)) {
    return {
      total: 0,
      lost: 0,
      rate: null,
      interval: null,
      largest: null,
      largestFive: null,
      effectiveN: null,
      concentrated: false,
    }
  }
  const rate = lostTotal / total
  const sizes = whole.toSorted((a, b) => b - a)
  const effectiveN = total ** 2 / whole.reduce((squares, amount) => squares + amount * amount, 0)
  const largest = sizes[0]! / total
  return {
    total,
    lost: lostTotal,
    rate,
    interval: ratioInterval(whole, gone, options),
    largest,
    largestFive: sum(sizes.slice(0, 5)) / total,
    effectiveN,
    concentrated: largest > 0.2 || effectiveN < 30,
  }
}

/** The bootstrap interval of sum(parts) / sum(wholes). Null where resampling never gives another ratio. */
export function ratioInterval(
  wholes: Float64Array,
  parts: Float64Array,
  { seed, resamples = RESAMPLES, confidence }: ResamplingOptions,
): Interval | null {
  const n = wholes.length
  if (n < 2) return null
  const total = sum(wholes)
  const part = sum(parts)
  const draw = seededIndexes(seed)
  const resampled = Float64Array.from({ length: resamples }, () => {
    let whole = 0
    let some = 0
    for (let k = 0; k < n; k++) {
      const at = draw(n)
      whole += wholes[at]!
      some += parts[at]!
    }
    return some / whole
  })
  const leftOut = wholes.map((whole, at) => (part - parts[at]!) / (total - whole))
  return bcaInterval(part / total, resampled, leftOut, confidence)
}

function byUnit(amounts: ArrayLike<number>, lost: ArrayLike<number>, units: ArrayLike<number | string> | null) {
  if (units === null) return { whole: Float64Array.from(amounts), gone: Float64Array.from(lost) }
  const places = new Map<number | string, number>()
  for (let at = 0; at < units.length; at++) if (!places.has(units[at]!)) places.set(units[at]!, places.size)
  const whole = new Float64Array(places.size)
  const gone = new Float64Array(places.size)
  for (let at = 0; at < units.length; at++) {
    const place = places.get(units[at]!)!
    whole[place] = whole[place]! + amounts[at]!
    gone[place] = gone[place]! + lost[at]!
  }
  return { whole, gone }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
