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
  // Each table's chance by its neighbour's, from the likeliest one, which is given 1: nothing overflows.
  const above = (x: number): number => ((first.n - x) * (events - x)) / ((x + 1) * (second.n - events + x + 1))
  const likeliest = Math.floor(((first.n + 1) * (events + 1)) / (first.n + second.n + 2))
  const chances = new Float64Array(most - least + 1)
  chances[likeliest - least] = 1
  for (let x = likeliest; x < most; x++) chances[x + 1 - least] = chances[x - least]! * above(x)
  for (let x = likeliest - 1; x >= least; x--) chances[x - least] = chances[x + 1 - least]! / above(x)
  const here = chances[first.events - least]! * (1 + 1e-7)
  const sum = (some: Float64Array): number => some.reduce((all, chance) => all + chance, 0)
  return Math.min(1, sum(chances.filter((chance) => chance <= here)) / sum(chances))
}

/** How many events the smallest cell would hold if the groups did not differ; below 5, Fisher's test is the one to use. */
export function smallestExpected(first: Counted, second: Counted): number {
  const n = first.n + second.n
  const events = first.events + second.events
  return (Math.min(first.n, second.n) * Math.min(events, n - events)) / n
}
