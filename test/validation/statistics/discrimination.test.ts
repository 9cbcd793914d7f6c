import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auc, gini } from '../../../src/validation/statistics/auc.ts'
import { delong, delongPaired } from '../../../src/validation/statistics/delong.ts'
import { kolmogorovSmirnov } from '../../../src/validation/statistics/kolmogorov-smirnov.ts'

// From R 4.2.2 with pROC 1.18.0.
const events = [0, 0, 1, 1, 0, 1, 0, 1, 1, 0]
const risks = [0.1, 0.4, 0.35, 0.8, 0.2, 0.7, 0.5, 0.9, 0.6, 0.3]
const others = [0.3, 0.2, 0.6, 0.5, 0.1, 0.9, 0.8, 0.4, 0.7, 0.15]

describe('the area under the curve', () => {
  test('with its interval after DeLong', () => {
    const estimate = delong(risks, events)!
    expect(estimate.auc).toBeCloseTo(0.92, 12)
    expect(estimate.variance).toBeCloseTo(0.0088, 12)
    expect(estimate.interval!.low).toBeCloseTo(0.736139080765, 10)
    expect(estimate.interval!.high).toBe(1)
    expect(gini(0.92)).toBeCloseTo(0.84, 12)
  })

  test('of two scores over the same accounts', () => {
    const comparison = delongPaired(risks, others, events)!
    expect(comparison.second).toBeCloseTo(0.84, 12)
    expect(comparison.z).toBeCloseTo(0.508000508, 9)
    expect(comparison.p).toBeCloseTo(0.611452987, 9)
  })

  test('a score against itself differs by nothing', () => {
    expect(delongPaired(risks, risks, events)).toMatchObject({ difference: 0, z: 0, p: 1 })
  })

  test('ties count half', () => {
    const tied = delong([10, 20, 20, 30, 20, 30, 40, 40, 30, 30], [0, 0, 0, 0, 1, 1, 1, 1, 0, 1])!
    expect(tied.auc).toBeCloseTo(0.8, 12)
    expect(tied.variance).toBeCloseTo(0.019, 12)
    expect(tied.interval!.low).toBeCloseTo(0.529837608848, 10)
    expect(tied.interval!.high).toBe(1)
  })

  test('one score for all is a coin', () => {
    expect(delong([7, 7, 7, 7], [0, 1, 0, 1])).toMatchObject({ auc: 0.5, variance: 0 })
  })

  test('of one event nothing is known about the spread', () => {
    expect(delong([1, 2, 5, 4, 3], [0, 0, 0, 1, 0])).toMatchObject({ auc: 0.75, variance: null, interval: null })
  })

  test('without accounts of both kinds there is none', () => {
    expect(auc([1, 2], [1, 1])).toBeNull()
    expect(auc([1, 2], [0, 0])).toBeNull()
    expect(delong([], [])).toBeNull()
  })

  test('groups told apart without a mistake get an interval all the same', () => {
    // 0.025^(1/3): three pairs without an account in common, all of them in order.
    expect(delong([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1])).toMatchObject({
      auc: 1,
      method: 'pairs',
      interval: { low: expect.closeTo(0.2924017738, 9), high: 1 },
    })
  })

  test('is the share of pairs in order', () => {
    const accounts = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 })), {
      minLength: 2,
      maxLength: 40,
    })
    fc.assert(
      fc.property(accounts, (rows) => {
        const area = auc(
          rows.map(([risk]) => risk),
          rows.map(([, event]) => event),
        )
        const pairs = rows.flatMap(([risk, event]) =>
          event === 1
            ? rows.filter(([, other]) => other === 0).map(([other]) => (Math.sign(risk - other) + 1) / 2)
            : [],
        )
        fc.pre(pairs.length > 0)
        const share = pairs.reduce((sum, won) => sum + won, 0) / pairs.length
        expect(area).toBeCloseTo(share, 12)
      }),
      { seed: 41 },
    )
  })
})

describe('the widest gap between the groups', () => {
  test('is looked for behind equal risks only', () => {
    // Below 2: 1 of 2 events against 0 of 2; within the tie at 2 it would seem wider.
    expect(kolmogorovSmirnov([1, 2, 2, 3], [1, 1, 0, 0])).toEqual({ ks: 0.5, at: 1 })
    expect(kolmogorovSmirnov([5, 5], [1, 0])).toMatchObject({ ks: 0 })
    expect(kolmogorovSmirnov([5, 5], [1, 1])).toBeNull()
  })
})
