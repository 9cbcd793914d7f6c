import type { Dimension } from '../../model/group.ts'
import type { Pass } from './passes.ts'
import type { ExplanationColumns, MeasureColumns, Scores } from './scores.ts'
import type { DimensionTable, ExplainedMeasure } from './dimension-table.ts'
import type { Tables } from './tables.ts'
import { BLOCK } from './vector.ts'
import type { WholeTable } from './whole-table.ts'

/** Whether shares multiply down the tree, and losses with them: then both can be looked up. */
export function canExplain({ dimensions, whole }: Tables, root: Dimension): boolean {
  return whole.kind === 'table' && [root, ...dimensions.map((one) => one.dimension)].every(isShared)
}

function isShared({ combine: { operator } }: Dimension): boolean {
  return operator === 'mean' || operator === 'sum'
}

/** Why every row scores as it does: after the whole, from the words of the dimensions and the sums of their steps. */
export function explanationPasses(
  dimensions: readonly DimensionTable[],
  whole: WholeTable,
  root: Dimension,
  words: readonly Uint16Array[],
  sums: Uint16Array,
  out: Scores,
  to: ExplanationColumns,
): Pass[] {
  const sign = root.scale.higherIsWorse ? -1 : 1
  const live = whole.score.map((score) => (Number.isNaN(score) ? NaN : sign))
  const signs = new Float64Array(BLOCK)
  const weights = new Float64Array(BLOCK)
  const passes: Pass[] = [
    (start, n) => {
      for (let i = 0; i < n; i++) to.shortfall[start + i] = whole.shortfall[sums[i]!]!
    },
    (_start, n) => {
      for (let i = 0; i < n; i++) signs[i] = live[sums[i]!]!
    },
  ]
  for (const [index, { dimension, coverage, explained }] of dimensions.entries()) {
    const share = whole.shares[index]!
    const own = words[index]!
    const columns = to.dimensions.get(dimension.path)!
    const { score } = out.dimensions.get(dimension.path)!
    passes.push(
      (start, n) => {
        for (let i = 0; i < n; i++) {
          const weight = share[sums[i]!]!
          weights[i] = weight
          columns.effectiveWeight[start + i] = weight
          columns.contribution[start + i] = score[start + i]! * weight
          columns.lost[start + i] = signs[i]! * (weight * explained.gap[own[i]!]!) + 0
        }
      },
      (start, n) => {
        for (let i = 0; i < n; i++) {
          columns.state[start + i] = explained.state[own[i]!]!
          columns.coverage[start + i] = coverage[own[i]!]!
        }
      },
    )
    for (const measure of explained.measures) {
      const measures = to.measures.get(measure.path)!
      passes.push((start, n) => lookUpMeasure(own, measure, measures, start, n))
      passes.push((start, n) => shareMeasure(own, weights, signs, measure, measures, start, n))
    }
  }
  return passes
}

function lookUpMeasure(
  words: Uint16Array,
  { points, band, state }: ExplainedMeasure,
  to: MeasureColumns,
  start: number,
  n: number,
): void {
  const { points: pointsTo, band: bandTo, state: stateTo } = to
  for (let i = 0; i < n; i++) {
    const word = words[i]!
    pointsTo[start + i] = points[word]!
    bandTo[start + i] = band[word]!
    stateTo[start + i] = state[word]!
  }
}

function shareMeasure(
  words: Uint16Array,
  weights: Float64Array,
  signs: Float64Array,
  { points, share, gap }: ExplainedMeasure,
  to: MeasureColumns,
  start: number,
  n: number,
): void {
  const { effectiveWeight, contribution, lost } = to
  for (let i = 0; i < n; i++) {
    const word = words[i]!
    const weight = weights[i]! * share[word]!
    effectiveWeight[start + i] = weight
    contribution[start + i] = points[word]! * weight
    lost[start + i] = signs[i]! * (weight * gap[word]!) + 0
  }
}
