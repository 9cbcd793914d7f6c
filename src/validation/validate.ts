import { arrLost, byBand, type ByBand } from './by-band.ts'
import { bySegment, some, type SegmentOutcome } from './by-segment.ts'
import { calibrate, type Calibration } from './calibrate.ts'
import { discriminate, type Discrimination } from './discrimination.ts'
import { type DriftReport, driftBetweenDates } from './drift.ts'
import type { LeakCheck } from './leak-check.ts'
import { leakChecks } from './leaks.ts'
import { type Observations, observe } from './observations.ts'
import type { Outcomes } from './outcomes.ts'
import { type PartAlone, partsAlone } from './parts-alone.ts'
import { ladderOf, type ScoredRows } from './scored-rows.ts'
import type { WeightedRate } from './statistics/weighted-rate.ts'
import { type SurvivalByBand, survivalByBand } from './survival-by-band.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { type WarningsAhead, warningsAhead } from './warnings-ahead.ts'

export interface ValidationOptions {
  /** Days after a landmark within which a loss counts. */
  readonly horizon: number
  /** A single landmark, in days since 1970-01-01. */
  readonly at?: number
  /** Where resampling begins: the same data and seed give the same figures. */
  readonly seed: number
}

/** Scores against what happened after them. */
export interface Validation {
  readonly verdict: Verdict
  readonly options: ValidationOptions
  readonly source: SourceCounts
  readonly observations: Observations
  readonly whole: Discrimination
  readonly byBand: ByBand | null
  /** ARR lost of all; null where amounts are not known. */
  readonly arr: WeightedRate | null
  /** Accounts whose contract ended within the horizon; null where contracts are not known. */
  readonly availableToRenew: (Discrimination & { readonly byBand: ByBand | null }) | null
  readonly calibration: Calibration | null
  readonly survival: SurvivalByBand | null
  readonly ahead: WarningsAhead | null
  readonly alone: readonly PartAlone[]
  readonly segments: readonly SegmentOutcome[]
  readonly drift: DriftReport | null
  readonly checks: readonly LeakCheck[]
}

export interface SourceCounts {
  readonly rows: number
  readonly accounts: number
  /** Days since 1970-01-01; null without dates. */
  readonly firstDate: number | null
  readonly lastDate: number | null
  readonly lostAccounts: number
  readonly until: number | null
  readonly bands: readonly string[]
}

/** The whole report, as a value. Deterministic: nothing in it knows the clock. */
export function validate(scores: ScoredRows, outcomes: Outcomes, options: ValidationOptions): Validation {
  const { seed } = options
  const observations = observe(scores, outcomes, options)
  const whole = discriminate(observations.risk, observations.event, observations.cluster, seed)
  const bands = byBand(observations, ladderOf(scores), seed)
  const alone = partsAlone(scores, observations)
  const checks = leakChecks({ scores, outcomes, observations, whole, parts: alone })
  return {
    verdict: verdictOf(whole, bands, checks),
    options,
    source: countsOf(scores, outcomes),
    observations,
    whole,
    byBand: bands,
    arr: arrLost(observations, [...observations.row.keys()], seed),
    availableToRenew: availableToRenew(scores, observations, seed),
    calibration: whole.sample === 'counts only' ? null : calibrate(observations, scores.higherIsWorse),
    survival: survivalByBand(scores, outcomes, options.at),
    ahead: warningsAhead(scores, outcomes),
    alone,
    segments: bySegment(scores, observations, seed),
    drift: driftBetweenDates(scores),
    checks,
  }
}

function availableToRenew(
  scores: ScoredRows,
  observations: Observations,
  seed: number,
): Validation['availableToRenew'] {
  const { couldLeave } = observations
  if (couldLeave === null) return null
  const open = some(observations, (at) => couldLeave[at] === 1)
  return { ...discriminate(open.risk, open.event, open.cluster, seed), byBand: byBand(open, ladderOf(scores), seed) }
}

function countsOf(scores: ScoredRows, outcomes: Outcomes): SourceCounts {
  const dates = scores.dates.filter((date) => !Number.isNaN(date))
  const edge = (pick: (a: number, b: number) => number) => (dates.length === 0 ? null : dates.reduce(pick))
  return {
    rows: scores.length,
    accounts: new Set(scores.accounts).size,
    firstDate: edge((a, b) => Math.min(a, b)),
    lastDate: edge((a, b) => Math.max(a, b)),
    lostAccounts: outcomes.losses.size,
    until: outcomes.until,
    bands: ladderOf(scores),
  }
}
