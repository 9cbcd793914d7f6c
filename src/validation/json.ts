import { isoDate } from '../engine/days.ts'
import type { BandOutcome, ByBand } from './by-band.ts'
import type { Calibration } from './calibrate.ts'
import type { Discrimination } from './discrimination.ts'
import type { Drift } from './drift.ts'
import type { WeightedRate } from './statistics/weighted-rate.ts'
import type { SurvivalByBand } from './survival-by-band.ts'
import type { Validation } from './validate.ts'
import type { WarningsAhead } from './warnings-ahead.ts'

/**
 * The report as JSON. Rates, intervals and areas are unrounded; amounts are decimal strings to the cent; times are in days;
 * dates are ISO; what does not exist is null. What is said of all accounts stands at the top, under the statistics' names.
 */
export function validationJson(validation: Validation): object {
  const { observations, whole, byBand, calibration, checks, options, source } = validation
  const { design } = observations
  return {
    verdict: validation.verdict,
    predicts: validation.verdict.kind === 'predicts',
    units: { time: 'days', rates: 'share of 1', amounts: 'as given, a year', confidence: 0.95 },
    data: {
      scores: source.rows,
      accounts: source.accounts,
      from: day(source.firstDate),
      to: day(source.lastDate),
      lostAccounts: source.lostAccounts,
      knownUntil: day(source.until),
      design: design.kind,
      horizonDays: design.kind === 'landmarks' ? options.horizon : null,
      landmarks: design.kind === 'landmarks' ? design.days.map(day) : [],
      rows: observations.length,
      excluded: observations.excluded,
      seed: options.seed,
    },
    ...discriminationJson(whole),
    bands: byBand?.bands.map(bandJson) ?? null,
    lift: byBand && perBand(byBand, ({ lift }) => lift),
    capture: byBand && perBand(byBand, ({ capture }) => capture),
    wilson: byBand && perBand(byBand, (band) => band.wilson),
    clopperPearson: byBand && perBand(byBand, (band) => band.clopperPearson),
    bandTrend: byBand && trendJson(byBand),
    arr: validation.arr && weightedJson(validation.arr),
    availableToRenew: validation.availableToRenew && {
      ...discriminationJson(validation.availableToRenew),
      bands: validation.availableToRenew.byBand?.bands.map(bandJson) ?? null,
    },
    ...calibrationJson(calibration),
    kaplanMeier: validation.survival && survivalJson(validation.survival),
    logRank: validation.survival?.logRank ?? null,
    leadTime: validation.ahead && aheadJson(validation.ahead),
    alone: validation.alone.map(({ path, kind, present, ...rest }) => ({
      path,
      kind,
      present,
      ...discriminationJson(rest),
    })),
    segments: validation.segments.map(({ segment, byBand: bands, ...rest }) => ({
      segment,
      ...discriminationJson(rest),
      bands: bands?.bands.map(bandJson) ?? null,
      bandTrend: bands && trendJson(bands),
    })),
    psi: validation.drift && {
      looks: validation.drift.looks,
      expectedByChance: validation.drift.expectedByChance,
      drifted: validation.drift.drifted.map(driftJson),
      score: validation.drift.score.map(driftJson),
    },
    leakChecks: checks,
  }
}

function discriminationJson(found: Discrimination): object {
  return {
    n: found.n,
    events: found.events,
    sample: found.sample,
    auc: found.auc,
    ci: found.ci,
    ciMethod: found.method,
    variance: found.variance,
    gini: found.gini,
    ks: found.ks,
    ksAt: found.ksAt,
  }
}

function bandJson(band: BandOutcome): object {
  const { arr, ...rest } = band
  return { ...rest, arr: arr && weightedJson(arr) }
}

function perBand<T>({ bands }: ByBand, valueOf: (band: BandOutcome) => T): Record<string, T> {
  return Object.fromEntries(bands.map((band) => [band.band, valueOf(band)]))
}

function trendJson({ trend, reversals, fisher, unbanded }: ByBand): object {
  return { test: 'Cochran-Armitage', z: null, chiSquare: null, p: null, ...trend, reversals, fisher, unbanded }
}

function weightedJson(rate: WeightedRate): object {
  return {
    total: amount(rate.total),
    lost: amount(rate.lost),
    rate: rate.rate,
    ci: rate.interval,
    ciMethod: 'bootstrap BCa',
    largest: rate.largest,
    largestFive: rate.largestFive,
    effectiveN: rate.effectiveN,
    concentrated: rate.concentrated,
  }
}

function calibrationJson(calibration: Calibration | null): object {
  if (calibration === null)
    return { platt: null, isotonic: null, brier: null, bss: null, ece: null, hosmerLemeshow: null, calibration: null }
  const { platt, isotonic, brier, bss, ece, bins, hosmerLemeshow, arr, later, prefer } = calibration
  const ratio = arr && { observed: amount(arr.observed), expected: amount(arr.expected), ratio: arr.ratio }
  return { platt, isotonic, brier, bss, ece, hosmerLemeshow, calibration: { prefer, eceBins: bins, arr: ratio, later } }
}

function survivalJson({ landmark, until, bands }: SurvivalByBand): object {
  return {
    landmark: day(landmark),
    until: day(until),
    bands: bands.map(({ steps, ...band }) => ({
      ...band,
      steps: steps.map(({ time, atRisk, events, survival, interval }) => ({
        time,
        atRisk,
        events,
        survival,
        ci: interval,
      })),
    })),
  }
}

function aheadJson({ rule, leadTime, byMonths }: WarningsAhead): object {
  return {
    rule,
    ...leadTime,
    byMonths:
      byMonths && byMonths.map(({ months, bands, ...rest }) => ({ months, ...discriminationJson(rest), bands })),
  }
}

function driftJson({ path, from, to, n, psi, critical, drifted, smoothed }: Drift): object {
  return { path: path === '' ? null : path, from: day(from), to: day(to), n, psi, critical, drifted, smoothed }
}

/** Cents as a decimal text. Parts of a cent come of expected values only. */
function amount(cents: number): string {
  return (Math.round(cents) / 100).toFixed(2)
}

function day(value: number | null): string | null {
  return value === null || Number.isNaN(value) ? null : isoDate(value)
}
