/** Whole numbers from 0 to below `n`, by chance. */
export type Random = (n: number) => number

/** The same members in an order by chance (Fisher and Yates). */
export function shuffled<T>(members: readonly T[], random: Random): readonly T[] {
  const order = [...members]
  for (let last = order.length - 1; last > 0; last--) {
    const other = random(last + 1)
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}
