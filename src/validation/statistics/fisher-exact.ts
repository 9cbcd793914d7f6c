import type { Counted } from './lift.ts'

/**
 * Fisher's exact test of two rates, two-sided: the chance, with the margins as they are, of a table as unlikely as this one.
 * Null where a group is empty.
 */
export function fisherExact(first: Counted, second: Counted): number | null {
  if (first.n === 0 || second.n === 0) return null
  const events = first.events + second.events
  const least = Math.max(0, events - second.n)
  const most = Math.min(first.n, events)
  // Each table's chance by its neighbour's; the largest is 1, so that nothing overflows.
  const chances = [1]
  for (let x = least; x < most; x++) {
    const ratio = ((first.n - x) * (events - x)) / ((x + 1) * (second.n - events + x + 1))
    const next = chances.at(-1)! * ratio
    chances.push(next)
    if (next > 1) for (let at = 0; at < chances.length; at++) chances[at] = chances[at]! / next
  }
  const here = chances[first.events - least]! * (1 + 1e-7)
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return Math.min(1, chances.filter((chance) => chance <= here).reduce((sum, chance) => sum + chance, 0) / total)
}

/** How many events the smallest cell would hold if the groups did not differ; below 5, Fisher's test is the one to use. */
export function smallestExpected(first: Counted, second: Counted): number {
  const n = first.n + second.n
  const events = first.events + second.events
  return (Math.min(first.n, second.n) * Math.min(events, n - events)) / n
}
