import { clopperPearson } from './clopper-pearson.ts'
import { normalQuantile, normalTwoSided } from './distributions.ts'
import { CONFIDENCE, type Interval } from './interval.ts'
import { areaCovariance, placements, type Placements } from './placements.ts'

export interface AreaEstimate {
  readonly auc: number
  /** Null where a group has fewer than two accounts: nothing is then known of the spread. */
  readonly variance: number | null
  readonly interval: Interval | null
  /**
   * `pairs` where the groups are told apart without a mistake: DeLong's interval would have no width, so the interval is the
   * exact one over pairs of accounts that have no account in common.
   */
  readonly method: 'delong' | 'pairs'
}

/** The area under the curve with its interval after DeLong. Null unless there are accounts with and without the event. */
export function delong(
  risks: ArrayLike<number>,
  events: ArrayLike<number>,
  confidence = CONFIDENCE,
): AreaEstimate | null {
  const placed = placements(risks, events)
  if (placed === null) return null
  const { area } = placed
  if (isTooFew(placed)) return { auc: area, variance: null, interval: null, method: 'delong' }
  const variance = areaCovariance(placed, placed)
  if (area === 0 || area === 1) {
    const pairs = Math.min(placed.withEvent.length, placed.without.length)
    return { auc: area, variance, interval: clopperPearson(area * pairs, pairs, confidence), method: 'pairs' }
  }
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance)
  const interval = { low: Math.max(0, area - reach), high: Math.min(1, area + reach) }
  return { auc: area, variance, interval, method: 'delong' }
}

export interface AreaComparison {
  readonly first: number
  readonly second: number
  /** The first less the second, with its interval. */
  readonly difference: number
  readonly interval: Interval
  readonly z: number
  readonly p: number
}

/** Two scores of the same accounts. Null with fewer than two accounts in a group. */
export function delongPaired(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  events: ArrayLike<number>,
  confidence = CONFIDENCE,
): AreaComparison | null {
  const a = placements(first, events)
  const b = placements(second, events)
  if (a === null || b === null || isTooFew(a)) return null
  const difference = a.area - b.area
  const variance = areaCovariance(a, a) + areaCovariance(b, b) - 2 * areaCovariance(a, b)
  // Two scores in the same order differ by rounding alone.
  const deviation = variance > 1e-15 ? Math.sqrt(variance) : 0
  const reach = normalQuantile((1 + confidence) / 2) * deviation
  const z = deviation > 0 ? difference / deviation : 0
  return {
    first: a.area,
    second: b.area,
    difference,
    interval: { low: difference - reach, high: difference + reach },
    z,
    p: normalTwoSided(z),
  }
}

function isTooFew({ withEvent, without }: Placements): boolean {
  return withEvent.length < 2 || without.length < 2
}
