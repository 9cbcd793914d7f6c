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
  return { kind: 'sums', root, dimensions, coverageWeight, bands }
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
