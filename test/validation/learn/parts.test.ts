import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDay } from '../../../src/tables/values/day.ts'
import { joinAsOf, type Lead } from '../../../src/validation/learn/as-of-join.ts'
import { renewalsOf } from '../../../src/validation/learn/decisions.ts'
import { rowsAtLandmarks } from '../../../src/validation/learn/landmark-rows.ts'
import { nonNegativeLogistic } from '../../../src/validation/learn/logistic.ts'
import { mergeToBands, poolViolators } from '../../../src/validation/learn/merge.ts'
import { parseConstraints } from '../../../src/validation/learn/parse-constraints.ts'
import { likelihood, plus, type Tally } from '../../../src/validation/learn/tally.ts'
import { descend, roundedSteps, STEPS } from '../../../src/validation/learn/weights.ts'
import { patternsOf } from '../../../src/validation/learn/patterns.ts'
import { logistic } from '../../../src/validation/statistics/logistic.ts'
import { OPEN } from '../../../src/finance/ledger.ts'
import { lottery } from './generate.ts'

const day = (text: string): number => {
  const [year, month, date] = text.split('-').map(Number)
  return civilDay(year!, month!, date!)!
}

describe('pools', () => {
  test('the golden case of weighted falling shares', () => {
    // Values .5 .6 .3 .35 .1 with weights 10 5 8 2 20 pool to .533333 .533333 .31 .31 .1.
    const tallies = [
      { rows: 100, events: 50 },
      { rows: 50, events: 30 },
      { rows: 80, events: 24 },
      { rows: 20, events: 7 },
      { rows: 200, events: 20 },
    ]
    const pools = poolViolators(tallies).map(({ start, tally }) => [start, tally.events / tally.rows])
    expect(pools).toEqual([
      [0, 80 / 150],
      [2, 0.31],
      [4, 0.1],
    ])
  })

  const tally = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([rows, share]): Tally => ({ rows, events: Math.round(rows * share) }))

  test('no two cuts anywhere are better than those between pools', () => {
    fc.assert(
      fc.property(fc.array(tally, { minLength: 2, maxLength: 9 }), (tallies) => {
        const least = { rows: 5, events: 1 }
        const found = mergeToBands(tallies, least)
        for (const bands of allCuts(tallies)) {
          const rates = bands.map((one) => (one.events + 0.5) / (one.rows + 1))
          const falls = rates.every((rate, at) => at === 0 || rate < rates[at - 1]!)
          if (!falls || bands.some((one) => one.rows < least.rows || one.events < least.events)) continue
          const worth = bands.reduce((sum, one) => sum + likelihood(one), 0) - 3 * (bands.length - 1)
          const best = found === null ? likelihood(tallies.reduce(plus)) : found.likelihood - 3 * found.starts.length
          // Smoothing by half an event may favour a cut inside a pool by less than it adds.
          expect(worth).toBeLessThanOrEqual(best + 1)
        }
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})

function allCuts(tallies: readonly Tally[]): readonly (readonly Tally[])[] {
  const cuts: number[][] = [[]]
  for (let first = 1; first < tallies.length; first++) {
    cuts.push([first])
    for (let second = first + 1; second < tallies.length; second++) cuts.push([first, second])
  }
  return cuts.map((one) => [0, ...one].map((from, at) => tallies.slice(from, one[at]).reduce(plus)))
}

describe('logistic regression without negative coefficients', () => {
  const draw = lottery(2)
  const columns = [0, 1, 2].map(() => Float64Array.from({ length: 600 }, () => draw() * 2 - 1))
  const churned = Uint8Array.from({ length: 600 }, (_, row) =>
    Number(draw() < 1 / (1 + Math.exp(1 - 2 * columns[0]![row]! - columns[1]![row]!))),
  )

  test('is the free one where that has none', () => {
    const free = logistic(columns.slice(0, 2), churned)
    if (free.kind !== 'fitted') throw new Error(free.kind)
    const held = nonNegativeLogistic({ features: columns.slice(0, 2), churned }, 0)
    expect(held.intercept).toBeCloseTo(free.intercept, 7)
    for (const [at, value] of held.coefficients.entries()) expect(value).toBeCloseTo(free.coefficients[at]!, 7)
  })

  test('is the free one of the other columns where one would be negative', () => {
    const turned = columns[0]!.map((value) => -value)
    const held = nonNegativeLogistic({ features: [turned, columns[1]!], churned }, 0)
    const free = logistic([columns[1]!], churned)
    if (free.kind !== 'fitted') throw new Error(free.kind)
    expect(held.coefficients[0]).toBe(0)
    expect(held.coefficients[1]).toBeCloseTo(free.coefficients[0]!, 7)
  })
})

describe('weights', () => {
  const anyLimits = { least: 0, most: STEPS }

  test('total 100% and lie within a step of their share', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (shares) => {
        const total = shares.reduce((sum, one) => sum + one, 0)
        fc.pre(total > 0.01)
        const steps = roundedSteps(
          shares,
          shares.map(() => anyLimits),
        )
        expect(steps.reduce((sum, one) => sum + one, 0)).toBe(STEPS)
        for (const [at, one] of steps.entries())
          expect(Math.abs(one - (shares[at]! / total) * STEPS)).toBeLessThan(1 + 1e-9)
      }),
      { seed: 8 },
    )
  })

  test('keep to their limits', () => {
    const limits = [{ least: 8, most: 8 }, { least: 0, most: 3 }, anyLimits]
    expect(roundedSteps([0.1, 0.8, 0.1], limits)).toEqual([8, 3, 9])
  })

  test('descent goes to the better of two measures', () => {
    const ranks = [
      Int8Array.from({ length: 400 }, (_, row) => row % 2),
      Int8Array.from({ length: 400 }, (_, row) => (row >> 1) % 2),
    ]
    const churned = Uint8Array.from({ length: 400 }, (_, row) => Number(row % 10 === 9 ? row % 2 : 1 - (row % 2)))
    const patterns = patternsOf(ranks, [2, 2], churned)
    expect(descend(patterns, [10, 10], [anyLimits, anyLimits])).toEqual([20, 0])
    expect(descend(patterns, [10, 10], [anyLimits, { least: 4, most: STEPS }])).toEqual([16, 4])
  })
})

describe('what was known before', () => {
  const snapshots = {
    accounts: ['a', 'a', 'a', 'b'],
    days: Float64Array.from(['2024-10-31', '2024-11-30', '2024-12-31', '2024-11-30'].map(day)),
  }
  const joined = (when: string, lead: Lead): readonly number[] =>
    joinAsOf([{ account: 'a', day: day(when), churned: true }], snapshots, lead).map(({ row }) => row)

  test.each([
    ['2025-02-06', { unit: 'months', count: 3 }, [1]],
    ['2025-02-28', { unit: 'months', count: 3 }, [1]],
    ['2025-05-01', { unit: 'months', count: 3 }, []],
    ['2024-12-31', { unit: 'months', count: 0 }, [2]],
    ['2025-02-28', { unit: 'days', count: 90 }, [1]],
    ['2025-02-27', { unit: 'days', count: 90 }, [0]],
    ['2025-04-30', { unit: 'days', count: 90 }, [2]],
    ['2025-06-30', { unit: 'days', count: 90 }, []],
  ] as const)('of %s, %j', (when, lead, rows) => {
    expect(joined(when, lead)).toEqual(rows)
  })

  test('renewals: an end with a line running on is none, one after the last known day is not known', () => {
    const lines = [
      ['a', '2024-01-01', '2025-01-01', 100],
      ['a', '2025-01-01', '2026-01-01', 100],
      ['b', '2024-01-01', '2025-01-01', 100],
      ['b', '2024-06-01', '2025-06-01', 50],
      ['c', '2024-01-01', '2025-01-01', 100],
      ['c', '2025-01-01', '2026-01-01', 0],
      ['d', '2024-01-01', null, 100],
    ] as const
    const ledger = {
      length: lines.length,
      account: { codes: Int32Array.from(lines, ([name]) => 'abcd'.indexOf(name)), names: ['a', 'b', 'c', 'd'] },
      start: Int32Array.from(lines, ([, start]) => day(start)),
      end: Int32Array.from(lines, ([, , end]) => (end === null ? OPEN : day(end))),
      annual: Float64Array.from(lines, ([, , , annual]) => annual),
    }
    expect(renewalsOf(ledger, day('2025-06-30'))).toEqual([
      { account: 'a', day: day('2025-01-01'), churned: false },
      { account: 'b', day: day('2025-01-01'), churned: false },
      { account: 'b', day: day('2025-06-01'), churned: true },
      { account: 'c', day: day('2025-01-01'), churned: true },
    ])
  })

  test('losses alone: once a horizon, within it, and not of those already lost', () => {
    const at = (text: string): { readonly day: number; readonly returns: null } => ({ day: day(text), returns: null })
    const losses = new Map([['a', [at('2024-12-15')]]])
    const found = rowsAtLandmarks(snapshots, { losses }, 31, day('2025-02-01'))
    expect(found.map(({ account, row, churned }) => [account, row, churned])).toEqual([
      ['a', 1, true],
      ['b', 3, false],
      ['b', 3, false],
    ])
  })
})

describe('constraints', () => {
  test('every form of a line', () => {
    const read = parseConstraints([
      'forbid seats // too large a word',
      '',
      'logins higher is healthier',
      'tickets lower is healthier',
      'a weight 20%',
      'b weight 10% to 40%',
      'c weight at least 5%',
      'd weight at most 15%',
    ])
    expect(read).toEqual({
      constraints: {
        forbidden: new Set(['seats']),
        rising: new Map([
          ['logins', true],
          ['tickets', false],
        ]),
        weights: new Map([
          ['a', { least: 0.2, most: 0.2 }],
          ['b', { least: 0.1, most: 0.4 }],
          ['c', { least: 0.05, most: 1 }],
          ['d', { least: 0, most: 0.15 }],
        ]),
      },
    })
  })

  test.each(['seats forbidden', 'a weight 12%', 'a weight 40% to 10%', 'a weight at most 120%', 'a weight'])(
    '%s is none',
    (line) => {
      expect(parseConstraints([line])).toEqual({ problem: expect.stringContaining(line) })
    },
  )

  test('least weights beyond 100% cannot be had', () => {
    expect(parseConstraints(['a weight 60%', 'b weight at least 50%'])).toEqual({
      problem: expect.stringContaining('110%'),
    })
  })
})
