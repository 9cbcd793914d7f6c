/** Ranks from 1; equal values share the mean of the ranks that they take up together. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = ascending(values)
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++
    for (let at = from; at < to; at++) ranks[order[at]!] = (from + to + 1) / 2
    from = to
  }
  return ranks
}

/** The places of the values, from the lowest value to the highest; equal values in the order in which they came. */
export function ascending(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, at) => at).toSorted((a, b) => values[a]! - values[b]! || a - b)
}
