import type { Dimension } from '../../model/group.ts'
import type { Model, Segment } from '../../model/model.ts'
import { resultsOf, type DimensionTable } from './dimension-table.ts'
import type { Setting } from './segment-program.ts'
import { isPlain, simpleMeasures, type SimpleMeasure } from './simple-measure.ts'
import { wholeSums, type WholeSums } from './whole-sums.ts'
import { wholeTable, type WholeTable } from './whole-table.ts'

export interface Tables {
  readonly dimensions: readonly DimensionTable[]
  readonly whole: WholeTable | WholeSums
}

/** A table of the whole as large as this still lies in the cache. */
const WORDS = 1 << 14

/**
 * A segment as lookup tables, filled by the same steps that score it in general; null where it is not that simple:
 * dimensions of up to six simple measures, nothing conditional, and a whole that is a mean or has few different results.
 */
export function tablesOf(model: Model, segment: Segment, setting: Setting): Tables | null {
  const { root } = segment
  if (!isPlain(root) || root.children.length === 0) return null
  const found: { readonly dimension: Dimension; readonly measures: readonly SimpleMeasure[] }[] = []
  for (const child of root.children) {
    const measures = child.kind === 'dimension' ? simpleMeasures(model, child) : null
    if (child.kind === 'measure' || measures === null) return null
    found.push({ dimension: child, measures })
  }
  let words = 1
  const classes = found.map(({ dimension, measures }) => {
    const results = resultsOf(model, segment, setting, dimension, measures)
    const step = Uint16Array.from(results.classOf, (one) => (words * results.classes.length <= WORDS ? one * words : 0))
    const isOne = results.classes.length === 1
    const { score, band, coverage, explained } = results
    const table = { dimension, measures, score, band, coverage, explained, step: isOne ? null : step }
    const stride = words
    words *= results.classes.length
    return { table, classes: results.classes, stride }
  })
  const dimensions = classes.map(({ table }) => table)
  if (words <= WORDS) return { dimensions, whole: wholeTable(model, segment, setting, classes, words) }
  if (root.combine.operator !== 'mean' || root.round !== null) return null
  return { dimensions, whole: wholeSums(root, dimensions, setting.names) }
}
