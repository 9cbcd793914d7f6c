import { chiSquareQuantile } from './distributions.ts'
import { CONFIDENCE } from './interval.ts'

/** How far a distribution over bands or bins has moved between two dates. */
export interface Stability {
  readonly psi: number
  /** What chance alone stays below, with this confidence, between samples of these sizes. Null with fewer than two bins in use. */
  readonly critical: number | null
  readonly drifted: boolean
  /** An empty bin was given half an account on both sides, so that its logarithm exists. */
  readonly smoothed: boolean
}

/** The population stability index of counts by bin, before and after. Null where a side has none. */
export function populationStability(
  before: readonly number[],
  after: readonly number[],
  confidence = CONFIDENCE,
): Stability | null {
  const n = total(before)
  const m = total(after)
  if (n === 0 || m === 0) return null
  const used = before.flatMap((count, at) => (count > 0 || after[at]! > 0 ? [[count, after[at]!] as const] : []))
  const smoothed = used.some(([a, b]) => a === 0 || b === 0)
  const extra = smoothed ? 0.5 : 0
  const wholeBefore = n + extra * used.length
  const wholeAfter = m + extra * used.length
  const psi = used.reduce((sum, [a, b]) => {
    const p = (a + extra) / wholeBefore
    const q = (b + extra) / wholeAfter
    return sum + (q - p) * Math.log(q / p)
  }, 0)
  // Under no change it is about (1/n + 1/m) times a chi-square (Yurdakul and Naranjo 2020).
  const critical = used.length < 2 ? null : (1 / n + 1 / m) * chiSquareQuantile(confidence, used.length - 1)
  return { psi, critical, drifted: critical !== null && psi > critical, smoothed }
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
