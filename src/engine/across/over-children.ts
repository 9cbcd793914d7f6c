import type { RollupFigure } from '../../model/figure.ts'
import { finite } from '../value.ts'
import { exactSum } from './exact-sum.ts'

/** What each row of a table brings to the figure of its parent, NaN where it is missing; a condition is 1 where it holds. */
export interface Contributions {
  readonly of: Float64Array
  /** Null: each counts once. */
  readonly weight: Float64Array | null
  /** Null: all children count. */
  readonly where: Float64Array | null
}

/** A figure over some rows; NaN where none of them takes part. Those without a value, or without a weight, do not. */
export function overRows(figure: RollupFigure['figure'], rows: Iterable<number>, given: Contributions): number {
  const [sum, weights] = [exactSum(), exactSum()]
  let [least, greatest, any] = [Infinity, -Infinity, false]
  for (const row of rows) {
    const value = given.of[row]!
    const weight = given.weight === null ? 1 : given.weight[row]!
    const counts = given.where === null || given.where[row] === 1
    if (!counts || Number.isNaN(value) || Number.isNaN(weight)) continue
    any = true
    least = Math.min(least, value)
    greatest = Math.max(greatest, value)
    sum.add(weight * value)
    weights.add(weight)
  }
  if (!any) return NaN
  switch (figure) {
    case 'min':
      return least
    case 'max':
      return greatest
    case 'sum':
      return finite(sum.total()) ?? NaN
    case 'mean':
    case 'share':
      return finite(sum.total() / weights.total()) ?? NaN
  }
}
