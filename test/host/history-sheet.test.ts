import { expect, test } from 'vitest'
import { isoDate } from '../../src/engine/days.ts'
import { openDesk } from '../../src/host/desk/desk.ts'
import { HISTORY_SHEET, keepOnSheet, readHistorySheet } from '../../src/host/desk/history-sheet.ts'
import type { Portfolio } from '../../src/host/desk/portfolio.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { chosenBy, notKept } from '../../src/host/filter/snapshot-fields.ts'
import { portfolioFields } from '../../src/host/filter/fields.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'
import { trendOf } from '../../src/history/trend.ts'
import type { Workbook } from '../../src/host/workbook.ts'
import type { Filter } from '../../src/host/document/document.ts'
import { carriedColumns } from '../../src/taskpane/portfolio/trend/carried.ts'
import { earlierDays, earlierScores } from '../../src/taskpane/portfolio/earlier-scores.ts'
import { moneyOf } from '../../src/taskpane/portfolio/money.ts'
import { movesOf } from '../../src/taskpane/portfolio/moves.ts'

const model = `model m version 2
inputs {
  account text  "Account" key
  seats   count "Seats"
}
missing skip
scale 0 to 10
bands even
dimension use weight 100% { measure seats poor < 10 <= concerning < 40 <= healthy }
`
type Rows = readonly (readonly (string | number | null)[])[]
const november: Rows = [
  ['Account', 'Seats', 'ACV', 'Currency', 'Region'],
  ['Acme', 50, 1000.5, 'USD', 'EMEA'],
  ['Bits', 15, 3000, 'USD', 'APAC'],
]
const december: Rows = [november[0]!, ['Acme', 5, 1000.5, 'USD', 'EMEA'], ['Cola', 45, 10, 'EUR', 'EMEA']]
const region: Filter = { kind: 'condition', field: 'column:Region', operator: 'is', value: 'EMEA' }

const workbookOf = () =>
  memoryWorkbook({
    sheets: [{ name: 'Accounts', rows: november }],
    part: encodeDocument(newDocument([{ file: 'm.salus', text: model }])),
  })

async function portfolioOn(workbook: Workbook, month: number): Promise<Portfolio> {
  const found = await openDesk(workbook, { now: () => new Date(2026, month, 22, 9) }).portfolio()
  if (found === null || 'kind' in found) throw new Error(found?.message ?? 'no list')
  return found
}

async function keepOn(workbook: Workbook, month: number, restate: string | null = null) {
  const portfolio = await portfolioOn(workbook, month)
  const fields = portfolioFields(portfolio)
  const saved = [{ name: 'EMEA', filter: region }]
  return keepOnSheet(workbook, portfolio, carriedColumns(fields, moneyOf(portfolio, fields, null), saved), restate)
}

test('every month adds its rows below those that are there, which stay as they are', async () => {
  const workbook = workbookOf()
  expect(await keepOn(workbook, 10)).toMatchObject({ kind: 'kept', accounts: 2 })
  const first = await readAll(workbook)
  await workbook.writeSheet({ name: 'Accounts', rows: december })
  expect(await keepOn(workbook, 11)).toMatchObject({ kind: 'kept', accounts: 2 })
  const both = await readAll(workbook)
  expect(both.slice(0, first.length)).toEqual(first)
  const { history } = await readHistorySheet(workbook)
  expect(history.accounts).toEqual(['Acme', 'Bits', 'Cola'])
  const { points } = trendOf(history, {
    model: 'm',
    step: 'month',
    amount: 'acv',
    chosen: chosenBy(history, [], [region]),
  })
  expect(points.map(({ period, whole }) => [period, whole.counts, [...whole.cents]])).toEqual([
    ['2026-11', [0, 0, 1, 0], [['USD', [0, 0, 100_050, 0]]]],
    [
      '2026-12',
      [1, 0, 1, 0],
      [
        ['USD', [100_050, 0, 0, 0]],
        ['EUR', [0, 0, 1000, 0]],
      ],
    ],
  ])
  expect(notKept(history, [region, { ...region, field: 'column:Owner' }])).toEqual(['column:Owner'])
})

test('the same numbers are not kept twice, others of the same day only with a reason', async () => {
  const workbook = workbookOf()
  await keepOn(workbook, 10)
  expect(await keepOn(workbook, 10)).toMatchObject({ kind: 'same' })
  await workbook.writeSheet({ name: 'Accounts', rows: [november[0]!, november[1]!, ['Bits', 45, 3000, 'USD', 'APAC']] })
  const refused = await keepOn(workbook, 10)
  expect(refused).toMatchObject({ kind: 'refused', message: expect.stringContaining('score of `Bits` was 5, not 10') })
  expect((await readHistorySheet(workbook)).history.snapshots).toHaveLength(1)
  expect(await keepOn(workbook, 10, 'seats of Bits')).toMatchObject({ kind: 'kept' })
  const { history } = await readHistorySheet(workbook)
  expect(history.snapshots.map(({ sequence, restated }) => [sequence, restated])).toEqual([
    [1, null],
    [2, 'seats of Bits'],
  ])
})

test('a sheet of that name with something else on it is left alone', async () => {
  const workbook = workbookOf()
  await workbook.writeSheet({
    name: HISTORY_SHEET,
    rows: [
      ['Notes', 'Who'],
      ['call Acme', 'Ann'],
    ],
  })
  await expect(keepOn(workbook, 10)).rejects.toThrow('holds something else')
  expect(await readAll(workbook)).toHaveLength(2)
})

test('what is kept is not taken for the list of accounts, and is compared with from the next day on', async () => {
  const workbook = workbookOf()
  await keepOn(workbook, 10)
  const { history } = await readHistorySheet(workbook)
  expect(earlierDays(history, await portfolioOn(workbook, 10))).toEqual([])
  await workbook.writeSheet({ name: 'Accounts', rows: december })
  const portfolio = await portfolioOn(workbook, 11)
  expect(portfolio.list.region.block.sheet).toBe('Accounts')
  const [day] = earlierDays(history, portfolio)
  const earlier = earlierScores(history, day!, portfolio)
  expect(earlier).toEqual({
    date: Date.UTC(2026, 10, 22) / 86_400_000,
    isSameModel: true,
    bands: new Map([
      ['Acme', 'healthy'],
      ['Bits', 'concerning'],
    ]),
  })
  const { accounts } = portfolio.list.columns
  expect(movesOf(portfolio, Int32Array.of(0, 1), (at) => earlier.bands.get(accounts![at]!))).toEqual({
    // Cola was not there.
    compared: 1,
    moves: [{ index: 0, from: 'healthy', to: 'poor', rungs: -2 }],
  })
})

test('of several days the latest before today comes first', async () => {
  const workbook = workbookOf()
  for (const month of [8, 9, 10]) await keepOn(workbook, month)
  const { history } = await readHistorySheet(workbook)
  const days = earlierDays(history, await portfolioOn(workbook, 10))
  expect(days.map(({ date }) => isoDate(date))).toEqual(['2026-10-22', '2026-09-22'])
})

async function readAll(workbook: Workbook) {
  const [read] = await workbook.readBlocks([{ sheet: HISTORY_SHEET, top: 0, left: 0, bottom: 1000, right: 100 }])
  return read!.cells.map((row) => row.filter((cell) => cell !== null))
}
