import type { RelativeFigure } from '../../model/figure.ts'
import { finite } from '../value.ts'
import { exactSum } from './exact-sum.ts'

/** Where each row of a table belongs: a group's number from 0, or -1 for none. */
export interface Groups {
  readonly of: Int32Array
  readonly count: number
}

/**
 * A figure of each row among the rows of its group. `values` are NaN where they are missing: those rows take no part, but
 * still have the median, the mean and the percentile of the others. NaN where there is no group, or nothing in it.
 */
export function among(
  { figure, at }: Pick<RelativeFigure, 'figure' | 'at'>,
  values: Float64Array,
  groups: Groups,
): Float64Array {
  const { starts, sorted } = sortedByGroup(values, groups)
  const group = (index: number): Float64Array => sorted.subarray(starts[index]!, starts[index + 1]!)
  if (figure === 'rank') return ranks(values, groups, group)
  const ofGroup = Float64Array.from({ length: groups.count }, (_, index) =>
    figure === 'mean' ? meanOf(group(index)) : quantile(group(index), figure === 'median' ? 0.5 : at!),
  )
  return Float64Array.from(groups.of, (index) => (index < 0 ? NaN : ofGroup[index]!))
}

/** The share of the values below, and half of those that are the same: 50% for an account that is alone. */
function ranks(values: Float64Array, groups: Groups, group: (index: number) => Float64Array): Float64Array {
  return values.map((value, row) => {
    const index = groups.of[row]!
    if (index < 0 || Number.isNaN(value)) return NaN
    const all = group(index)
    const [below, upTo] = [placeOf(all, value, false), placeOf(all, value, true)]
    return (below + (upTo - below) / 2) / all.length
  })
}

/** How many of the sorted values are less than `value`, or not more where `including`. */
function placeOf(sorted: Float64Array, value: number, including: boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const one = sorted[middle]!
    if (one < value || (including && one === value)) low = middle + 1
    else high = middle
  }
  return low
}

function meanOf(values: Float64Array): number {
  const sum = exactSum()
  for (const value of values) sum.add(value)
  return finite(sum.total() / values.length) ?? NaN
}

/** The value at a share of the way from the least to the greatest, on the straight line between its two neighbours. */
function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return NaN
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return finite(low + (high - low) * (place - below)) ?? NaN
}

/** The values that are there, group after group, each group ascending. */
function sortedByGroup(
  values: Float64Array,
  { of, count }: Groups,
): { readonly starts: Int32Array; readonly sorted: Float64Array } {
  const takesPart = (row: number): boolean => of[row]! >= 0 && !Number.isNaN(values[row]!)
  const starts = new Int32Array(count + 1)
  for (let row = 0; row < values.length; row++) if (takesPart(row)) starts[of[row]! + 1]! += 1
  for (let index = 0; index < count; index++) starts[index + 1]! += starts[index]!
  const next = starts.slice(0, count)
  const sorted = new Float64Array(starts[count]!)
  for (let row = 0; row < values.length; row++) if (takesPart(row)) sorted[next[of[row]!]!++] = values[row]!
  for (let index = 0; index < count; index++) sorted.subarray(starts[index]!, starts[index + 1]!).sort()
  return { starts, sorted }
}
