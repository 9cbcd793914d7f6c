import type { Columns } from '../../model/columns.ts'
import type { Dimension } from '../../model/group.ts'
import { explanationPasses } from './explanation-passes.ts'
import { runPasses } from './passes.ts'
import type { Scores } from './scores.ts'
import { blockSteps } from './step-kernels.ts'
import { stepPasses } from './step-passes.ts'
import { sumPasses } from './sum-passes.ts'
import type { Tables } from './tables.ts'
import { BLOCK } from './vector.ts'
import { wordSource } from './words.ts'

/** Scores every row of a table by lookup. False, with nothing written, where a column is not of the kind its input has. */
export function scoreByTables({ dimensions, whole }: Tables, root: Dimension, columns: Columns, out: Scores): boolean {
  const sources = dimensions.flatMap(({ measures }) => wordSource(measures, columns) ?? [])
  if (sources.length < dimensions.length) return false
  if (whole.kind === 'sums') {
    runPasses(sumPasses(dimensions, sources, whole, out), columns.length)
    return true
  }
  // An explanation reads the words again when the whole is known.
  const words = out.explanation === null ? null : dimensions.map(() => new Uint16Array(BLOCK))
  const passes = stepPasses(dimensions, sources, words, whole, out)
  if (out.explanation !== null && words !== null) {
    passes.push(...explanationPasses(dimensions, whole, root, words, blockSteps, out, out.explanation))
  }
  runPasses(passes, columns.length)
  return true
}
