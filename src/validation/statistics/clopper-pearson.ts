import { betaQuantile } from './distributions.ts'
import { CONFIDENCE, type Interval } from './interval.ts'

/** The exact interval of a share, `events` of `n`: never too narrow, so a little too wide. Null of nothing. */
export function clopperPearson(events: number, n: number, confidence = CONFIDENCE): Interval | null {
  if (n === 0) return null
  const tail = (1 - confidence) / 2
  return {
    low: events === 0 ? 0 : betaQuantile(tail, events, n - events + 1),
    high: events === n ? 1 : betaQuantile(1 - tail, events + 1, n - events),
  }
}
