import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bridge, movements } from '../../src/finance/bridge.ts'
import { convert, convertChange } from '../../src/finance/convert.ts'
import { linesBehind } from '../../src/finance/drill.ts'
import { positions } from '../../src/finance/positions.ts'
import { retention } from '../../src/finance/retention.ts'
import { isoDay } from '../../src/tables/values/day.ts'
import { day, ledgerOf, type Line, policyUntil, ratesOf } from './ledger-of.ts'
import { Obvious } from './obvious.ts'

const FIRST = day('2023-01-01')
const dates = ['2023-01-31', '2023-02-28', '2023-03-31', '2023-04-01', '2023-06-30'].map(day)
const nettings = ['account', 'sku', 'parent'] as const

const rates = ratesOf('USD', [
  ['2022-12-31', 'EUR', '1.107399'],
  ['2023-02-28', 'EUR', '1.05'],
  ['2023-03-31', 'EUR', '1.222933'],
])

const line: fc.Arbitrary<Line> = fc
  .record({
    account: fc.constantFrom('a', 'b', 'c', 'd'),
    sku: fc.constantFrom('CORE', 'PLUS'),
    currency: fc.constantFrom('USD', 'EUR', 'EUR'),
    annual: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 500_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: -200_000, max: 0 }) },
    ),
    start: fc.integer({ min: 0, max: 170 }),
    length: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined, freq: 4 }),
    order: fc.constantFrom('new', 'renewal', 'upsell', 'credit'),
    quantity: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ start, length, annual, ...rest }) => ({
    ...rest,
    annual: annual / 100,
    start: isoDay(FIRST + start),
    ...(length === undefined ? {} : { end: isoDay(FIRST + start + length) }),
  }))

const book = fc.record({
  lines: fc.array(line, { maxLength: 10 }),
  parents: fc.constantFrom(
    new Map(),
    new Map([['b', 'a']]),
    new Map([
      ['b', 'c'],
      ['d', 'b'],
    ]),
  ),
  rate: fc.constantFrom('closing', 'opening', 'reported'),
  gapDays: fc.constantFrom(0, 0, 7, 40),
})

const runs = { numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 50), seed: 20260104 }

