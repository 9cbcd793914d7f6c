import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newDocument } from '../../src/host/document/text.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { addTable, blockOf, cellAt, shift, tell } from '../excel-host/index.ts'
import { ACME, BITS, BLANKS, HEADERS, publishedModel, SOURCEGRAPH } from '../functions/sheet.ts'
import { sharedBrowser } from './browser.ts'
import { bookOf, cellText, openExcel, shown, store } from './office-excel.ts'

/** The built pages in the real office.js, as Excel runs them; scores are those worked out by hand in `test/functions/sheet.ts`. */
let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const acmeWith = (header: string, cell: Cell) => ACME.map((old, at) => (HEADERS[at] === header ? cell : old))
const ROWS = [HEADERS, ACME, BLANKS, HEADERS.map(() => null), BITS, acmeWith('Last 4 Wk DAU / MAU', '#DIV/0!')]
/** What Excel, its client and Salus need between them on a slow machine. */
const soon = { timeout: 15_000 }
const DIGITAL = expect.closeTo(29 / 3, 12) as number

/** Sentiment alone: Acme has 10. */
const SENTIMENT = [
  'model other version 1',
  'missing skip',
  'inputs { sentiment one of Poor, Concerning, Healthy "Account - TA Sentiment" }',
  'measure sentiment poor = Poor, concerning = Concerning, healthy = Healthy',
].join('\n')

test.each(['desktop', 'web'] as const)(
  'functions in Excel on the %s score rows by their headers; blanks and errors are missing',
  async (blanks) => {
    const excel = await openExcel(browser, bookOf(ROWS, SOURCEGRAPH), { blanks })
    expect(
      await shown(
        excel,
        '=HEALTH(Accounts!A2:M2)',
        '=HEALTH(Accounts!A3:M3)',
        '=HEALTH.COVERAGE(Accounts!A3:M3)',
        '=HEALTH.BAND(Accounts!A2:M2)',
        '=HEALTH.MODEL(Accounts!A5:M5)',
        '=HEALTH(Accounts!A2:M2,"Digital Customer")',
        '=HEALTH(Accounts!A2:M2,,Accounts!A1:M1)',
        '=HEALTH(Accounts!A2:M2,Accounts!O2)',
        '=HEALTH(Accounts!A2:M5)',
        '=HEALTH(Accounts!A6:M6)',
        '=HEALTH.WHY(Accounts!A6:M6)',
      ),
    ).toEqual([
      7.875,
      6.470588235294118,
      0.575,
      'Healthy',
      'sourcegraph/digital',
      expect.closeTo((10 / 3) * 0.2 + 7.5 * 0.8, 12),
      7.875,
      7.875,
      [[7.875], [6.470588235294118], [''], [DIGITAL]],
      expect.closeTo(0.3 * 10 + 0.15 * 5 + 0.55 * 5, 12),
      expect.stringContaining('`#DIV/0!` in Last 4 Wk DAU / MAU is not a number'),
    ])
    expect(excel.complaints).toEqual([])
  },
)

test('dates are dates', async () => {
  // A red of 15 June counts on the 30th; one of 29 May is stale, and logins and tickets are green.
  const date = (iso: string): Cell => ({ kind: 'date', value: Date.parse(iso) / 86_400_000 })
  const rows = [
    ['Account', 'Product login frequency', 'Support ticket volume', 'CSM sentiment', 'CSM sentiment set on'],
    ['Acme', 20, 1, 'Red', date('2025-06-15')],
    ['Bolt', 20, 1, 'Red', date('2025-05-29')],
  ]
  const book = bookOf(rows, publishedModel('maturity-crawl'), { asOf: '2025-06-30' })
  expect(await shown(await openExcel(browser, book), '=HEALTH(Accounts!A2:E3)')).toEqual([[[0], [10]]])
})

