import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DOCUMENT_NAMESPACE, wrapXml } from '../../src/host/document/xml.ts'
import type { Workbook, WorkbookEvent } from '../../src/host/workbook.ts'
import type { Cell } from '../../src/tables/cell.ts'
import {
  addSheet,
  addTable,
  blockOf,
  type Book,
  type Client,
  connect,
  createBook,
  renameSheet,
  select,
  shift,
  tell,
} from '../excel-host/index.ts'
import { sharedBrowser } from './browser.ts'
import { fill, officeJs } from './office-excel.ts'

/** The workbook as Salus sees it, in the real office.js: what other tests take from a workbook in memory has to hold here. */
let browser: Browser
let adapter: string
beforeAll(async () => {
  browser = await sharedBrowser()
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/host/office/workbook.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'salus',
  })
  adapter = outputFiles[0]!.text
})
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

declare global {
  var salus: { readonly officeWorkbook: () => Workbook }
  var workbook: Workbook
  var heard: WorkbookEvent[]
}

async function open(book: Book): Promise<Client> {
  const page = await (await browser.newContext()).newPage()
  const client = await connect(page, book, { blanks: 'desktop', functions: { functions: [] }, officeJs })
  await page.route('http://add-in.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
    }),
  )
  await page.goto('http://add-in.test/')
  await page.addScriptTag({ content: adapter })
  await page.evaluate(async () => {
    await Office.onReady()
    globalThis.workbook = salus.officeWorkbook()
  })
  return client
}

function accounts(rows: readonly (readonly Cell[])[]): Book {
  const book = createBook()
  book.sheets[0]!.name = "Bob's Data"
  fill(book.sheets[0]!, rows)
  return book
}

const SHEET = "Bob's Data"
const day = (iso: string): Cell => ({ kind: 'date', value: Date.parse(iso) / 86_400_000 })
const ROWS: readonly (readonly Cell[])[] = [
  ['Account', 'MAU', 'Share', 'Renewal', 'Live'],
  ['Acme', 12, { kind: 'percent', value: 0.85 }, day('2026-03-31'), true],
  ['Bolt', null, '#DIV/0!', null, false],
]

describe('reading', () => {
  test('blocks keep blanks, errors, percentages and dates; whole columns end where the sheet does', async () => {
    const { page } = await open(accounts(ROWS))
    const read = await page.evaluate(
      (sheet) =>
        workbook.readBlocks([
          { sheet, top: 0, left: 0, bottom: 2, right: 4 },
          { sheet, top: 0, left: 1, bottom: 1_048_575, right: 1 },
          { sheet: 'Nowhere', top: 0, left: 0, bottom: 0, right: 0 },
        ]),
      SHEET,
    )
    expect(read[0]).toEqual({ block: { sheet: SHEET, top: 0, left: 0, bottom: 2, right: 4 }, cells: ROWS })
    expect(read[1]!.cells.slice(0, 2)).toEqual([['MAU'], [12]])
    expect(read[1]!.block.bottom).toBeLessThanOrEqual(2)
    expect(read[2]).toBeNull()
  })

  test('a list of thirty thousand rows comes in pieces, and whole', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i): Cell[] => [`A${i}`, i, { kind: 'percent', value: i }])
    const { page, requests } = await open(accounts(rows))
    const before = requests.length
    const [count, last] = await page.evaluate(async (sheet) => {
      const [read] = await workbook.readBlocks([{ sheet, top: 0, left: 0, bottom: 29_999, right: 2 }])
      return [read!.cells.length, read!.cells.at(-1)]
    }, SHEET)
    expect([count, last]).toEqual([30_000, rows.at(-1)])
    expect(requests.length - before).toBeLessThan(8)
  })

  test("headers are a table's, else those of the region, below a title; on the first row there are none", async () => {
    const book = accounts([['Customers of the west'], ...ROWS])
    const other = addSheet(book, 'Tables', null)
    fill(other, [['Note'], ...ROWS])
    addTable(book, other, { top: 1, left: 0, bottom: 3, right: 4 }, 'Customers', null)
    const { page } = await open(book)
    const [region, table, first, gone] = await page.evaluate(
      (sheet) =>
        workbook.readHeaders([
          { sheet, top: 3, left: 1, bottom: 3, right: 3 },
          { sheet: 'Tables', top: 2, left: 0, bottom: 3, right: 4 },
          { sheet, top: 0, left: 0, bottom: 0, right: 4 },
          { sheet: 'Nowhere', top: 2, left: 0, bottom: 2, right: 1 },
        ]),
      SHEET,
    )
    expect(region).toEqual({ row: 1, headers: ['MAU', 'Share', 'Renewal'] })
    expect(table).toEqual({ row: 1, headers: ROWS[0] })
    expect([first, gone]).toEqual([null, null])
  })

  test('lists are tables, then what is filled of other sheets; the selection is where it is', async () => {
    const book = accounts(ROWS)
    const other = addSheet(book, 'Tables', null)
    fill(other, ROWS)
    addTable(book, other, { top: 0, left: 0, bottom: 2, right: 4 }, 'Customers', null)
    addSheet(book, 'Blank', null)
    const { page, self } = await open(book)
    select(book, other, { top: 1, left: 0, bottom: 2, right: 1 }, self)
    const [regions, selection] = await page.evaluate(async () => [await workbook.regions(), await workbook.selection()])
    const block = { top: 0, left: 0, bottom: 2, right: 4 }
    expect(regions).toEqual([
      { block: { sheet: 'Tables', ...block }, table: 'Customers', headers: ROWS[0] },
      { block: { sheet: SHEET, ...block }, table: null, headers: ROWS[0] },
    ])
    expect(selection).toEqual({ sheet: 'Tables', top: 1, left: 0, bottom: 2, right: 1 })
  })
})

