import { describe, expect, test } from 'vitest'
import { auc } from '../../../src/validation/statistics/auc.ts'
import { clusterInterval } from '../../../src/validation/statistics/cluster-bootstrap.ts'
import { ratioInterval, weightedRate } from '../../../src/validation/statistics/weighted-rate.ts'

const amounts = [120, 80, 300, 45, 60, 210, 90, 150, 33, 75, 500, 64, 81, 95, 110]
const happened = [0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0]
const lost = amounts.map((amount, at) => amount * happened[at]!)

describe('a rate by amount', () => {
  test('has the interval that boot of R finds with a hundred thousand draws', () => {
    const { low, high } = ratioInterval(Float64Array.from(amounts), Float64Array.from(lost), {
      seed: 1,
      resamples: 20_000,
    })!
    // boot.ci(type = "bca"): 0.1234 to 0.8047 with the plain jackknife; the ends of such a skewed ratio move by a hundredth between seeds.
    expect(Math.abs(low - 0.1234)).toBeLessThan(0.012)
    expect(Math.abs(high - 0.8047)).toBeLessThan(0.012)
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
