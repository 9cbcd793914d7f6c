import type { Dimension } from '../../model/group.ts'
import type { BandNames } from './band-names.ts'
import type { DimensionTable } from './dimension-table.ts'
import { countEdges, thresholds } from './judge.ts'
import { lookUpAndSum, type Pass } from './passes.ts'
import { shownNumber } from './score-bands.ts'
import type { Scores } from './scores.ts'
import { sumKernels } from './sum-kernels.ts'
import { BLOCK } from './vector.ts'
import type { WholeSums } from './whole-sums.ts'
import type { WordSource } from './words.ts'

/** Dimensions, and the whole by adding them up. */
export function sumPasses(
  dimensions: readonly DimensionTable[],
  sources: readonly WordSource[],
  whole: WholeSums,
  out: Scores,
): Pass[] {
  const words = new Uint16Array(BLOCK)
  const column = () => new Float64Array(BLOCK)
  const sums: Sums = { points: column(), weights: column(), covered: column(), coverageWeights: column() }
  const passes: Pass[] = [(_start, n) => clear(sums, whole.coverageWeight, n)]
  for (const [index, { dimension, band }] of dimensions.entries()) {
    const { numbers, words: fills } = sources[index]!
    const { terms, coverageWeights } = whole.dimensions[index]!
    const { score: scores, band: bands } = out.dimensions.get(dimension.path)!
    const to = { terms, band, ...sums, scores, bands }
    const kernel = numbers === null || coverageWeights !== null ? undefined : sumKernels[numbers.length - 1]
    if (kernel !== undefined) {
      passes.push((start, n) => kernel(numbers!, to, start, n))
      continue
    }
    for (const fill of fills) passes.push((start, n) => fill(start, words, n))
    passes.push((start, n) => lookUpAndSum(words, to, start, n))
    if (coverageWeights === null) continue
    passes.push((_start, n) => {
      for (let i = 0; i < n; i++) sums.coverageWeights[i]! += coverageWeights[words[i]!]!
    })
  }
  return [...passes, ...wholePasses(whole.root, whole.bands, sums, out)]
}

/** What the dimensions add up to in each row of the block. */
interface Sums {
  readonly points: Float64Array
  readonly weights: Float64Array
  readonly covered: Float64Array
  readonly coverageWeights: Float64Array
}

function clear({ points, weights, covered, coverageWeights }: Sums, coverageWeight: number, n: number): void {
  points.fill(0, 0, n)
  weights.fill(0, 0, n)
  covered.fill(0, 0, n)
  coverageWeights.fill(coverageWeight, 0, n)
}

function wholePasses(root: Dimension, bands: BandNames, sums: Sums, out: Scores): readonly Pass[] {
  const { withholdBelow, scale } = root
  const limits = Float64Array.of(
    withholdBelow ?? -Infinity,
    scale.clamp ? scale.low : -Infinity,
    scale.clamp ? scale.high : Infinity,
  )
  const edges = thresholds(root.banding)
  const names = root.banding.outcomes.map((outcome) => outcome?.band ?? null)
  const codes = Int16Array.from([...names, null], (name) => (name === null ? -1 : bands.codeOf(name)))
  const passes: Pass[] = [(start, n) => divide(sums, limits, out.score, out.coverage, start, n)]
  if (edges.length === 2 && !root.judgeShown) {
    passes.push((start, n) => judgeByTwo(out.score, edges, codes, out.band, start, n))
  } else passes.push(judgeByAny(root, out, edges, codes))
  const to = out.account?.shown
  if (to !== undefined) {
    passes.push((start, n) => {
      for (let i = 0; i < n; i++) to[start + i] = shownNumber(root, out.score[start + i]!)
    })
  }
  return passes
}

/**
 * Sums first, one division; then what the whole asks for: enough coverage, and to lie inside its scale. Limits are read
 * from memory: numbers that come whole from one model and broken from the next would be unpacked at every row.
 */
function divide(
  { points, weights, covered, coverageWeights }: Sums,
  limits: Float64Array,
  scores: Float64Array,
  coverages: Float64Array,
  start: number,
  n: number,
): void {
  const least = limits[0]!
  const low = limits[1]!
  const high = limits[2]!
  for (let i = 0; i < n; i++) {
    const coverage = covered[i]! / coverageWeights[i]!
    const mean = points[i]! / weights[i]!
    coverages[start + i] = coverage
    // Stored at once and amended: a choice among numbers would be boxed, row by row.
    scores[start + i] = mean
    if (coverage < least || mean - mean !== 0) scores[start + i] = NaN
    else if (mean < low) scores[start + i] = low
    else if (mean > high) scores[start + i] = high
  }
}

/** The common case in one pass. */
function judgeByTwo(
  scores: Float64Array,
  edges: Float64Array,
  codes: Int16Array,
  bands: Int16Array,
  start: number,
  n: number,
): void {
  const low = edges[0]!
  const high = edges[1]!
  for (let i = 0; i < n; i++) {
    const score = scores[start + i]!
    bands[start + i] = codes[(+(score >= low) | 0) + (+(score >= high) | 0) + 3 * (+(score !== score) | 0)]!
  }
}

function judgeByAny(root: Dimension, { score, band }: Scores, edges: Float64Array, codes: Int16Array): Pass {
  const judged = new Float64Array(BLOCK)
  const stretches = new Uint16Array(BLOCK)
  return (start, n) => {
    for (let i = 0; i < n; i++) judged[i] = root.judgeShown ? shownNumber(root, score[start + i]!) : score[start + i]!
    countEdges(judged, edges, stretches, n)
    for (let i = 0; i < n; i++) band[start + i] = codes[stretches[i]!]!
  }
}
