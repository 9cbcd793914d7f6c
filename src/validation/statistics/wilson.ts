import { normalQuantile } from './distributions.ts'
import { CONFIDENCE, type Interval } from './interval.ts'

/** Wilson's interval of a share, `events` of `n`, which holds for small numbers too. Null of nothing. */
export function wilson(events: number, n: number, confidence = CONFIDENCE): Interval | null {
  if (n === 0) return null
  const z = normalQuantile((1 + confidence) / 2)
  const share = events / n
  const centre = share + (z * z) / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const whole = 1 + (z * z) / n
  return {
    low: events === 0 ? 0 : Math.max(0, (centre - reach) / whole),
    high: events === n ? 1 : Math.min(1, (centre + reach) / whole),
  }
}

/** The rule of three: with no event among `n`, a rate above this would have shown one in 95 cases of 100. */
export function ruleOfThree(n: number): number | null {
  return n === 0 ? null : Math.min(1, 3 / n)
}
