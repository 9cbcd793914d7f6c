/** Accounts of like use, and how they score. */
export interface Bin {
  /** The least and the greatest use. */
  readonly low: number
  readonly high: number
  readonly mean: number
  readonly count: number
}

const BINS = 5

/** The accounts that have both, by use from least to most in groups of about the same size; those of the same use stay together. */
export function binsOf(
  places: Int32Array,
  use: Float64Array,
  points: Float64Array,
): { readonly bins: readonly Bin[]; readonly without: number } {
  const known = places.filter((index) => !Number.isNaN(use[index]!) && !Number.isNaN(points[index]!))
  known.sort((a, b) => use[a]! - use[b]!)
  const bins: Bin[] = []
  let from = 0
  for (let bin = 1; bin <= BINS; bin++) {
    let to = Math.round((known.length * bin) / BINS)
    while (to > 0 && to < known.length && use[known[to]!] === use[known[to - 1]!]) to++
    if (to <= from) continue
    const own = known.subarray(from, to)
    const sum = own.reduce((total, index) => total + points[index]!, 0)
    bins.push({ low: use[own[0]!]!, high: use[own.at(-1)!]!, mean: sum / own.length, count: own.length })
    from = to
  }
  return { bins, without: places.length - known.length }
}
