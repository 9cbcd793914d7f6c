import type { Band, Outcome } from '../../model/judge.ts'
import { pointsOfBand, verdictOf, type Verdict } from '../verdict.ts'
import type { BandNames } from './band-names.ts'
import type { Vector } from './vector.ts'

/** What a judge said of each row: nothing claims it, deliberately unscored, or an outcome. */
export const JUDGED = 0
export const UNJUDGED = 1
export const UNSCORED = 2

export interface Judged {
  /** NaN where there are none. */
  readonly points: Vector
  /** Code of the band among all names; NaN where the judge names none. */
  readonly band: Vector
  /** JUDGED, UNJUDGED or UNSCORED. */
  readonly verdict: Uint8Array
}

/** Outcomes by a small code, the last of which is `missing`: what most judges come down to. */
export interface OutcomeTable {
  readonly points: Float64Array
  readonly band: Float64Array
  readonly verdict: Uint8Array
}

export function outcomeTable(
  outcomes: readonly (Outcome | null)[],
  ladder: readonly Band[],
  names: BandNames,
): OutcomeTable {
  const verdicts: readonly Verdict[] = [...outcomes.map((outcome) => verdictOf(outcome, null)), { kind: 'missing' }]
  return {
    points: Float64Array.from(verdicts, (verdict) =>
      verdict.kind === 'outcome' ? (verdict.points ?? pointsOfBand(ladder, verdict.band)) : NaN,
    ),
    band: Float64Array.from(verdicts, (verdict) =>
      verdict.kind === 'outcome' && verdict.band !== null ? names.codeOf(verdict.band) : NaN,
    ),
    verdict: Uint8Array.from(verdicts, (verdict) => kinds[verdict.kind]),
  }
}

const kinds: Readonly<Record<Verdict['kind'], number>> = { outcome: JUDGED, missing: UNJUDGED, unscored: UNSCORED }

export function lookUp(table: OutcomeTable, codes: Uint16Array, out: Judged, n: number): void {
  const { points, band, verdict } = table
  for (let i = 0; i < n; i++) {
    const code = codes[i]!
    out.points[i] = points[code]!
    out.band[i] = band[code]!
    out.verdict[i] = verdict[code]!
  }
}