describe('what cannot be computed says why', () => {
  test('without a model', async () => {
    const empty = await openExcel(browser, bookOf(ROWS, null))
    expect(await shown(empty, '=HEALTH(Accounts!A2:M2)')).toEqual([
      expect.stringMatching(/^#N\/A There is no model in this workbook: /),
    ])
  })

  test('a segment misspelt, no headers, blanks that cannot be known; a score waits while a cell is being edited', async () => {
    const book = bookOf([...ROWS, acmeWith('Last 90 Days Defect Tickets', null)], SOURCEGRAPH)
    const excel = await openExcel(browser, book)
    expect(
      await shown(
        excel,
        '=HEALTH(Accounts!A2:M2,"Digtal")',
        '=HEALTH({Accounts!A2:L2})',
        '=HEALTH.WHY({Accounts!A7:M7},,Accounts!A1:M1)',
      ),
    ).toEqual([
      expect.stringMatching(/^#VALUE! There is no segment "Digtal" .*Is it "digital"\?/),
      expect.stringMatching(/^#VALUE! .*third argument, for example Accounts!A1:P1/),
      expect.stringMatching(/blank cells of a computed range arrive as 0/i),
    ])
    book.editing = true
    const waiting = shown(excel, '=HEALTH(Accounts!A3:M3,"Default")')
    const isEarly = await Promise.race([waiting.then(() => true), excel.page.waitForTimeout(300).then(() => false)])
    expect(isEarly).toBe(false)
    book.editing = false
    expect(await waiting).toEqual([6.470588235294118])
  })
})

describe('numbers that open as cards', () => {
  test('where cells can have them', async () => {
    const sets = { ExcelApi: '1.19', ExcelApiOnline: '1.1' }
    const excel = await openExcel(browser, bookOf(ROWS, SOURCEGRAPH), { sets })
    const [result] = await excel.compute(['=HEALTH(Accounts!A2:M2)'])
    const { value, card } = result![0]![0]!
    expect(value).toBe(7.875)
    const { type, numberFormat, properties, layouts } = card as {
      type: string
      numberFormat: string
      properties: Record<string, { type: string; basicValue: unknown }>
      layouts: { card: { sections: { layout: string; properties: string[] }[] } }
    }
    expect({ type, numberFormat }).toEqual({ type: 'Double', numberFormat: '0.0' })
    const listed = layouts.card.sections.flatMap((section) => section.properties)
    expect(listed.toSorted()).toEqual(Object.keys(properties).toSorted())
    expect(new Set(layouts.card.sections.map(({ layout }) => layout))).toEqual(new Set(['List']))
  })

  test('and only numbers where they cannot', async () => {
    const excel = await openExcel(browser, bookOf(ROWS, SOURCEGRAPH))
    const [result] = await excel.compute(['=HEALTH.CARD(Accounts!A2:M2)'])
    expect(result).toEqual([[{ value: 7.875, card: null }]])
  })
})

test('ten thousand cells read the headers once', async () => {
  const rows = [HEADERS, ...Array.from({ length: 10_000 }, (_, i) => (i % 2 === 0 ? ACME : BITS))]
  const excel = await openExcel(browser, bookOf(rows, SOURCEGRAPH))
  const formulas = Array.from({ length: 10_000 }, (_, i) => `=HEALTH(Accounts!A${i + 2}:M${i + 2})`)
  const found = await shown(excel, ...formulas)
  expect(new Set(found.filter((_, i) => i % 2 === 0))).toEqual(new Set([7.875]))
  expect(new Set(found.filter((_, i) => i % 2 === 1))).toEqual(new Set([(1 / 3) * 5 + 8].map(() => found[1])))
  expect(found[1]).toEqual(DIGITAL)
  const lookups = excel.requests.filter((request) =>
    Object.values(request.ObjectPaths).some(({ Name }) => Name === 'GetTables'),
  )
  expect(lookups).toHaveLength(1)
})

describe('cells follow what changes around them', () => {
  test('a header renamed and back, in a table that is renamed too', async () => {
    const book = bookOf(ROWS, SOURCEGRAPH)
    const { sheet, area } = blockOf(book, 'Accounts!A1:M5')
    const table = addTable(book, sheet, area, 'Customers', null)
    const excel = await openExcel(browser, book)
    excel.type('Accounts!O2', [['=HEALTH(A2:M2)']])
    await expect.poll(() => cellText(book, 'Accounts!O2'), soon).toBe('7.875')
    excel.type('Accounts!G1', [['Version Behind']])
    await expect
      .poll(() => cellText(book, 'Accounts!O2'), soon)
      .toMatch(/^#VALUE! No column for "Versions Behind"; is it "Version Behind"\?/)
    table.name = 'Clients'
    excel.type('Accounts!G1', [['Versions Behind']])
    await expect.poll(() => cellText(book, 'Accounts!O2'), soon).toBe('7.875')
  })

  test('a column deleted, and one that is put in before', async () => {
    const book = bookOf(ROWS, SOURCEGRAPH)
    const { sheet } = blockOf(book, 'Accounts!A1')
    const excel = await openExcel(browser, book)
    excel.type('Accounts!O2', [['=HEALTH(A2:M2)']])
    await expect.poll(() => cellText(book, 'Accounts!O2'), soon).toBe('7.875')
    shift(book, sheet, 'column', 1, 1, excel.self)
    await expect.poll(() => cellAt(sheet, 1, 15).formula, soon).toBe('=HEALTH(A2:N2)')
    await expect.poll(() => cellText(book, 'Accounts!P2'), soon).toBe('7.875')
    // Without the column of questions technical health is (5 + 10) / 2, and nothing else is asked of it.
    shift(book, sheet, 'column', 9, -1, excel.self)
    await expect.poll(() => cellAt(sheet, 1, 14).value, soon).toBeCloseTo(0.3 * 10 + 0.15 * 7.5 + 0.55 * 7.5, 12)
  })

  test('a model replaced while cells compute: all of them end with the new one', async () => {
    const rows = [HEADERS, ...Array.from({ length: 400 }, () => ACME)]
    const book = bookOf(rows, SOURCEGRAPH)
    const excel = await openExcel(browser, book)
    excel.type(
      'Accounts!O2',
      Array.from({ length: 400 }, (_, i) => [`=HEALTH(A${i + 2}:M${i + 2})`]),
    )
    store(book, { ...newDocument([{ file: 'own.salus', text: SENTIMENT }]), revision: 2 })
    tell(book, { kind: 'sheetActivated', sheet: book.sheets[0]!, details: {}, by: excel.self })
    const { sheet } = blockOf(book, 'Accounts!A1')
    const values = () => new Set(Array.from({ length: 400 }, (_, i) => cellAt(sheet, i + 1, 14).value))
    await expect.poll(values, soon).toEqual(new Set([10]))
  })

  test("another person's newer revision is noticed", async () => {
    const book = bookOf(ROWS, SOURCEGRAPH)
    const [ann, bob] = [await openExcel(browser, book), await openExcel(browser, book)]
    ann.type('Accounts!O2', [['=HEALTH(A2:M2)']])
    await expect.poll(() => cellText(book, 'Accounts!O2'), soon).toBe('7.875')
    store(book, { ...newDocument([{ file: 'own.salus', text: SENTIMENT }]), revision: 5 })
    bob.type('Accounts!Q9', [['I have published']])
    await expect.poll(() => cellText(book, 'Accounts!O2'), soon).toBe('10')
  })
})
