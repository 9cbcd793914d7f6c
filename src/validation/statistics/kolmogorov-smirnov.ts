import { ascending } from './mid-ranks.ts'

/** The widest gap between the two groups' distributions, and the risk at which it is reached. */
export interface WidestGap {
  readonly ks: number
  /** Accounts of at most this risk against those above it. */
  readonly at: number
}

/** Null unless there are accounts with and without the event. */
export function kolmogorovSmirnov(risks: ArrayLike<number>, events: ArrayLike<number>): WidestGap | null {
  const order = ascending(risks)
  const positives = order.reduce((sum, place) => sum + (events[place] === 1 ? 1 : 0), 0)
  const negatives = order.length - positives
  if (positives === 0 || negatives === 0) return null
  let widest: WidestGap = { ks: 0, at: risks[order[0]!]! }
  let seen = 0
  for (let at = 0; at < order.length; at++) {
    const place = order[at]!
    if (events[place] === 1) seen++
    // The distributions have a value only behind the last of equal risks.
    const next = order[at + 1]
    if (next !== undefined && risks[next] === risks[place]) continue
    const ks = Math.abs(seen / positives - (at + 1 - seen) / negatives)
    if (ks > widest.ks) widest = { ks, at: risks[place]! }
  }
  return widest
}
