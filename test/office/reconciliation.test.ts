import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MATCH_DAYS, reconcile } from '../../src/finance/reconcile/reconcile.ts'
import { readEarlierReport } from '../../src/finance/reconcile/earlier-report.ts'
import { reconciliationJson } from '../../src/finance/reconcile/json.ts'
import type { EarlierReport } from '../../src/finance/reconcile/restatement.ts'
import type { Policy } from '../../src/finance/policy.ts'
import { reconciliationBook, type Reported } from '../../src/finance/workbook/reconciliation-workbook.ts'
import type { Book } from '../../src/tables/xlsx/book.ts'
import { writeBook } from '../../src/tables/xlsx/write-book.ts'
import { day, ledgerOf, ratesOf } from '../finance/ledger-of.ts'
import { sampleEvents } from '../finance/reconcile/sample-events.ts'
import { rowsOf, sampleLedger, samplePolicy, sampleRates } from '../finance/sample.ts'
import { type LibreOffice, openComputing, WITH_OFFICE } from './libre-office.ts'

/** LibreOffice computes the workbook of a reconciliation from its ledger lines. */
let office: LibreOffice

beforeAll(async () => {
  office = await openComputing()
})
afterAll(() => office.close())

type Sheets = ReadonlyMap<string, string[][]>

/** Every sheet as LibreOffice computes it: cells without their number formats, save dates and percentages. */
async function computed(name: string, book: Book): Promise<Sheets> {
  const path = join(office.folder, `${name}.xlsx`)
  await writeFile(path, await writeBook(book, { own: [], namespace: '' }))
  await office.convert(path, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1')
  const sheets = book.sheets.map(
    async (sheet) => [sheet.name, await office.rowsOf(`${name}-${sheet.name}.csv`)] as const,
  )
  return new Map(await Promise.all(sheets))
}

function reported(from: string, to: string, policy: Partial<Policy> = {}): Reported {
  return report(sampleLedger, sampleRates, { ...samplePolicy, asOf: day(to), ...policy }, from, to)
}

function report(
  ledger: Reported['ledger'],
  rates: Reported['rates'],
  policy: Policy,
  from: string,
  to: string,
  earlier: EarlierReport | null = null,
): Reported {
  const segments = new Map(rowsOf('samples/accounts.csv').map((row) => [row['Account']!, row['Segment']!]))
  const found = reconcile({
    ledger,
    rates,
    header: {
      from: day(from),
      to: day(to),
      policy,
      reading: {},
      matchDays: MATCH_DAYS,
      tolerance: 0,
      model: null,
      inputs: [],
      engine: '0',
      runTime: null,
      preparer: null,
      reviewer: null,
    },
    segmentOf: (account) => segments.get(account) ?? null,
    scores: null,
    firstScores: null,
    crm: sampleEvents(),
    merged: null,
    earlier,
    control: [],
  })
  return { report: found, ledger, rates }
}

/** Cells with a formula whose computed value is not the one that Salus wrote, as `sheet!row,column`. */
function differing(book: Book, sheets: Sheets): string[] {
  return book.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, at) =>
      row.flatMap((cell, column) => {
        if (cell?.formula === undefined) return []
        const shown = sheets.get(sheet.name)![at]![column]!
        const isSame =
          typeof cell.value === 'number' ? Math.abs(numberOf(shown) - cell.value) < 1e-6 : shown === cell.value
        return isSame ? [] : [`${sheet.name}!${at + 1},${column}: ${shown} for ${String(cell.value)}`]
      }),
    ),
  )
}

/** Check cells that are not 0.00. */
function failing(book: Book, sheets: Sheets): string[] {
  return book.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, at) =>
      row.flatMap((cell, column) => {
        if (cell?.format !== '0.00' || cell.bold !== true) return []
        const shown = sheets.get(sheet.name)![at]![column]!
        return Number(shown) === 0 && shown !== '' ? [] : [`${sheet.name}!${at + 1},${column}: ${shown}`]
      }),
    ),
  )
}

function numberOf(shown: string): number {
  if (/^\d{4}-\d\d-\d\d$/.test(shown)) return shown === '9999-12-31' ? 2_958_465 : day(shown) + 25_569
  const number = Number(shown.replaceAll(',', '').replace('%', ''))
  return shown.endsWith('%') ? number / 100 : number
}