describe('writing', () => {
  test('what was written is read back as it was, whatever it looks like', async () => {
    const book = createBook()
    const { page } = await open(book)
    const text = fc.oneof(
      fc.constantFrom('007', 'TRUE', '85%', '1/2', '#N/A', "'quoted", '-3', '+1 555', '@home', 'Q3', '1e5', ' 12'),
      fc.string({ minLength: 1 }).filter((one) => !one.startsWith('=')),
    )
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.boolean(),
      fc.constant(null),
      fc.record({ kind: fc.constant('percent' as const), value: fc.double({ min: 0, max: 2, noNaN: true }) }),
      fc.record({ kind: fc.constant('date' as const), value: fc.integer({ min: 0, max: 40_000 }) }),
    )
    const rows = fc.array(fc.tuple(text, cell, cell, cell, text), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const back = await page.evaluate(async (cells) => {
          const block = await workbook.writeSheet({ name: 'Written', rows: cells })
          return (await workbook.readBlocks([block]))[0]!.cells
        }, given)
        expect(back).toEqual(given)
      }),
      { seed: 20_261_122, numRuns: 40 },
    )
  })

  test('a sheet is made or replaced, with its table and formulas', async () => {
    const book = accounts(ROWS)
    const { page } = await open(book)
    const write = (last: string) =>
      page.evaluate(
        ([rows, more]) => workbook.writeSheet({ name: 'Sample', rows: [...rows, [more]], table: 'Sample' }),
        [ROWS as Cell[][], last] as const,
      )
    await write('first')
    const block = await write('=HEALTH(A2:E2)')
    expect(block).toEqual({ sheet: 'Sample', top: 0, left: 0, bottom: 3, right: 4 })
    expect(book.tables.map(({ name, area }) => [name, area.bottom])).toEqual([['Sample', 3]])
    expect(book.sheets).toHaveLength(2)
    expect(blockOf(book, 'Sample!A4').sheet.rows.get(3)!.get(0)!.formula).toBe('=HEALTH(A2:E2)')
  })

  test('what Excel refuses is said in a sentence', async () => {
    const book = accounts(ROWS)
    book.sheets[0]!.protected = true
    const { page } = await open(book)
    const said = (sheet: string) =>
      page.evaluate(
        (name) =>
          workbook
            .writeCells({ sheet: name, top: 0, left: 0, bottom: 0, right: 0 }, [['x']])
            .catch((problem: Error) => `${problem.name}: ${problem.message}`),
        sheet,
      )
    expect(await said(SHEET)).toMatch(/^HostProblem: .*unprotect the sheet/)
    expect(await said('Nowhere')).toMatch(/^HostProblem: .*is gone/)
  })
})

