import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Whole numbers from 0 to below `n`, the same for the same seed everywhere. */
export type Random = (n: number) => number

export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  return (n) => uniformInt(generator, 0, n - 1)
}

/** The same members in an order by chance (Fisher and Yates). */
export function shuffled<T>(members: readonly T[], random: Random): readonly T[] {
  const order = [...members]
  for (let last = order.length - 1; last > 0; last--) {
    const other = random(last + 1)
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}
