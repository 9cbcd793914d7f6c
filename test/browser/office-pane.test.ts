import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { blockOf, cellAt, createBook, select, type Value } from '../excel-host/index.ts'
import { sharedBrowser } from './browser.ts'
import { openExcel } from './office-excel.ts'

/** The pane in Excel, from an empty workbook on: through the real office.js into cells and back. */
let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const soon = { timeout: 30_000 }

test('the sample is inserted and scored, the pane explains its first account, and follows the selection', async () => {
  const book = createBook()
  const excel = await openExcel(browser, book)
  await excel.page.getByRole('button', { name: 'Insert sample portfolio and model' }).click()
  await expect.poll(() => book.tables.map(({ area }) => area.bottom), soon).toEqual([520])
  const { sheet, area } = book.tables[0]!

  // Every account has its formulas, and each of them a number, a band, or a reason.
  const headers = [...Array(area.right + 1).keys()].map((column) => cellAt(sheet, 0, column).value)
  const score = headers.indexOf('Health')
  const column = (at: number): Value[] => Array.from({ length: 520 }, (_, row) => cellAt(sheet, row + 1, at).value)
  const numbers = () => column(score).filter((value) => typeof value === 'number').length
  // Until the model is stored as well, cells say that there is none.
  await expect.poll(numbers, soon).toBeGreaterThan(400)
  await expect.poll(() => column(score).some((value) => /BUSY|no model/.test(said(value))), soon).toBe(false)
  const csv = readFileSync(new URL('../../samples/accounts.csv', import.meta.url), 'utf8').split('\n')
  expect(column(0)).toEqual(csv.slice(1, 521).map((line) => line.split(',')[0]))
  expect(column(score).filter((value) => typeof value !== 'number' && !/^#N\/A ./.test(said(value)))).toEqual([])

  await excel.page.getByText('ACC-00001', { exact: true }).first().waitFor()
  select(book, sheet, blockOf(book, `'${sheet.name}'!B7`).area, excel.self)
  await excel.page.getByText('ACC-00006', { exact: true }).first().waitFor()
  expect(excel.complaints).toEqual([])
})

function said(value: Value): string {
  return typeof value === 'object' && value !== null ? `${value.error} ${value.message ?? ''}`.trim() : String(value)
}
