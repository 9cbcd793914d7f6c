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
  type Client,
  type Sheet,
  connect,
  createBook,
  enter,
  format,
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
  fill(book, sheet, rows)
  if (model !== null) store(book, { ...newDocument([{ file: 'own.salus', text: model }]), ...more })
  return book
}

export function store(book: Book, document: SalusDocument): void {
  book.parts.clear()
  book.parts.set('{salus}', encodeDocument(document))
}

/** Cells as a person would have typed and formatted them. */
export function fill(book: Book, sheet: Sheet, rows: readonly (readonly Cell[])[]): void {
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      const area = { top: r, left: c, bottom: r, right: c }
      if (cell === null) continue
      if (typeof cell === 'string') enter(book, sheet, area, [[cell.startsWith('=') ? cell : `'${cell}`]], null)
      else if (typeof cell !== 'object') enter(book, sheet, area, [[cell]], null)
      else if (cell.kind !== 'other') {
        enter(book, sheet, area, [[cell.kind === 'percent' ? cell.value : cell.value + 25_569]], null)
        format(book, sheet, area, [[cell.kind === 'percent' ? '0.0%' : 'dd/mm/yyyy']], null)
      }
    }
  }
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
