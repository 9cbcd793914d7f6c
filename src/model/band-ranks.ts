import { folded } from './domain.ts'
import type { Model } from './model.ts'

/**
 * The rank of every band a part can have: on the measures' ladder, or on that of the whole score where the ladder names no
 * such band. Null where a band has another rank in another segment.
 */
export function bandRanks({ ladder, segments }: Model): ReadonlyMap<string, number> | null {
  const named = new Set(ladder.flatMap(({ name, label }) => [folded(name), folded(label)]))
  const ranks = new Map(ladder.map(({ name }, rank) => [name, rank]))
  for (const { root } of segments) {
    for (const [rank, { name }] of root.bands.entries()) {
      if (named.has(folded(name))) continue
      if ((ranks.get(name) ?? rank) !== rank) return null
      ranks.set(name, rank)
    }
  }
  return ranks
}
