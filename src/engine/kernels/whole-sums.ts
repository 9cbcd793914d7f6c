import type { Dimension } from '../../model/group.ts'
import type { BandNames } from './band-names.ts'
import type { DimensionTable } from './dimension-table.ts'

/** A mean of dimensions that come to too many different results for a table: added up row by row, in the written order. */
export interface WholeSums {
  readonly kind: 'sums'
  readonly root: Dimension
  readonly dimensions: readonly SummedDimension[]
  /** The weight to divide coverage by, of all dimensions whose coverage is always known. */
  readonly coverageWeight: number
  /** No mean can leave the scale of the whole. */
  readonly staysInside: boolean
  readonly bands: BandNames
}

export interface SummedDimension {
  /** By word, four numbers: its score, and what it adds to the points, to their weight and to the coverage of the whole. */
  readonly terms: Float64Array
  /** By word, what it adds to the weight of coverage; null where that is always the same. */
  readonly coverageWeights: Float64Array | null
}

export function wholeSums(root: Dimension, tables: readonly DimensionTable[], bands: BandNames): WholeSums {
  const dimensions = tables.map(summed)
  const always = tables.filter(({ dimension }, k) => counts(dimension) && dimensions[k]!.coverageWeights === null)
  const coverageWeight = always.reduce((sum, { dimension }) => sum + dimension.weight.integer, 0)
  const staysInside = tables.every(({ score }) => isInside(score, root)) && isExact(tables, root)
  return { kind: 'sums', root, dimensions, coverageWeight, staysInside, bands }
}

function summed({ dimension, score, coverage }: DimensionTable): SummedDimension {
  const weight = counts(dimension) ? dimension.weight.integer : 0
  const terms = new Float64Array(score.length * 4)
  for (const [word, points] of score.entries()) {
    const isKnown = weight > 0 && !Number.isNaN(points)
    const isCovered = weight > 0 && !Number.isNaN(coverage[word])
    const added = [isKnown ? weight * points : 0, isKnown ? weight : 0, isCovered ? weight * coverage[word]! : 0]
    terms.set([points, ...added], word * 4)
  }
  const isVarying = weight > 0 && coverage.some(Number.isNaN)
  return { terms, coverageWeights: isVarying ? coverage.map((one) => (Number.isNaN(one) ? 0 : weight)) : null }
}

function counts({ weight }: Dimension): boolean {
  return weight.value > 0
}

function isInside(scores: Float64Array, { scale: { low, high } }: Dimension): boolean {
  return scores.every((one) => Number.isNaN(one) || (one >= low && one <= high))
}

/**
 * Weights times the ends of the scale are whole numbers without rounding. Rounding never turns the order of two numbers, so
 * that what lies between the ends, weighted, added up and divided, lies between them still.
 */
function isExact(tables: readonly DimensionTable[], { scale: { low, high } }: Dimension): boolean {
  const total = tables.reduce((sum, { dimension }) => sum + dimension.weight.integer, 0)
  return (
    Number.isInteger(low) &&
    Number.isInteger(high) &&
    Number.isSafeInteger(total * Math.max(Math.abs(low), Math.abs(high)))
  )
}
