import type { Dimension } from '../../model/group.ts'
import type { DimensionTable } from './dimension-table.ts'
import { countEdges, thresholds } from './judge.ts'
import { lookUpAndSum, type Pass } from './passes.ts'
import { shownNumber } from './score-bands.ts'
import type { Scores } from './scores.ts'
import { blockSums, sumKernels } from './sum-kernels.ts'
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
  const passes: Pass[] = [clear.bind(null, whole.coverageWeight)]
  for (const [index, { dimension, band }] of dimensions.entries()) {
    const { numbers, words: fills } = sources[index]!
    const { terms, coverageWeights } = whole.dimensions[index]!
    const { score: scores, band: bands } = out.dimensions.get(dimension.path)!
    const to = { terms, band, scores, bands }
    const kernel = numbers === null || coverageWeights !== null ? undefined : sumKernels[numbers.length - 1]
    if (kernel !== undefined) {
      passes.push(kernel.bind(null, numbers!, to))
      continue
    }
    for (const fill of fills) passes.push((start, n) => fill(start, words, n))
    passes.push(lookUpAndSum.bind(null, words, to))
    if (coverageWeights === null) continue
    passes.push((_start, n) => {
      for (let i = 0; i < n; i++) blockSums.coverageWeights[i]! += coverageWeights[words[i]!]!
    })
  }
  return [...passes, ...wholePasses(whole, out)]
}

const { points, weights, covered, coverageWeights } = blockSums

function clear(coverageWeight: number, _start: number, n: number): void {
  points.fill(0, 0, n)
  weights.fill(0, 0, n)
  covered.fill(0, 0, n)
  coverageWeights.fill(coverageWeight, 0, n)
}

function wholePasses({ root, bands, staysInside }: WholeSums, out: Scores): readonly Pass[] {
  const { withholdBelow, scale } = root
  const passes: Pass[] = [divide.bind(null, out.score, out.coverage)]
  if (withholdBelow !== null || !staysInside) {
    const limits = Float64Array.of(
      withholdBelow ?? -Infinity,
      scale.clamp ? scale.low : -Infinity,
      scale.clamp ? scale.high : Infinity,
    )
    passes.push(limit.bind(null, limits, out.score, out.coverage))
  }
  const edges = thresholds(root.banding)
  const names = root.banding.outcomes.map((outcome) => outcome?.band ?? null)
  const codes = Int16Array.from([...names, null], (name) => (name === null ? -1 : bands.codeOf(name)))
  if (edges.length === 2 && !root.judgeShown) {
    passes.push(judgeByTwo.bind(null, out.score, edges, codes, out.band))
  } else passes.push(judgeByAny(root, out, edges, codes))
  const to = out.account?.shown
  if (to !== undefined) {
    passes.push((start, n) => {
      for (let i = 0; i < n; i++) to[start + i] = shownNumber(root, out.score[start + i]!)
    })
  }
  return passes
}

/** Sums first, one division. */
function divide(scores: Float64Array, coverages: Float64Array, start: number, n: number): void {
  for (let i = 0; i < n; i++) {
    coverages[start + i] = covered[i]! / coverageWeights[i]!
    scores[start + i] = points[i]! / weights[i]!
  }
}

/**
 * What the whole asks for: enough coverage, and to lie inside its scale. Limits are read from memory: numbers that come
 * whole from one model and broken from the next would be unpacked at every row. Each is stored where it is chosen: a
 * choice among numbers would make an object of each.
 */
function limit(limits: Float64Array, scores: Float64Array, coverages: Float64Array, start: number, n: number): void {
  const least = limits[0]!
  const low = limits[1]!
  const high = limits[2]!
  for (let i = start; i < start + n; i++) {
    const mean = scores[i]!
    if (coverages[i]! < least || mean - mean !== 0) scores[i] = NaN
    else if (mean < low) scores[i] = low
    else if (mean > high) scores[i] = high
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
