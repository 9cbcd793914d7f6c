import { midRanks } from './mid-ranks.ts'

/**
 * How often an account with the event has the higher risk than one without; a tie counts half. Null unless there are both.
 * `events` holds 1 where the event happened, 0 where it did not. Of a score that is high for the healthy, give the negative.
 */
export function auc(risks: ArrayLike<number>, events: ArrayLike<number>): number | null {
  const ranks = midRanks(risks)
  let withEvent = 0
  let rankSum = 0
  for (let at = 0; at < ranks.length; at++) {
    if (events[at] !== 1) continue
    withEvent++
    rankSum += ranks[at]!
  }
  const without = ranks.length - withEvent
  if (withEvent === 0 || without === 0) return null
  return (rankSum - (withEvent * (withEvent + 1)) / 2) / (withEvent * without)
}

/** The same on a scale where a coin has 0 and a perfect order 1. */
export function gini(area: number): number {
  return 2 * area - 1
}
