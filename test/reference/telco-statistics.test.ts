import { describe, expect, test } from 'vitest'
import { delong } from '../../src/validation/statistics/delong.ts'
import { gini } from '../../src/validation/statistics/auc.ts'
import { cochranArmitage } from '../../src/validation/statistics/band-trend.ts'
import { brier } from '../../src/validation/statistics/brier.ts'
import { calibrationError } from '../../src/validation/statistics/calibration-error.ts'
import { clopperPearson } from '../../src/validation/statistics/clopper-pearson.ts'
import { hosmerLemeshow } from '../../src/validation/statistics/hosmer-lemeshow.ts'
import type { Interval } from '../../src/validation/statistics/interval.ts'
import { byScore, isotonic } from '../../src/validation/statistics/isotonic.ts'
import { kaplanMeier, medianSurvival, survivalAt } from '../../src/validation/statistics/kaplan-meier.ts'
import { kolmogorovSmirnov } from '../../src/validation/statistics/kolmogorov-smirnov.ts'
import { liftAndCapture } from '../../src/validation/statistics/lift.ts'
import { logRank } from '../../src/validation/statistics/log-rank.ts'
import { platt } from '../../src/validation/statistics/platt.ts'
import { populationStability } from '../../src/validation/statistics/stability.ts'
import { weightedRate } from '../../src/validation/statistics/weighted-rate.ts'
import { wilson } from '../../src/validation/statistics/wilson.ts'
import { readData } from './data.ts'
import { BANDS, telco } from './telco.ts'

// The figures that R 4.2.2 (pROC 1.18.0, survival 3.5-3) gave for one toy score: reference_stats.R-output.txt beside the data.
const printed = readData('telco-ibm/reference_stats.R-output.txt')

const accounts = telco()
const scores = accounts.map(({ score }) => score)
const events = accounts.map(({ churned }) => Number(churned))
const risks = scores.map((score) => -score)
const counts = BANDS.map((band) => {
  const inside = accounts.filter((account) => account.band === band)
  return { n: inside.length, events: inside.filter(({ churned }) => churned).length }
})

