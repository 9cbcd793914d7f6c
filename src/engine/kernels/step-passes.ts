import type { DimensionTable } from './dimension-table.ts'
import { lookUp, lookUpAndStep, lookUpNumbers, lookUpWhole, type Pass } from './passes.ts'
import type { Scores } from './scores.ts'
import { blockSteps, stepKernels } from './step-kernels.ts'
import type { WholeTable } from './whole-table.ts'
import type { WordSource } from './words.ts'

/** Dimensions, and the whole by the sum of their steps. `words` are filled where they are asked for, by dimension. */
export function stepPasses(
  dimensions: readonly DimensionTable[],
  sources: readonly WordSource[],
  words: readonly Uint16Array[] | null,
  whole: WholeTable,
  out: Scores,
): Pass[] {
  const scratch = new Uint16Array(blockSteps.length)
  const passes: Pass[] = [(_start, n) => blockSteps.fill(0, 0, n)]
  for (const [index, { dimension, score, band, step }] of dimensions.entries()) {
    const { numbers, words: fills } = sources[index]!
    const { score: scores, band: bands } = out.dimensions.get(dimension.path)!
    const kernel = words === null && numbers !== null ? stepKernels[numbers.length - 1] : undefined
    if (kernel !== undefined) {
      const to = { score, band, step: step ?? new Uint16Array(score.length), scores, bands }
      passes.push(kernel.bind(null, numbers!, to))
      continue
    }
    const own = words?.[index] ?? scratch
    for (const fill of fills) passes.push((start, n) => fill(start, own, n))
    if (step === null) passes.push(lookUp.bind(null, own, score, band, scores, bands))
    else passes.push(lookUpAndStep.bind(null, own, score, band, step, blockSteps, scores, bands))
  }
  passes.push(lookUpWhole.bind(null, blockSteps, whole, out))
  const shown = out.account?.shown
  if (shown !== undefined) passes.push(lookUpNumbers.bind(null, blockSteps, whole.shown, shown))
  return passes
}
