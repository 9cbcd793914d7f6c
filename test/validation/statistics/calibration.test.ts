import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brier } from '../../../src/validation/statistics/brier.ts'
import { calibrationError } from '../../../src/validation/statistics/calibration-error.ts'
import { calibrationLine } from '../../../src/validation/statistics/calibration-line.ts'
import { hosmerLemeshow } from '../../../src/validation/statistics/hosmer-lemeshow.ts'
import { isotonic, pava } from '../../../src/validation/statistics/isotonic.ts'
import { populationStability } from '../../../src/validation/statistics/stability.ts'

describe('isotonic regression', () => {
  test('pools what goes against the direction', () => {
    const fitted = [...pava([0.5, 0.6, 0.3, 0.35, 0.1], [10, 5, 8, 2, 20], 'falling')]
    ;[8 / 15, 8 / 15, 0.31, 0.31, 0.1].forEach((value, at) => expect(fitted[at]).toBeCloseTo(value, 12))
  })

  test('is monotone, keeps the sum, and leaves what is monotone alone', () => {
    const weighted = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 20 })), {
      minLength: 1,
    })
    fc.assert(
      fc.property(weighted, (rows) => {
        const values = rows.map(([value]) => value)
        const weights = rows.map(([, weight]) => weight)
        const fitted = [...pava(values, weights)]
        expect(fitted.slice(1).every((value, at) => value >= fitted[at]!)).toBe(true)
        const sum = (numbers: readonly number[]) => numbers.reduce((all, one, at) => all + one * weights[at]!, 0)
        expect(sum(fitted) / sum(weights.map(() => 1))).toBeCloseTo(sum(values) / sum(weights.map(() => 1)), 9)
        const again = [...pava(fitted, weights)]
        again.forEach((value, at) => expect(value).toBeCloseTo(fitted[at]!, 9))
      }),
      { seed: 11 },
    )
  })

  test('by score, in as few steps as say it', () => {
    expect(isotonic([10, 10, 20, 20, 30, 30], [1, 0, 1, 0, 0, 0])).toEqual([
      { from: 10, to: 20, n: 4, events: 2, rate: 0.5 },
      { from: 30, to: 30, n: 2, events: 0, rate: 0 },
    ])
  })
})

describe('probabilities against what happened', () => {
  test('Brier and its skill', () => {
    expect(brier([1, 0, 1, 0], [1, 0, 1, 0])).toEqual({ brier: 0, reference: 0.25, bss: 1 })
    expect(brier([0.5, 0.5, 0.5, 0.5], [1, 0, 1, 0])).toMatchObject({ bss: 0 })
    expect(brier([0, 1], [1, 0])).toMatchObject({ brier: 1, bss: -3 })
    expect(brier([0.1, 0.2], [0, 0])).toMatchObject({ bss: null })
    expect(brier([], [])).toBeNull()
  })

  test('the calibration error, with 1 in the last bin', () => {
    const found = calibrationError([0.05, 0.15, 0.15, 1], [0, 1, 0, 1])!
    expect(found.bins.map(({ n }) => n)).toEqual([1, 2, 1])
    expect(found.ece).toBeCloseTo((0.05 + 2 * 0.35) / 4, 12)
    expect(calibrationError([], [])).toBeNull()
  })

  test('the line, as glm of R has it, and observed to expected by account and by amount', () => {
    const probabilities = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.15, 0.35, 0.55, 0.75]
    const events = [0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1]
    const line = calibrationLine(probabilities, events)
    expect(line.intercept).toBeCloseTo(0.44061901966249, 7)
    expect(line.slope).toBeCloseTo(1.89623560980452, 7)
    expect(line.ratio).toBeCloseTo(6 / 5.4, 12)
    const amounts = probabilities.map((_, at) => 100 * (at + 1))
    expect(calibrationLine(probabilities, events, amounts)).toMatchObject({
      observed: 100 * (3 + 5 + 7 + 8 + 11 + 12),
      expected: expect.closeTo(4030, 9),
    })
  })

  test('probabilities of 0 and 1 and one outcome are survived', () => {
    expect(calibrationLine([0, 1], [1, 1])).toMatchObject({ slope: null, observed: 2, expected: 1 })
    expect(hosmerLemeshow([0, 0.5, 1], [0, 1, 1])!.chiSquare).toBe(1)
  })
})

describe('drift', () => {
  test('two bins, with what chance alone stays below', () => {
    // By hand: shares .5/.5 to .4/.6 move by 0.1 ln 1.2 - 0.1 ln 0.8.
    const found = populationStability([50, 50], [40, 60])!
    expect(found.psi).toBeCloseTo(0.1 * Math.log(1.2) - 0.1 * Math.log(0.8), 12)
    expect(found.critical).toBeCloseTo(0.02 * 3.841458820694, 9)
    expect(found).toMatchObject({ drifted: false, smoothed: false })
  })

  test('an empty bin is smoothed and said so; one unused on both sides does not count', () => {
    const found = populationStability([10, 0, 0], [8, 0, 2])!
    expect(found.smoothed).toBe(true)
    expect(found.psi).toBeCloseTo((8.5 / 11 - 10.5 / 11) * Math.log(8.5 / 10.5) + (2 / 11) * Math.log(5), 12)
    expect(found.critical).toBeCloseTo(0.2 * 3.841458820694, 9)
    expect(populationStability([10], [10])).toMatchObject({ psi: 0, critical: null, drifted: false })
    expect(populationStability([0, 0], [1, 2])).toBeNull()
  })
})
