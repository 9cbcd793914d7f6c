import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outcomesOf, type Outcomes } from '../../src/host/desk/finance/outcomes.ts'
import { scoresOfHistory } from '../../src/finance/reconcile/scores-of-history.ts'
import { readHistorySheet } from '../../src/host/desk/history-sheet.ts'
import { proposeFinance } from '../../src/host/desk/finance/propose.ts'
import { readBooks } from '../../src/host/desk/finance/read-books.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'
import type { Cell } from '../../src/tables/cell.ts'
import type { BookCell } from '../../src/tables/xlsx/book.ts'
import { writeBook } from '../../src/tables/xlsx/write-book.ts'
import { bandSheet } from '../../src/taskpane/outcomes/band-sheet.ts'
import { calibrate } from '../../src/taskpane/outcomes/calibrate.ts'
import { rowsOf } from '../../src/taskpane/start/sample.ts'
import { wilson } from '../../src/validation/statistics/wilson.ts'
import { CSV, type LibreOffice, openComputing, WITH_OFFICE } from './libre-office.ts'

let office: LibreOffice

beforeAll(async () => {
  office = await openComputing()
})
afterAll(() => office.close())

const SHEETS = ['Ledger', 'FX', 'Salus history'] as const
const FILES = { Ledger: 'ledger', FX: 'fx', 'Salus history': 'quarters' } as const
const cells = (name: (typeof SHEETS)[number]) => rowsOf(readFileSync(`samples/${FILES[name]}.csv`, 'utf8'))

async function sampleOutcomes(): Promise<Outcomes> {
  const workbook = memoryWorkbook({ sheets: SHEETS.map((name) => ({ name, rows: cells(name) })) })
  const { settings } = (await proposeFinance(workbook, 20_500))!
  const books = await readBooks(workbook, settings, new Map())
  if (books.kind === 'refusal') throw new Error(books.message)
  return outcomesOf(books, scoresOfHistory((await readHistorySheet(workbook)).history, null))
}

function bookCell(cell: Cell): BookCell | null {
  if (cell === null) return null
  if (typeof cell === 'string' && cell.startsWith('=')) return { value: null, formula: cell.slice(1) }
  if (typeof cell !== 'object') return { value: cell }
  if (cell.kind === 'date') return { value: cell.value + 25_569, format: 'yyyy-mm-dd' }
  return { value: cell.kind === 'percent' ? cell.value : cell.text }
}

describe.runIf(WITH_OFFICE)('outcomes by band as formulas, computed by LibreOffice', () => {
  test('are the figures of the page', async () => {
    const outcomes = await sampleOutcomes()
    const calibration = calibrate(outcomes.followed!)
    const sheet = bandSheet({ outcomes, label: (band) => band ?? 'none', calibration })
    const sheets = [
      { name: sheet.name, rows: sheet.rows },
      { name: 'Ledger', rows: cells('Ledger') },
    ]
    const path = join(office.folder, 'outcomes.xlsx')
    const book = {
      sheets: sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map((row) => row.map(bookCell)),
        widths: [],
        frozenRows: 0,
        frozenColumns: 0,
        tables: [],
      })),
      part: null,
    }
    const bytes = await writeBook(book, { own: [], namespace: '' })
    await writeFile(path, bytes)
    await office.convert(path, CSV)
    const rows = await office.rowsOf('outcomes.csv')
    const row = (name: string): number[] =>
      rows
        .find(([first]) => first === name)!
        .slice(1)
        .map(Number)

    for (const { group, cohort, rates } of outcomes.report.groups.band!) {
      const interval = wilson(cohort.logosLost, cohort.logosOpen)!
      const [accounts, churned, , low, high, opening, gross, grr, net, nrr] = row(group ?? 'none')
      expect([accounts, churned]).toEqual([cohort.logosOpen, cohort.logosLost])
      expect([low, high]).toEqual([expect.closeTo(interval.low, 9), expect.closeTo(interval.high, 9)])
      expect([opening, gross, net].map((amount) => Math.round(amount! * 100))).toEqual([
        cohort.opening,
        cohort.retainedGross,
        cohort.retainedNet,
      ])
      expect([grr, nrr]).toEqual([expect.closeTo(rates.grr.value!, 9), expect.closeTo(rates.nrr.value!, 9)])
    }
    const head = rows.findIndex(([first]) => first === 'Scores from')
    for (const [at, slice] of calibration.slices.entries()) {
      const [from, to, accounts, churned, , , , fitted] = rows[head + 1 + at]!.map(Number)
      expect([accounts, churned]).toEqual([slice.n, slice.events])
      expect(fitted).toBeCloseTo(calibration.fit!.probability((from! + to!) / 2), 9)
    }
  })
})