describe('one toy score of the telco accounts, to nine places', () => {
  test('discrimination', () => {
    const area = delong(risks, events)!
    near(area.auc, figure(/^AUC (\S+)/m))
    expect(area.variance! / figure(/ var (\S+)/)).toBeCloseTo(1, 9)
    nearInterval(area.interval, figures(/^CI (\S+) (\S+)/m))
    near(gini(area.auc), figure(/^Gini (\S+)/m))
    expect(kolmogorovSmirnov(risks, events)).toEqual({ ks: expect.closeTo(figure(/^KS (\S+)/m), 9), at: -40 })
  })

  test.each(BANDS)('the %s band', (band) => {
    const at = BANDS.indexOf(band)
    const { n, events: lost } = counts[at]!
    const row = new RegExp(
      `^${band} x=(\\S+) n=(\\S+) p=\\S+ wilson\\[(\\S+),(\\S+)\\] cp\\[(\\S+),(\\S+)\\] lift=(\\S+) capture=(\\S+)`,
      'm',
    )
    const [x, all, ...rest] = figures(row)
    expect([lost, n]).toEqual([x, all])
    nearInterval(wilson(lost, n), rest.slice(0, 2))
    nearInterval(clopperPearson(lost, n), rest.slice(2, 4))
    const { lift, capture } = liftAndCapture(counts)![at]!
    near(lift!, rest[4]!)
    near(capture, rest[5]!)
  })

  test('the trend along the bands', () => {
    expect(cochranArmitage(counts)!.chiSquare / figure(/X2=(\S+) p=0/)).toBeCloseTo(1, 12)
  })

  test.each(BANDS)('the ARR lost in the %s band', (band) => {
    const inside = accounts.filter((account) => account.band === band)
    const amounts = inside.map(({ arr }) => arr)
    const lost = inside.map(({ arr, churned }) => (churned ? arr : 0))
    const rate = weightedRate(amounts, lost, { seed: 1 })
    const [gone, all, share] = figures(new RegExp(`^${band} acv_lost=(\\S+) acv=(\\S+) rate=(\\S+)`, 'm'))
    expect([rate.lost, rate.total]).toEqual([gone! * 100, all! * 100])
    near(rate.rate!, share!)
    // R's is a plain percentile interval of 4000 draws with another seed.
    const [low, high] = figures(new RegExp(`^${band} bootstrap pct 95% \\[(\\S+),(\\S+)\\]`, 'm'))
    expect(Math.abs(rate.interval!.low - low!)).toBeLessThan(0.002)
    expect(Math.abs(rate.interval!.high - high!)).toBeLessThan(0.002)
  })

  test('calibration', () => {
    const line = platt(scores, events)!
    // R's glm stops a step before it has converged; these are the converged figures.
    expect(line.intercept).toBeCloseTo(1.0865796039, 9)
    expect(line.slope).toBeCloseTo(-0.0504394527, 9)
    expect(line.standardError).toBeCloseTo(figure(/slope \S+ se (\S+)/), 6)
    const probabilities = scores.map(line.probability)
    const found = brier(probabilities, events)!
    expect(found.brier).toBeCloseTo(figure(/^Brier (\S+)/m), 7)
    expect(found.reference).toBeCloseTo(figure(/^Brier ref (\S+)/m), 9)
    expect(found.bss).toBeCloseTo(figure(/ BSS (\S+)/), 7)
    expect(calibrationError(probabilities, events)!.ece).toBeCloseTo(figure(/^ECE10w (\S+)/m), 7)
    const groups = hosmerLemeshow(probabilities, events)!
    expect(groups).toMatchObject({ groups: 18, freedom: 16 })
    expect(groups.chiSquare).toBeCloseTo(figure(/^HL .* X2=(\S+)/m), 5)
  })

  test('isotonic steps', () => {
    const steps = isotonic(scores, events)
    const rows = [...printed.matchAll(/^\d+ +(\d+) +\d+ +\d+ +\S+ (\S+)$/gm)]
    expect(rows).toHaveLength(18)
    for (const [, score, rate] of rows) {
      const step = steps.find(({ from, to }) => from <= Number(score) && Number(score) <= to)!
      expect(step.rate).toBeCloseTo(Number(rate), 8)
    }
    expect(byScore(scores, events)).toHaveLength(18)
  })

  test('drift between the first 3500 and the rest', () => {
    const bandCounts = (some: typeof accounts) =>
      BANDS.map((band) => some.filter((account) => account.band === band).length)
    const found = populationStability(bandCounts(accounts.slice(0, 3500)), bandCounts(accounts.slice(3500)))!
    near(found.psi, figure(/^PSI bands (\S+)/m))
    expect(found.drifted).toBe(false)
  })

  test('survival by band, with the log-rank test', () => {
    const times = accounts.map(({ tenure }) => tenure)
    const [red, yellow] = BANDS.slice(0, 2).map((band) => {
      const inside = accounts.filter((account) => account.band === band)
      return kaplanMeier(
        inside.map(({ tenure }) => tenure),
        inside.map(({ churned }) => Number(churned)),
      )
    })
    expect(survivalAt(red!, 12).survival).toBeCloseTo(0.6344967, 7)
    expect(survivalAt(red!, 72).survival).toBeCloseTo(0.07968955, 7)
    expect([medianSurvival(red!), medianSurvival(yellow!)]).toEqual([25, 72])
    const all = survivalAt(kaplanMeier(times, events), 48)
    expect(all.interval!.low).toBeCloseTo(0.69624508, 7)
    expect(all.interval!.high).toBeCloseTo(0.72102273, 7)
    const compared = logRank(
      times,
      events,
      accounts.map(({ band }) => BANDS.indexOf(band)),
      3,
    )!
    expect(compared.chiSquare).toBeCloseTo(figure(/^logrank (\S+)/m), 7)
  })
})

function figures(pattern: RegExp): readonly number[] {
  return pattern.exec(printed)!.slice(1).map(Number)
}

function figure(pattern: RegExp): number {
  return figures(pattern)[0]!
}

function near(value: number, wanted: number): void {
  expect(value).toBeCloseTo(wanted, 9)
}

function nearInterval(interval: Interval | null, [low, high]: readonly number[]): void {
  near(interval!.low, low!)
  near(interval!.high, high!)
}
