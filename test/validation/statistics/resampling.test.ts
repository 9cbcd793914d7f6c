import { describe, expect, test } from 'vitest'
import { auc } from '../../../src/validation/statistics/auc.ts'
import { clusterAucInterval } from '../../../src/validation/statistics/cluster-auc.ts'
import { clusterDelong } from '../../../src/validation/statistics/cluster-delong.ts'
import { delong } from '../../../src/validation/statistics/delong.ts'
import { seededIndexes } from '../../../src/validation/statistics/random.ts'
import { clusterInterval } from '../../../src/validation/statistics/cluster-bootstrap.ts'
import { ratioInterval, weightedRate } from '../../../src/validation/statistics/weighted-rate.ts'

const amounts = [120, 80, 300, 45, 60, 210, 90, 150, 33, 75, 500, 64, 81, 95, 110]
const happened = [0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0]
const lost = amounts.map((amount, at) => amount * happened[at]!)

describe('a rate by amount', () => {
  test('has the interval that boot of R finds with a hundred thousand draws', () => {
    const { low, high } = ratioInterval(Float64Array.from(amounts), Float64Array.from(lost), {
      seed: 1,
      resamples: 60_000,
    })!
    // boot.ci(type = "bca"): 0.1234 to 0.8047 with the plain jackknife; the ends of such a skewed ratio move by one or two hundredths between seeds.
    expect(Math.abs(low - 0.1234)).toBeLessThan(0.012)
    expect(Math.abs(high - 0.8047)).toBeLessThan(0.02)
  })

  test('says what it hangs on', () => {
    const rate = weightedRate(amounts, lost, { seed: 1 })
    expect(rate).toMatchObject({ total: 2013, lost: 810, concentrated: true })
    expect(rate.rate).toBeCloseTo(0.40238450074516, 12)
    expect(rate.largest).toBeCloseTo(500 / 2013, 12)
    expect(rate.largestFive).toBeCloseTo(1280 / 2013, 12)
    expect(rate.effectiveN).toBeCloseTo(2013 ** 2 / 479_621, 9)
  })

  test('is the same for the same seed, and differs for another', () => {
    const run = (seed: number) => weightedRate(amounts, lost, { seed }).interval
    expect(run(5)).toEqual(run(5))
    expect(run(5)).not.toEqual(run(6))
  })

  test('of one parent with all accounts there is no interval', () => {
    const rate = weightedRate([10, 20], [10, 0], { seed: 1 }, ['P', 'P'])
    expect(rate).toMatchObject({ rate: 10 / 30, interval: null, largest: 1 })
  })

  test('of nothing, or where nothing was lost, there is no interval', () => {
    expect(weightedRate([], [], { seed: 1 })).toMatchObject({ rate: null, interval: null })
    expect(weightedRate([5, 6, 7], [0, 0, 0], { seed: 1 })).toMatchObject({ rate: 0, interval: null })
  })
})

test('rows of one account are drawn together: their interval is that of the accounts, not of the rows', () => {
  const risks = [9, 4, 7, 2, 6, 5, 3, 1, 8, 2, 6, 4]
  const events = [1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0]
  const figure = (rows: readonly number[]): number | null =>
    auc(
      rows.map((row) => risks[row % 12]!),
      rows.map((row) => events[row % 12]!),
    )
  const accounts = Array.from({ length: 12 }, (_, at) => at)
  const alone = clusterInterval(accounts, figure, { seed: 3 })
  // Every account five times over says nothing new.
  const repeated = clusterInterval(
    [1, 2, 3, 4, 5].flatMap(() => accounts),
    figure,
    { seed: 3 },
  )
  expect(repeated!.low).toBeCloseTo(alone!.low, 12)
  expect(repeated!.high).toBeCloseTo(alone!.high, 12)
})

describe('the area where accounts have several rows', () => {
  const draw = seededIndexes(12)
  const accounts = Array.from({ length: 60 }, (_, at) => ({
    account: `A${at}`,
    risk: draw(30),
    event: Number(draw(3) === 0),
  }))
  const rows = accounts.flatMap((one) =>
    Array.from({ length: 1 + draw(4) }, () => ({ ...one, risk: one.risk + draw(12) })),
  )
  const risks = rows.map(({ risk }) => risk)
  const events = rows.map(({ event }) => event)
  const clusters = rows.map(({ account }) => account)

  test('drawn by clusters: as by drawing rows one by one', () => {
    const figure = (some: readonly number[]) =>
      auc(
        some.map((row) => risks[row]!),
        some.map((row) => events[row]!),
      )
    const plain = clusterInterval(clusters, figure, { seed: 4, resamples: 500 })!
    const quick = clusterAucInterval(risks, events, clusters, { seed: 4, resamples: 500 })!
    expect(quick.low).toBeCloseTo(plain.low, 12)
    expect(quick.high).toBeCloseTo(plain.high, 12)
  })

  test('summed by clusters: near what drawing gives, and DeLong where each has one row', () => {
    const drawnOnes = clusterAucInterval(risks, events, clusters, { seed: 4 })!
    const summed = clusterDelong(risks, events, clusters)!.interval
    expect(Math.abs(summed.low - drawnOnes.low)).toBeLessThan(0.03)
    expect(Math.abs(summed.high - drawnOnes.high)).toBeLessThan(0.03)
    const single = clusterDelong(
      risks,
      events,
      rows.map((_, at) => at),
    )!
    expect(single.variance / delong(risks, events)!.variance!).toBeCloseTo(1, 1)
  })

  test('every row five times over says nothing new', () => {
    const five = <T>(some: readonly T[]) => [1, 2, 3, 4, 5].flatMap(() => some)
    const once = clusterDelong(risks, events, clusters)!
    const often = clusterDelong(five(risks), five(events), five(clusters))!
    expect(often.variance).toBeCloseTo(once.variance, 12)
  })
})
