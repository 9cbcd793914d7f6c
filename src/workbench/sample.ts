import { columnLetters } from '../host/block.ts'
import type { Book, BookCell, BookSheet } from '../tables/xlsx/book.ts'

/**
 * The sample portfolio as a workbook: its accounts as a table with their scores beside them, and the contract lines.
 * The texts are the files of `samples/`, which hold no quoted cells.
 */
export function sampleBook(accounts: string, ledger: string): Book {
  return { sheets: [accountSheet(accounts), ledgerSheet(ledger)], part: null }
}

/** Formulas stand to the right of the inputs, outside the range they read. */
const SCORES = [
  { header: 'Health', formula: (range: string) => `HEALTH(${range})`, width: 9, format: '0.0' },
  { header: 'Band', formula: (range: string) => `HEALTH.BAND(${range})`, width: 13, format: null },
  { header: 'Why', formula: (range: string) => `HEALTH.WHY(${range})`, width: 70, format: null },
] as const

function accountSheet(text: string): BookSheet {
  const [header = [], ...body] = lines(text)
  const last = columnLetters(header.length - 1)
  const scored = body.map((row, at) => [
    ...row.map(cellOf),
    ...SCORES.map(({ formula, format }): BookCell => ({
      value: null,
      formula: formula(`A${at + 2}:${last}${at + 2}`),
      ...(format === null ? {} : { format }),
    })),
  ])
  const headers = [...header, ...SCORES.map((each) => each.header)]
  return {
    name: 'Accounts',
    rows: [headers.map(heading), ...scored],
    widths: [...header.map(widthOf), ...SCORES.map((each) => each.width)],
    frozenRows: 1,
    frozenColumns: 2,
    tables: [{ name: 'Portfolio', top: 0, left: 0, bottom: body.length, right: headers.length - 1 }],
  }
}

function ledgerSheet(text: string): BookSheet {
  const [header = [], ...body] = lines(text)
  return {
    name: 'Ledger',
    rows: [header.map(heading), ...body.map((row) => row.map(cellOf))],
    widths: header.map(() => 13),
    frozenRows: 1,
    frozenColumns: 0,
    tables: [{ name: 'Contracts', top: 0, left: 0, bottom: body.length, right: header.length - 1 }],
  }
}

function lines(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
}

function heading(value: string): BookCell {
  return { value, bold: true }
}

function cellOf(text: string): BookCell | null {
  if (text === '') return null
  if (text === 'true' || text === 'false') return { value: text === 'true' }
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (day !== null) {
    const days = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 86_400_000
    return { value: days + FIRST_SERIAL, format: 'yyyy-mm-dd' }
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) return { value: Number(text) }
  return { value: text }
}

/** The serial number spreadsheets give to 1970-01-01. */
const FIRST_SERIAL = 25_569

function widthOf(header: string): number {
  return Math.min(Math.max(header.length + 3, 11), 20)
}
