import { columnLetters } from '../host/block.ts'
import { encodeDocument, newDocument } from '../host/document/text.ts'
import { rowsOf } from '../taskpane/start/sample.ts'
import type { Cell } from '../tables/cell.ts'
import type { Book, BookCell, BookSheet } from '../tables/xlsx/book.ts'

/** The files of `samples/` and the model: what the sample portfolio is made of. The tables hold no quoted cells. */
export interface SampleTexts {
  readonly accounts: string
  readonly ledger: string
  readonly fx: string
  readonly crm: string
  readonly history: string
  readonly model: string
}

/** The sample's texts are fetched when they are asked for: who comes back has a workbook of their own. */
export type LoadSample = () => Promise<Book>

export const SAMPLE_NAME = 'Sample portfolio'

/**
 * The sample portfolio as a workbook: its accounts as a table with their scores beside them, the contract lines with
 * rates, churn as the CRM has it, and the scores of earlier quarters.
 */
export function sampleBook({ accounts, ledger, fx, crm, history, model }: SampleTexts): Book {
  const document = newDocument([{ file: 'sourcegraph.salus', text: model }])
  return {
    sheets: [
      accountSheet(accounts),
      tableSheet('Ledger', 'Contracts', ledger),
      tableSheet('FX', 'Rates', fx),
      tableSheet('CRM churn', 'Churn', crm),
      // No table: what is kept later is written below, where a table would not take it in.
      { ...tableSheet('Salus history', 'History', history), tables: [] },
    ],
    part: encodeDocument({ ...document, asOf: SAMPLE_DATE }),
  }
}

/** The last day of the data. */
const SAMPLE_DATE = '2025-06-30'

/** Formulas stand to the left and to the right of the inputs, outside the range they read. */
interface Scores {
  readonly header: string
  readonly formula: string
  readonly width: number
  readonly format?: string
}

const BEFORE: readonly Scores[] = [
  { header: 'Health', formula: 'HEALTH', width: 11, format: '0.0' },
  { header: 'Band', formula: 'HEALTH.BAND', width: 12 },
]
const BEHIND: readonly Scores[] = [{ header: 'Why', formula: 'HEALTH.WHY', width: 90 }]

function accountSheet(text: string): BookSheet {
  const [header = [], ...body] = rowsOf(text)
  const first = columnLetters(BEFORE.length)
  const last = columnLetters(BEFORE.length + header.length - 1)
  const scores = (which: readonly Scores[], row: number): BookCell[] =>
    which.map(({ formula, format }) => ({
      value: null,
      formula: `${formula}(${first}${row}:${last}${row})`,
      ...(format === undefined ? {} : { format }),
    }))
  const headers = [...BEFORE.map((each) => each.header), ...header, ...BEHIND.map((each) => each.header)]
  return {
    name: 'Accounts',
    rows: [
      headers.map(heading),
      ...body.map((row, at) => [...scores(BEFORE, at + 2), ...row.map(cellOf), ...scores(BEHIND, at + 2)]),
    ],
    widths: [...BEFORE.map((each) => each.width), ...header.map(widthOf), ...BEHIND.map((each) => each.width)],
    frozenRows: 1,
    frozenColumns: BEFORE.length + 2,
    tables: [{ name: 'Portfolio', top: 0, left: 0, bottom: body.length, right: headers.length - 1 }],
  }
}

function tableSheet(name: string, table: string, text: string): BookSheet {
  const [header = [], ...body] = rowsOf(text)
  return {
    name,
    rows: [header.map(heading), ...body.map((row) => row.map(cellOf))],
    widths: header.map(widthOf),
    frozenRows: 1,
    frozenColumns: 0,
    tables: [{ name: table, top: 0, left: 0, bottom: body.length, right: header.length - 1 }],
  }
}

function heading(value: string): BookCell {
  return { value, bold: true }
}

function cellOf(cell: Cell): BookCell | null {
  if (cell === null) return null
  if (typeof cell !== 'object') return { value: cell }
  return cell.kind === 'date' ? { value: cell.value + FIRST_SERIAL, format: 'yyyy-mm-dd' } : null
}

/** The serial number spreadsheets give to 1970-01-01. */
const FIRST_SERIAL = 25_569

/** In characters: room for the header in bold with a button for filters beside it. */
function widthOf(header: string): number {
  return Math.min(Math.max(Math.ceil(header.length * 1.15) + 4, 11), 34)
}
