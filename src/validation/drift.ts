import type { ScoredRows } from './scored-rows.ts'
import { populationStability, type Stability } from './statistics/stability.ts'

/** How a distribution over bands moved from one score date to the next. */
export interface Drift extends Stability {
  /** A dimension or measure by path; an empty text for the whole score. */
  readonly path: string
  readonly from: number
  readonly to: number
  readonly n: { readonly from: number; readonly to: number }
}

export interface DriftReport {
  /** How many steps were looked at, and how many of them chance alone would show as drifted. */
  readonly looks: number
  readonly expectedByChance: number
  /** Those above their critical value, by date. */
  readonly drifted: readonly Drift[]
  /** Of the whole score, every step. */
  readonly score: readonly Drift[]
}

/** Null with fewer than two dates. */
export function driftBetweenDates(scores: ScoredRows): DriftReport | null {
  const dates = [...new Set(scores.dates)].filter((date) => !Number.isNaN(date)).toSorted((a, b) => a - b)
  if (dates.length < 2) return null
  const rowsOf = new Map<number, number[]>(dates.map((date) => [date, []]))
  for (let row = 0; row < scores.length; row++) rowsOf.get(scores.dates[row]!)?.push(row)
  const size = scores.bands.length
  const steps = (path: string, band: Int32Array): readonly Drift[] =>
    dates.slice(1).flatMap((to, at) => {
      const from = dates[at]!
      const before = countsOf(band, rowsOf.get(from)!, size)
      const after = countsOf(band, rowsOf.get(to)!, size)
      const found = populationStability(before, after)
      return found === null || found.critical === null
        ? []
        : [{ path, from, to, n: { from: sum(before), to: sum(after) }, ...found }]
    })
  const score = steps('', scores.band)
  const all = [...score, ...scores.parts.flatMap(({ path, band }) => steps(path, band))]
  return {
    looks: all.length,
    expectedByChance: 0.05 * all.length,
    drifted: all.filter(({ drifted }) => drifted).toSorted((a, b) => a.to - b.to),
    score,
  }
}

function countsOf(band: Int32Array, rows: readonly number[], size: number): readonly number[] {
  const counts = Array.from({ length: size }, () => 0)
  for (const row of rows) if (band[row]! >= 0) counts[band[row]!]!++
  return counts
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0)
}
