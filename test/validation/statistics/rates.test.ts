import { describe, expect, test } from 'vitest'
import { cochranArmitage, reversals } from '../../../src/validation/statistics/band-trend.ts'
import { clopperPearson } from '../../../src/validation/statistics/clopper-pearson.ts'
import { fisherExact, smallestExpected } from '../../../src/validation/statistics/fisher-exact.ts'
import type { Interval } from '../../../src/validation/statistics/interval.ts'
import { liftAndCapture, type Counted } from '../../../src/validation/statistics/lift.ts'
import { ruleOfThree, wilson } from '../../../src/validation/statistics/wilson.ts'

// From R 4.2.2: prop.test(correct = FALSE), binom.test, prop.trend.test, fisher.test.

describe('the interval of a share', () => {
  test.each([
    [0, 10, 0, 0.2775327999],
    [1, 20, 0.0088814488, 0.2361311934],
    [8, 40, 0.1049998973, 0.3475730635],
    [3, 300, 0.0034066184, 0.0289834934],
    [0, 1, 0, 0.7934506856],
  ])('Wilson: %i of %i', (events, n, low, high) => {
    expect(wilson(events, n)).toEqual(interval(low, high))
  })

  test.each([
    [0, 10, 0, 0.30849710781876],
    [1, 20, 0.0012650894979498, 0.24873276277203],
    [8, 40, 0.090522409399991, 0.35647801867923],
    [3, 300, 0.0020670072350923, 0.028944511255693],
    [12, 12, 0.73535153060295, 1],
  ])('exact: %i of %i', (events, n, low, high) => {
    expect(clopperPearson(events, n)).toEqual(interval(low, high))
  })

  test('of nothing there is none', () => {
    expect(wilson(0, 0)).toBeNull()
    expect(clopperPearson(0, 0)).toBeNull()
    expect(ruleOfThree(0)).toBeNull()
  })

  test('the rule of three', () => {
    expect(ruleOfThree(60)).toBeCloseTo(0.05, 12)
    expect(ruleOfThree(2)).toBe(1)
  })
})

describe('bands', () => {
  const bands = [counted(12, 30), counted(9, 60), counted(4, 110)]

  test('a trend along them', () => {
    const trend = cochranArmitage(bands)!
    expect(trend.z).toBeLessThan(0)
    expect(trend.chiSquare).toBeCloseTo(27.4285714286, 9)
    expect(trend.p).toBeCloseTo(1.63005e-7, 11)
  })

  test('a trend that chance alone would give', () => {
    const trend = cochranArmitage([counted(2, 30), counted(5, 60), counted(2, 110)])!
    expect(trend.chiSquare).toBeCloseTo(2.7923211169, 9)
    expect(trend.p).toBeCloseTo(0.0947169428, 9)
  })

  test('no trend without two bands and both outcomes', () => {
    expect(cochranArmitage([counted(0, 30), counted(0, 60)])).toBeNull()
    expect(cochranArmitage([counted(10, 30), counted(0, 0)])).toBeNull()
    expect(cochranArmitage([])).toBeNull()
  })

  test('neighbours the wrong way round, empty bands passed over', () => {
    const red = counted(2, 30)
    const none = counted(0, 0)
    const yellow = counted(5, 60)
    const green = counted(2, 110)
    expect(reversals([red, none, yellow, green])).toEqual([{ worse: red, better: yellow }])
    expect(reversals([yellow, green])).toEqual([])
  })

  test('lift and capture', () => {
    expect(liftAndCapture([counted(12, 30), counted(0, 0), counted(13, 170)])).toEqual([
      { lift: expect.closeTo(3.2, 12), capture: expect.closeTo(0.48, 12) },
      { lift: null, capture: 0 },
      { lift: expect.closeTo(13 / 170 / 0.125, 12), capture: expect.closeTo(0.52, 12) },
    ])
    expect(liftAndCapture([counted(0, 30)])).toBeNull()
  })

  test.each([
    [counted(12, 30), counted(4, 110), 1.2314725794365e-6],
    [counted(3, 10), counted(1, 30), 0.041689462742094],
    [counted(0, 10), counted(5, 20), 0.14003620900173],
    [counted(300, 1000), counted(250, 1000), 0.014093391894334],
  ])('Fisher: $0.events of $0.n against $1.events of $1.n', (first, second, p) => {
    expect(fisherExact(first, second)! / p).toBeCloseTo(1, 9)
    expect(fisherExact(second, first)! / p).toBeCloseTo(1, 9)
  })

  test('Fisher of an empty band is nothing; when to use it', () => {
    expect(fisherExact(counted(0, 0), counted(1, 5))).toBeNull()
    expect(smallestExpected(counted(3, 10), counted(1, 30))).toBe(1)
  })
})

function counted(events: number, n: number): Counted {
  return { events, n }
}

function interval(low: number, high: number): Interval {
  return { low: expect.closeTo(low, 9), high: expect.closeTo(high, 9) }
}
