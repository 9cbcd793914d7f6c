import type { Dimension } from '../../model/group.ts'
import { countEdges, thresholds } from './judge.ts'
import { lookUp, lookUpNumbers, type Pass } from './passes.ts'
import { shownNumber } from './score-bands.ts'
import type { Scores } from './scores.ts'
import type { WholeSums, WholeTable } from './tables.ts'
import { BLOCK } from './vector.ts'

/** From the sums of the dimensions' steps to the whole. */
export function tablePasses({ score, band, coverage, shown }: WholeTable, sums: Uint16Array, out: Scores): Pass[] {
  const passes: Pass[] = [
    (start, n) => lookUp(sums, score, band, out.score, out.band, start, n),
    (start, n) => lookUpNumbers(sums, coverage, out.coverage, start, n),
  ]
  const to = out.account?.shown
  if (to !== undefined) passes.push((start, n) => lookUpNumbers(sums, shown, to, start, n))
  return passes
}

/** From the totals of the dimensions' terms to the whole. */
export function sumPasses({ root, bands }: WholeSums, totals: Float64Array, out: Scores): Pass[] {
  const edges = thresholds(root.banding)
  const names = root.banding.outcomes.map((outcome) => outcome?.band ?? null)
  const codes = Int16Array.from([...names, null], (name) => (name === null ? -1 : bands.codeOf(name)))
  const judged = new Float64Array(BLOCK)
  const stretches = new Uint16Array(BLOCK)
  const passes: Pass[] = [
    (start, n) => divide(root, totals, judged, out.score, out.coverage, start, n),
    (_start, n) => {
      if (root.judgeShown) for (let i = 0; i < n; i++) judged[i] = shownNumber(root, judged[i]!)
      countEdges(judged, edges, stretches, n)
    },
    (start, n) => {
      for (let i = 0; i < n; i++) out.band[start + i] = codes[stretches[i]!]!
    },
  ]
  const to = out.account?.shown
  if (to !== undefined) {
    passes.push((start, n) => {
      for (let i = 0; i < n; i++) to[start + i] = shownNumber(root, out.score[start + i]!)
    })
  }
  return passes
}

/** Four totals a row: points, their weight, coverage, its weight. */
export function addTerms(words: Uint16Array, terms: Float64Array, totals: Float64Array, n: number): void {
  for (let i = 0, to = 0; i < n; i++, to += 4) {
    const from = words[i]! * 4
    totals[to]! += terms[from]!
    totals[to + 1]! += terms[from + 1]!
    totals[to + 2]! += terms[from + 2]!
    totals[to + 3]! += terms[from + 3]!
  }
}

/** Sums first, one division; then what the whole asks for: enough coverage, and to lie inside its scale. */
function divide(
  { withholdBelow, scale }: Dimension,
  totals: Float64Array,
  judged: Float64Array,
  scores: Float64Array,
  coverages: Float64Array,
  start: number,
  n: number,
): void {
  const least = withholdBelow ?? -Infinity
  const low = scale.clamp ? scale.low : -Infinity
  const high = scale.clamp ? scale.high : Infinity
  for (let i = 0, at = 0; i < n; i++, at += 4) {
    const coverage = totals[at + 2]! / totals[at + 3]!
    const mean = totals[at]! / totals[at + 1]!
    const score = coverage < least || mean - mean !== 0 ? NaN : mean < low ? low : mean > high ? high : mean
    judged[i] = score
    scores[start + i] = score
    coverages[start + i] = coverage
  }
}