describe.each(nettings)('any ledger, by %s', (netting) => {
  test('gives what adding up day by day gives', () => {
    fc.assert(
      fc.property(book, ({ lines, parents, rate, gapDays }) => {
        const policy = policyUntil('2023-12-31', { rate, gapDays })
        const obvious = new Obvious(lines, parents, rates, policy)
        const ledger = ledgerOf(lines, parents)
        expect(bridge(ledger, rates, policy, dates, netting)).toMatchObject(
          dates.slice(1).map((to, at) => obvious.month(netting, dates[at]!, to)),
        )
        expect(retention(ledger, rates, policy, dates[0]!, dates[4]!, netting).cohort).toMatchObject(
          obvious.cohort(netting, dates[0]!, dates[4]!),
        )
      }),
      runs,
    )
  })

  test('closes to the cent, and opens where it closed', () => {
    fc.assert(
      fc.property(book, ({ lines, parents, rate, gapDays }) => {
        const policy = policyUntil('2023-12-31', { rate, gapDays })
        const ledger = ledgerOf(lines, parents)
        const months = bridge(ledger, rates, policy, dates, netting)
        for (const [at, month] of months.entries()) {
          const { opening, expansion, contraction, churn, fx, rounding, closing, counts } = month
          const moved = month.new + month.reactivation + expansion + contraction + churn
          expect(opening + moved + fx + rounding).toBe(closing)
          expect(closing).toBe(months[at + 1]?.opening ?? closing)
          expect(counts.opening + counts.new + counts.reactivation - counts.churn).toBe(counts.closing)
          // Four amounts of each sku, account and currency are rounded, each by half a cent at the most.
          expect(Math.abs(rounding)).toBeLessThanOrEqual(2 * 4 * 2 * 2)
        }
        const single = movements(ledger, rates, policy, dates, netting)
        for (const month of months) {
          const own = single.filter(({ to }) => to === month.to)
          for (const category of ['new', 'reactivation', 'churn'] as const) {
            const amounts = own.filter((movement) => movement.category === category)
            expect(amounts.reduce((sum, { gain, loss }) => sum + gain + loss, 0)).toBe(month[category])
          }
        }
      }),
      runs,
    )
  })

  test('does not depend on the order of its lines, nor on where a line is cut in two', () => {
    fc.assert(
      fc.property(book, fc.nat(), fc.nat(), ({ lines, parents, rate, gapDays }, seed, cut) => {
        const policy = policyUntil('2023-12-31', { rate, gapDays })
        const figures = (own: readonly Line[]) => {
          const ledger = ledgerOf(own, parents)
          const kept = retention(ledger, rates, policy, dates[0]!, dates[4]!, netting)
          // A line that is cut comes to the end of its term twice.
          const { available: _, renewed: __, ...cohort } = kept.cohort
          return {
            months: bridge(ledger, rates, policy, dates, netting),
            movements: movements(ledger, rates, policy, dates, netting),
            positions: positions(ledger, rates, policy, dates[2]!, netting),
            inside: kept.inside,
            cohort,
          }
        }
        const shuffled = lines
          .map((one, at) => ({ one, key: ((at + 1) * (seed + 7)) % 101 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        const divided = shuffled.flatMap((one) => {
          const [start, end] = [day(one.start), one.end === undefined ? FIRST + 400 : day(one.end)]
          const middle = isoDay(start + (cut % (end - start)))
          return middle === one.start
            ? [one]
            : [
                { ...one, start: middle },
                { ...one, end: middle },
              ]
        })
        // Reasons go by the type of the order that brought a line, which a cut line says twice.
        const plain = (own: readonly Line[]) =>
          own.map((one) => ({ ...one, order: one.order === 'credit' ? 'credit' : '' }))
        expect(figures(shuffled)).toEqual(figures(lines))
        expect(figures(plain(divided))).toEqual(figures(plain(lines)))
      }),
      runs,
    )
  })

  test('has groups that add up to the whole', () => {
    fc.assert(
      fc.property(book, fc.constantFrom('ab', 'a', 'abcd', ''), ({ lines, parents, rate, gapDays }, members) => {
        const policy = policyUntil('2023-12-31', { rate, gapDays })
        const { cohort, groups } = retention(
          ledgerOf(lines, parents),
          rates,
          policy,
          dates[0]!,
          dates[4]!,
          netting,
          (account) => (members.includes(account) ? 'in' : account === 'd' ? null : 'out'),
        )
        for (const figure of Object.keys(cohort) as (keyof typeof cohort)[]) {
          expect(groups.reduce((sum, group) => sum + group.cohort[figure], 0)).toBe(cohort[figure])
        }
      }),
      runs,
    )
  })

  test('shows the lines behind each position', () => {
    fc.assert(
      fc.property(book, ({ lines, parents }) => {
        const policy = policyUntil('2023-12-31')
        const ledger = ledgerOf(lines, parents)
        for (const { account, currency, sku, native } of positions(ledger, rates, policy, dates[1]!, netting)) {
          const behind = linesBehind(ledger, policy, { from: dates[1]!, to: dates[1]! }, new Set([account]), netting)
          const own = behind.filter((one) => one.currency === currency && (sku === null || one.sku === sku))
          expect(own.reduce((sum, { annual }) => sum + annual, 0)).toBe(native)
        }
      }),
      runs,
    )
  })
})

test('money is converted exactly, half a cent away from zero', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -9e12, max: 9e12 }),
      fc.integer({ min: 1, max: 2_000_000_000 }),
      fc.integer({ min: 0, max: 9 }),
      (cents, numerator, places) => {
        fc.pre((Math.abs(cents) * numerator) / 10 ** places < Number.MAX_SAFE_INTEGER)
        const found = BigInt(convert(cents, { numerator, denominator: 10 ** places })) * 10n ** BigInt(places)
        const distance = found - BigInt(cents) * BigInt(numerator)
        const away = cents < 0 ? -distance : distance
        const twice = away * 2n
        const unit = 10n ** BigInt(places)
        expect(twice <= unit && twice > -unit).toBe(true)
      },
    ),
    { ...runs, numRuns: runs.numRuns * 10 },
  )
  const half = { numerator: 5, denominator: 10 }
  expect([1, -1, 3, 0, 2].map((cents) => convert(cents, half))).toEqual([1, -1, 2, 0, 1])
  expect(convertChange(-3, { numerator: 1, denominator: 1 }, { numerator: 15, denominator: 10 })).toBe(-2)
})