describe.runIf(WITH_OFFICE)('the workbook of a reconciliation, computed by LibreOffice', { timeout: 300_000 }, () => {
  test('is what Salus says of the sample, and checks to nothing', async () => {
    const book = reconciliationBook(reported('2021-12-31', '2025-06-30'))
    const sheets = await computed('sample', book)
    expect(differing(book, sheets)).toEqual([])
    expect(failing(book, sheets)).toEqual([])
    const truth = rowsOf('test/finance/truth/monthly_bridge_usd.csv')
    const shown = sheets.get('Bridge')!.slice(4, 4 + truth.length)
    expect(shown.map((row) => row.slice(1, 11).map((cell, at) => (at === 0 ? cell : numberOf(cell))))).toEqual(
      truth.map((row) => [
        row['month'],
        ...['opening', 'new', 'reactivation', 'expansion', 'contraction', 'churn', 'fx', 'rounding', 'closing'].map(
          (figure) => Number(row[figure]) + 0,
        ),
      ]),
    )
  })

  test.each(['opening', 'reported'] as const)('holds at %s rates and over gaps too', async (rate) => {
    const book = reconciliationBook(reported('2023-12-31', '2024-12-31', { rate, gapDays: 30 }))
    const sheets = await computed(rate, book)
    expect(differing(book, sheets)).toEqual([])
    expect(failing(book, sheets)).toEqual([])
  })

  test('holds where accounts have lines in several currencies, and credits', async () => {
    const ledger = ledgerOf(
      [
        { account: 'a', annual: 100, currency: 'EUR', start: '2023-01-01', end: '2024-03-10' },
        { account: 'a', annual: 50.55, currency: 'USD', start: '2023-01-01', end: '2024-06-10' },
        { account: 'a', annual: 80.31, currency: 'EUR', start: '2024-08-01' },
        { account: 'b', annual: -20, start: '2023-01-01', end: '2024-05-01', order: 'credit' },
        { account: 'b', annual: 20, start: '2023-01-01' },
        { account: 'c', annual: 0.1, currency: 'EUR', start: '2023-01-01', end: '2024-02-10' },
        { account: 'c', annual: 0.3, currency: 'EUR', sku: 'PLUS', start: '2024-02-10' },
      ],
      new Map([['b', 'a']]),
    )
    const rates = ratesOf('USD', [
      ['2023-01-01', 'EUR', '1.05'],
      ['2024-04-30', 'EUR', '1.1234'],
    ])
    const book = reconciliationBook(
      report(ledger, rates, { ...samplePolicy, asOf: day('2024-12-31') }, '2023-12-31', '2024-12-31'),
    )
    const sheets = await computed('currencies', book)
    expect(differing(book, sheets)).toEqual([])
    expect(failing(book, sheets)).toEqual([])
  })

  test('ties its opening to an earlier closing, whatever was changed behind it', async () => {
    // The books as they were closed: some amounts were others, and some lines ran longer.
    const annual = sampleLedger.annual.map((cents, line) => (line % 40 === 7 ? cents + line : cents))
    const end = sampleLedger.end.map((last, line) => (line % 50 === 9 ? Math.max(last, day('2025-05-01')) : last))
    const then = { ...sampleLedger, annual, end }
    const rates = ratesOf('USD', [
      ['2020-01-01', 'EUR', '1.21'],
      ['2020-01-01', 'GBP', '1.3007'],
    ])
    const policy = { ...samplePolicy, asOf: day('2025-03-31') }
    const before = report(then, rates, policy, '2024-12-31', '2025-03-31')
    const json = JSON.stringify(reconciliationJson(before.report, then, rates))
    const read = readEarlierReport('q1.json', json, { policy, from: day('2025-03-31') })
    if (read.kind === 'refused') throw new Error(read.because)
    const until = { ...samplePolicy, asOf: day('2025-06-30') }
    const restated = report(sampleLedger, sampleRates, until, '2025-03-31', '2025-06-30', read.report)
    expect(restated.report.restatement!.lines.length).toBeGreaterThan(10)
    const book = reconciliationBook(restated)
    const sheets = await computed('restated', book)
    expect(differing(book, sheets)).toEqual([])
    expect(failing(book, sheets)).toEqual([])
  })

  test('moves with a line: one cent more shows at its place, and the bridge still closes', async () => {
    const { sheets: written, part } = reconciliationBook(reported('2023-12-31', '2024-12-31'))
    const line = 'L000002'
    const changed: Book = {
      part,
      sheets: written.map((sheet) => ({
        ...sheet,
        rows:
          sheet.name !== 'Ledger'
            ? sheet.rows
            : sheet.rows.map((row) =>
                row[0]?.value === line
                  ? row.map((cell, at) => (at === 8 ? { ...cell!, value: Number(cell!.value) + 0.01 } : cell))
                  : row,
              ),
      })),
    }
    const sheets = await computed('cent', changed)
    const checks = failing(changed, sheets)
    expect(checks.length).toBeGreaterThan(0)
    const bridge = sheets.get('Bridge')!.slice(4, 16)
    expect(bridge.map((row) => [row[11], row[12]])).toEqual(bridge.map((_, at) => ['0', at === 0 ? '' : '0']))
    expect(bridge.some((row) => Number(row[13]) >= 0.01)).toBe(true)
  })
})
