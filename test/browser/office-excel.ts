import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Browser } from 'playwright-core'
import { functionsJson } from '../../src/functions/metadata.ts'
import { registry } from '../../src/functions/registry.ts'
import type { SalusDocument } from '../../src/host/document/document.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import type { Cell } from '../../src/tables/cell.ts'
import {
  type Blanks,
  type Book,
  type Cell as StandingCell,
  type Client,
  EMPTY,
  type Sheet,
  blockOf,
  cellAt,
  connect,
  createBook,
  isError,
  setCell,
  typed,
} from '../excel-host/index.ts'
import { webAddress } from './browser.ts'

export const officeJs = `${dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'))}/dist`

/** A workbook with one sheet, `Accounts`, and a model in its part. */
export function bookOf(
  rows: readonly (readonly Cell[])[],
  model: string | null,
  more: Partial<SalusDocument> = {},
): Book {
  const book = createBook()
  const [sheet] = book.sheets as [Sheet]
  sheet.name = 'Accounts'
  fill(sheet, rows)
  if (model !== null) store(book, { ...newDocument([{ file: 'own.salus', text: model }]), ...more })
  return book
}

export function store(book: Book, document: SalusDocument): void {
  book.parts.clear()
  book.parts.set('{salus}', encodeDocument(document))
}

/** Cells as a person would have typed and formatted them, before anyone looks. */
export function fill(sheet: Sheet, rows: readonly (readonly Cell[])[]): void {
  for (const [r, row] of rows.entries()) for (const [c, cell] of row.entries()) setCell(sheet, r, c, standing(cell))
}

function standing(cell: Cell): StandingCell {
  if (cell === null || typeof cell !== 'object') return typed(cell, 'General')
  if (cell.kind === 'percent') return { ...EMPTY, value: cell.value, format: '0.0%' }
  if (cell.kind === 'date') return { ...EMPTY, value: cell.value + 25_569, format: 'dd/mm/yyyy' }
  return { ...EMPTY, value: cell.text }
}

export interface ExcelOptions {
  readonly blanks?: Blanks
  readonly sets?: Readonly<Record<string, string>>
}

/** The built pane, opened by a person's Excel. Whatever the page complains of fails the test that opened it. */
export async function openExcel(browser: Browser, book: Book, options: ExcelOptions = {}): Promise<Excel> {
  const context = await browser.newContext({ viewport: { width: 350, height: 640 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.includes('telemetry')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const functions = functionsJson(registry, { url: webAddress().replace(/\/$/, '') })
  const client = await connect(page, book, { blanks: 'desktop', ...options, functions, officeJs })
  await page.goto(`${webAddress()}taskpane.html`)
  return { ...client, complaints }
}

export interface Excel extends Client {
  readonly complaints: readonly string[]
}

/** What a cell shows: its value, or its error with the sentence. */
export async function shown(excel: Excel, ...formulas: string[]): Promise<unknown[]> {
  const results = await excel.compute(formulas)
  return results.map((rows) => {
    const values = rows.map((row) =>
      row.map(({ value }) =>
        typeof value === 'object' && value !== null ? `${value.error} ${value.message ?? ''}`.trim() : value,
      ),
    )
    return values.length === 1 && values[0]!.length === 1 ? values[0]![0] : values
  })
}

/** What a cell of the sheet shows, as text; an error with its sentence. */
export function cellText(book: Book, address: string): string {
  const { sheet, area } = blockOf(book, address)
  const { value } = cellAt(sheet, area.top, area.left)
  return isError(value) ? `${value.error} ${value.message ?? ''}`.trim() : String(value ?? '')
}