describe('the part', () => {
  test('is stored only over what was read; the newer of two counts', async () => {
    const book = createBook()
    const [ann, bob] = [await open(book), await open(book)]
    const write = (who: Client, text: string, expected: string | null) =>
      who.page.evaluate(([given, known]) => workbook.writePart(given, known), [text, expected] as const)
    const [one, two, three] = ['one', 'two', 'three'].map((text, at) => wrapXml(text, at + 1)) as [
      string,
      string,
      string,
    ]
    expect(await ann.page.evaluate(() => workbook.readPart())).toBeNull()
    expect(await write(ann, one, null)).toEqual({ written: true, found: one })
    expect(await write(bob, two, null)).toEqual({ written: false, found: one })
    expect(await write(bob, two, one)).toEqual({ written: true, found: two })
    expect(await ann.page.evaluate(() => workbook.readPart())).toBe(two)
    book.parts.set('{copied}', one)
    book.parts.set('{foreign}', '<other xmlns="urn:other"/>')
    expect(await ann.page.evaluate(() => workbook.readPart())).toBe(two)
    await write(ann, three, two)
    expect([...book.parts.values()].filter((xml) => xml.includes(DOCUMENT_NAMESPACE))).toEqual([three])
    expect(book.parts.get('{foreign}')).toBeDefined()
  })
})

test('events come together, as what they mean', async () => {
  const book = accounts(ROWS)
  const [own, other] = [await open(book), await open(book)]
  await own.page.evaluate(() => {
    globalThis.heard = []
    workbook.watch((event) => heard.push(event))
  })
  const listens = () => own.requests.some((one) => JSON.stringify(one).includes('_RegisterRowSortedEvent'))
  await expect.poll(listens, { timeout: 10_000 }).toBe(true)
  const sheet = book.sheets[0]!
  const hear = async (act: () => void): Promise<WorkbookEvent[]> => {
    await own.page.evaluate(() => heard.splice(0))
    act()
    await expect.poll(() => own.page.evaluate(() => heard.length), { timeout: 10_000 }).toBeGreaterThan(0)
    await own.page.waitForTimeout(150)
    return own.page.evaluate(() => heard)
  }
  const at = (top: number, left: number, bottom = top, right = left) => ({ sheet: SHEET, top, left, bottom, right })
  const typedTwice = await hear(() => {
    own.type(`'Bob''s Data'!B3`, [[5]])
    own.type(`'Bob''s Data'!B3`, [[6]])
  })
  expect(typedTwice).toEqual([{ kind: 'cells', block: at(2, 1) }])
  expect(await hear(() => select(book, sheet, { top: 1, left: 0, bottom: 1, right: 4 }, own.self))).toEqual([
    { kind: 'selection', block: at(1, 0, 1, 4) },
  ])
  expect(await hear(() => shift(book, sheet, 'row', 1, -1, own.self))).toEqual([{ kind: 'structure' }])
  expect(await hear(() => addTable(book, sheet, { top: 0, left: 0, bottom: 1, right: 4 }, null, own.self))).toEqual([
    { kind: 'structure' },
  ])
  const fromAfar = await hear(() => other.type(`'Bob''s Data'!C2`, [[1]]))
  expect(fromAfar).toContainEqual({ kind: 'part' })
  expect(fromAfar).toContainEqual({ kind: 'cells', block: at(1, 2) })
  expect(await hear(() => tell(book, { kind: 'bookActivated', sheet, details: {}, by: own.self }))).toEqual([
    { kind: 'part' },
  ])
  renameSheet(book, sheet, 'Renamed', own.self)
  expect(await hear(() => own.type('Renamed!A5', [['x']]))).toContainEqual(
    expect.objectContaining({ kind: 'cells' }) as WorkbookEvent,
  )
})
