import { describe, expect, test } from 'vitest'
import { type Desk, openDesk } from '../../src/host/desk/desk.ts'
import type { Portfolio } from '../../src/host/desk/portfolio.ts'
import { portfolioFields } from '../../src/host/filter/fields.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'
import { binsOf } from '../../src/taskpane/portfolio/bins.ts'
import { chosenPlaces } from '../../src/taskpane/portfolio/chosen.ts'
import { bandsBefore } from '../../src/taskpane/portfolio/earlier-model.ts'
import { figuresOf } from '../../src/taskpane/portfolio/figures.ts'
import { moneyOf } from '../../src/taskpane/portfolio/money.ts'
import { movesOf } from '../../src/taskpane/portfolio/moves.ts'
import { ownersOf } from '../../src/taskpane/portfolio/owners.ts'
import { tallyOf } from '../../src/taskpane/portfolio/tally.ts'
import { top } from '../../src/taskpane/portfolio/top.ts'

const model = (healthy: number): string => `model m
inputs {
  account text  "Account" key
  seats   count "Seats"
}
missing skip
scale 0 to 10
dimension use weight 100% { measure seats poor < 10 <= concerning < ${healthy} <= healthy }
segment small when seats < 20 amends default { }
portfolio poor "Poor" = share of accounts in poor
`
const ROWS = [
  ['Account', 'Seats', 'ACV', 'Currency', 'CSM'],
  ['Acme', 50, 1000, 'USD', 'Ann'],
  ['Bits', 15, 3000, 'USD', 'Ann'],
  ['Cola', 5, 2000, 'EUR', 'Bo'],
  ['Dots', null, 500, 'USD', 'Bo'],
  ['Eels', 5, null, 'USD', 'Bo'],
]

function deskOn(rows: readonly (readonly (string | number | null)[])[] = ROWS): Desk {
  const part = encodeDocument(newDocument([{ file: 'm.salus', text: model(40) }]))
  const workbook = memoryWorkbook({ sheets: [{ name: 'Accounts', rows }], part, author: 'Ann' })
  return openDesk(workbook, { now: () => new Date(2026, 10, 22, 9) })
}

async function scored(desk: Desk = deskOn()): Promise<Portfolio> {
  const found = await desk.portfolio()
  if (found === null || 'kind' in found) throw new Error(found?.message ?? 'no list')
  return found
}

const every = Int32Array.of(0, 1, 2, 3, 4)

test('accounts and amounts are counted by band, each currency for itself', async () => {
  const portfolio = await scored()
  const money = moneyOf(portfolio, portfolioFields(portfolio), null)!
  expect(money.label).toBe('ACV')
  expect(money.currencies).toEqual([
    { code: 'USD', accounts: 3 },
    { code: 'EUR', accounts: 1 },
  ])
  // Healthy 10 points, concerning 5, poor 0: (10 + 5 + 0 + 0) / 4; by ACV in dollars (10 * 1000 + 5 * 3000) / 4000.
  expect(tallyOf(portfolio, money, every)).toEqual({
    accounts: 5,
    scored: 4,
    mean: 3.75,
    counts: [2, 1, 1, 1],
    sums: [
      [0, 3000, 1000, 500],
      [2000, 0, 0, 0],
    ],
    weighted: [6.25, 0],
    unvalued: 1,
  })
})

test('segments are joined by or, and so are filters; an account must be in both', async () => {
  const portfolio = await scored()
  const fields = portfolioFields(portfolio)
  const saved = [
    { name: 'Bo', filter: { kind: 'condition', field: 'column:CSM', operator: 'is', value: 'Bo' } },
    { name: 'Big', filter: { kind: 'condition', field: 'column:Seats', operator: 'greater', value: 40 } },
  ] as const
  const chosen = (segments: readonly string[], filters: readonly string[]): readonly number[] => [
    ...chosenPlaces(portfolio, fields, saved, segments, filters),
  ]
  expect(chosen([], [])).toEqual([0, 1, 2, 3, 4])
  expect(chosen(['small'], [])).toEqual([1, 2, 4])
  expect(chosen(['small', 'default'], [])).toEqual([0, 1, 2, 3, 4])
  expect(chosen([], ['Bo', 'Big'])).toEqual([0, 2, 3, 4])
  expect(chosen(['small'], ['Bo', 'Big'])).toEqual([2, 4])
})

test('the owner of an account is found by the header of its column', async () => {
  const owners = ownersOf(portfolioFields(await scored()), null)!
  expect(owners.names).toEqual([
    { name: 'Bo', accounts: 3 },
    { name: 'Ann', accounts: 2 },
  ])
  expect([...owners.of]).toEqual([1, 1, 0, 0, 0])
})

test('the figures of the model are of the chosen accounts alone', async () => {
  const portfolio = await scored()
  const [all] = (await figuresOf(portfolio, every, new AbortController().signal))!
  expect(all).toMatchObject({ value: 0.5, numerator: 2, denominator: 4, leftOut: 1 })
  const [some] = (await figuresOf(portfolio, Int32Array.of(0, 1, 2), new AbortController().signal))!
  expect(some).toMatchObject({ value: 1 / 3, denominator: 3, leftOut: 0 })
})

describe('who has moved', () => {
  test('those that fell furthest first; who was not there before is not compared', async () => {
    const portfolio = await scored(
      deskOn([
        ['Account', 'Seats'],
        ['Acme', 50],
        ['Bits', 15],
        ['Cola', 5],
        ['New', 5],
      ]),
    )
    const before = ['concerning', 'healthy', 'poor', undefined]
    const { moves, compared } = movesOf(portfolio, every.subarray(0, 4), (at) => before[at])
    expect(compared).toBe(3)
    expect(moves).toEqual([
      { index: 1, from: 'healthy', to: 'concerning', rungs: -1 },
      { index: 0, from: 'concerning', to: 'healthy', rungs: 1 },
    ])
  })

  test('by the last change of the model', async () => {
    const desk = deskOn()
    await desk.load()
    expect(bandsBefore(desk.state().document!, await scored(desk))).toBeNull()
    await desk.publish([{ file: 'm.salus', text: model(60) }], 'raised')
    const portfolio = await scored(desk)
    const before = bandsBefore(desk.state().document!, portfolio)!
    expect(before).toMatchObject({ note: 'raised', author: 'Ann' })
    expect(movesOf(portfolio, every, (at) => before.bands[at]).moves).toEqual([
      { index: 0, from: 'healthy', to: 'concerning', rungs: -1 },
    ])
  })
})

test('the greatest come first, and those without a value or with none above 0 are no part of it', () => {
  const values = [3, NaN, 7, 0, 5]
  expect(top(every, (at) => values[at]!, 2)).toEqual({ listed: [2, 4], of: 3 })
  expect(top(every, (at) => values[at]!, 9)).toEqual({ listed: [2, 4, 0], of: 3 })
})

test('accounts of the same use stay in one group', () => {
  const use = Float64Array.of(1, 1, 1, 2, NaN)
  const points = Float64Array.of(0, 5, 10, 8, 9)
  expect(binsOf(every, use, points)).toEqual({
    bins: [
      { low: 1, high: 1, mean: 5, count: 3 },
      { low: 2, high: 2, mean: 8, count: 1 },
    ],
    without: 1,
  })
})
