import type { Combine } from '../model/group.ts'
import { finite } from './value.ts'

/** A child that takes part in the score above it, with the number to combine: its points, or the best it can reach. */
export interface Part {
  readonly weight: { readonly value: number; readonly integer: number }
  readonly points: number
}

/** One score of several parts, in the written order; null where there are none. `rescaling` is 1 but for a rescaled sum. */
export function combine(by: Combine, parts: readonly Part[], rescaling: number): number | null {
  if (parts.length === 0) return null
  const points = parts.map((part) => part.points)
  switch (by.operator) {
    case 'mean':
      return finite(sum(parts.map((part) => part.weight.integer * part.points)) / totalWeight(parts))
    case 'sum':
      return finite(by.from + sum(parts.map((part) => part.weight.value * part.points)) * rescaling)
    case 'min':
      return Math.min(...points)
    case 'max':
      return Math.max(...points)
    case 'product':
      return finite(points.reduce((product, one) => product * one, 1))
  }
}

/** How much a rescaled sum is stretched to make up for counted parts without points; 1 for every other combination. */
export function rescalingOf(by: Combine, counted: readonly Weighted[], takingPart: readonly Weighted[]): number {
  if (by.operator !== 'sum' || !by.rescale || takingPart.length === 0) return 1
  return totalWeight(counted) / totalWeight(takingPart)
}

type Weighted = Pick<Part, 'weight'>

/** The sum of the integer weights. */
export function totalWeight(parts: readonly Weighted[]): number {
  return sum(parts.map((part) => part.weight.integer))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
