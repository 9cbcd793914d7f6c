/// <reference types="office-js" />
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sharedBrowser } from './browser.ts'
import {
  type Blanks,
  type Book,
  type Client,
  addSheet,
  addTable,
  blockOf,
  cellAt,
  connect,
  createBook,
  enter,
  format,
  shift,
} from '../excel-host/index.ts'

/** What the simulated Excel promises, seen through the real office.js of npm: an add-in of three functions written for this test. */
const officeJs = `${dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'))}/dist`
const matrix = { name: 'row', type: 'any', dimensionality: 'matrix' }
const functions = {
  allowErrorForDataTypeAny: true,
  functions: [
    {
      id: 'SEEN',
      name: 'SEEN',
      parameters: [matrix, { name: 'word', type: 'any', optional: true }],
      result: { dimensionality: 'matrix' },
      options: { requiresParameterAddresses: true },
    },
    { id: 'REFUSE', name: 'REFUSE', parameters: [matrix] },
    { id: 'SQUARE', name: 'SQUARE', parameters: [matrix], result: { dimensionality: 'matrix' } },
  ],
}
const addIn = `
  CustomFunctions.associate('SEEN', (row, word, call) => [[JSON.stringify(row), word, JSON.stringify(call.parameterAddresses)]])
  CustomFunctions.associate('REFUSE', () => { throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'say why') })
  CustomFunctions.associate('SQUARE', ([row]) => [[{ type: 'Double', basicType: 'Double', basicValue: 7, properties: {} }, null], [1, row[0]]])
`

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
}, 60_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

async function open(book: Book, blanks: Blanks = 'desktop'): Promise<Client> {
  const page = await browser.newPage()
  const client = await connect(page, book, { blanks, functions, officeJs })
  await page.route('http://add-in.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script>${addIn}</script>`,
    }),
  )
  await page.goto('http://add-in.test/')
  await page.evaluate(() => Office.onReady())
  return client
}

function accounts(): Book {
  const book = createBook()
  const sheet = addSheet(book, "Bob's Data", null)
  enter(
    book,
    sheet,
    blockOf(book, "'Bob''s Data'!A1:C3").area,
    [
      ['Account', 'MAU', 'Share'],
      ['Acme', 12, '85%'],
      ['Bolt', '', '#DIV/0!'],
    ],
    null,
  )
  return book
}

describe('a workbook as office.js sees it', () => {
  test('cells have values, types, formats and addresses', async () => {
    const { page } = await open(accounts())
    const seen = await page.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Bob's Data")
        const range = sheet.getRange('A2:C3')
        range.load('values,valueTypes,numberFormat,address,rowIndex,columnCount')
        const region = sheet.getRange('B2').getSurroundingRegion().load('address')
        const none = context.workbook.worksheets.getItemOrNullObject('Nowhere')
        await context.sync()
        const { values, valueTypes, numberFormat, address, rowIndex, columnCount } = range
        return {
          values,
          valueTypes,
          numberFormat,
          address,
          rowIndex,
          columnCount,
          region: region.address,
          none: none.isNullObject,
        }
      }),
    )
    expect(seen).toEqual({
      values: [
        ['Acme', 12, 0.85],
        ['Bolt', '', '#DIV/0!'],
      ],
      valueTypes: [
        ['String', 'Double', 'Double'],
        ['String', 'Empty', 'Error'],
      ],
      numberFormat: [
        ['General', 'General', '0%'],
        ['General', 'General', 'General'],
      ],
      address: "'Bob''s Data'!A2:C3",
      rowIndex: 1,
      columnCount: 3,
      region: "'Bob''s Data'!A1:C3",
      none: true,
    })
  })

  test('writing follows the rules of typing, and refuses a block of another size', async () => {
    const book = accounts()
    const { page } = await open(book)
    await page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Bob's Data").getRange('A5:D5').values = [["'007", '12', 'plain', true]]
        await context.sync()
      }),
    )
    const { sheet } = blockOf(book, "'Bob''s Data'!A5")
    expect([0, 1, 2, 3].map((column) => cellAt(sheet, 4, column).value)).toEqual(['007', 12, 'plain', true])
    const failure = await page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Bob's Data").getRange('A5:D5').values = [[1, 2]]
        await context.sync()
      }).catch((error: OfficeExtension.Error) => error.code),
    )
    expect(failure).toBe('InvalidArgument')
  })

  test('what is not there, was not loaded, or is protected is refused by name', async () => {
    const book = accounts()
    const { page } = await open(book)
    blockOf(book, "'Bob''s Data'!A1").sheet.protected = true
    const codes = await page.evaluate(async () => {
      const code = (batch: (context: Excel.RequestContext) => Promise<unknown>) =>
        Excel.run(batch).catch((error: OfficeExtension.Error) => error.code)
      return [
        await code(async (context) => {
          context.workbook.worksheets.getItem('Nowhere').load('name')
          await context.sync()
        }),
        await code(async (context) => {
          const range = context.workbook.worksheets.getItem("Bob's Data").getRange('A1')
          await context.sync()
          return range.values
        }),
        await code(async (context) => {
          context.workbook.worksheets.getItem("Bob's Data").getRange('A1').values = [['x']]
          await context.sync()
        }),
      ]
    })
    expect(codes).toEqual(['ItemNotFound', 'PropertyNotLoaded', 'AccessDenied'])
  })

  test('tables have names, columns and header rows', async () => {
    const book = accounts()
    const { sheet, area } = blockOf(book, "'Bob''s Data'!A1:C3")
    addTable(book, sheet, area, 'Customers', null)
    const { page } = await open(book)
    const seen = await page.evaluate(() =>
      Excel.run(async (context) => {
        const found = context.workbook.worksheets.getItem("Bob's Data").getRange('A2:C2').getTables(false)
        found.load('items/name,items/columns/items/name')
        await context.sync()
        const table = found.items[0]!
        const header = table.getHeaderRowRange().load('values,address')
        await context.sync()
        return [table.name, table.columns.items.map((one) => one.name), header.values, header.address]
      }),
    )
    const names = ['Account', 'MAU', 'Share']
    expect(seen).toEqual(['Customers', names, [names], "'Bob''s Data'!A1:C1"])
  })

  test('custom XML parts are found by their namespace', async () => {
    const book = accounts()
    const { page } = await open(book)
    const seen = await page.evaluate(() =>
      Excel.run(async (context) => {
        const parts = context.workbook.customXmlParts
        parts.add('<other xmlns="urn:other"/>')
        const part = parts.add('<m xmlns="urn:salus">one</m>')
        await context.sync()
        part.setXml('<m xmlns="urn:salus">two</m>')
        const xml = parts.getByNamespace('urn:salus').getOnlyItem().getXml()
        const none = parts.getByNamespace('urn:none').getOnlyItemOrNullObject()
        await context.sync()
        return [xml.value, none.isNullObject]
      }),
    )
    expect(seen).toEqual(['<m xmlns="urn:salus">two</m>', true])
    expect([...book.parts.values()]).toHaveLength(2)
  })

  test('while someone types in a cell, batches are refused, or wait if they said so', async () => {
    const book = accounts()
    const { page } = await open(book)
    book.editing = true
    const refused = await page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.load('items')
        await context.sync()
      }).catch((error: OfficeExtension.Error) => error.code),
    )
    expect(refused).toBe('InvalidOperationInCellEditMode')
    const waiting = page.evaluate(() =>
      Excel.run({ delayForCellEdit: true }, async (context) => {
        const sheets = context.workbook.worksheets.load('items/name')
        await context.sync()
        return sheets.items.length
      }),
    )
    book.editing = false
    expect(await waiting).toBe(2)
  })
})

describe('events', () => {
  test('tell of changes, with where they come from', async () => {
    const book = accounts()
    const [own, other] = [await open(book), await open(book)]
    await own.page.evaluate(() =>
      Excel.run(async (context) => {
        const told = ((globalThis as unknown as { told: unknown[] }).told = [])
        const { worksheets, tables } = context.workbook
        worksheets.onChanged.add(
          async (event) => void told.push([event.type, event.changeType, event.address, event.source] as never),
        )
        worksheets.onSelectionChanged.add(async (event) => void told.push([event.type, event.address] as never))
        tables.onAdded.add(async (event) => void told.push([event.type, event.source] as never))
        await context.sync()
      }),
    )
    own.type("'Bob''s Data'!B3", [[5]])
    other.type("'Bob''s Data'!B3:C3", [[6, 7]])
    const { sheet, area } = blockOf(book, "'Bob''s Data'!A1:C3")
    shift(book, sheet, 'row', 1, -1, own.self)
    addTable(book, sheet, area, 'Customers', other.self)
    await expect
      .poll(() => own.page.evaluate(() => (globalThis as unknown as { told: unknown[] }).told))
      .toEqual([
        ['WorksheetChanged', 'RangeEdited', 'B3', 'Local'],
        ['WorksheetChanged', 'RangeEdited', 'B3:C3', 'Remote'],
        ['WorksheetChanged', 'RowDeleted', '2:2', 'Local'],
        ['TableAdded', 'Remote'],
      ])
  })
})

describe('custom functions in the real runtime', () => {
  test.each([
    ['desktop', '[["Bolt",0,{"valueType":"CustomFunctionError","code":"#DIV/0!"'],
    ['web', '[["Bolt",null,{"valueType":"CustomFunctionError","code":"#DIV/0!"'],
  ] as const)('get blanks as Excel on the %s sends them', async (blanks, start) => {
    const client = await open(accounts(), blanks)
    const [result] = await client.compute(["=SEEN('Bob''s Data'!A3:C3,\"Digital\")"])
    const [row, word, addresses] = result![0]!
    expect(String(row?.value)).toContain(start)
    expect(word?.value).toBe('Digital')
    expect(addresses?.value).toBe(JSON.stringify(["'Bob''s Data'!A3:C3", null]))
  })

  test('give errors with sentences, rich numbers, and zeros for nothing', async () => {
    const client = await open(accounts())
    const [refused, square, unknown] = await client.compute([
      '=REFUSE(A1)',
      "=SQUARE('Bob''s Data'!B2:C2)",
      '=NOSUCH(A1)',
    ])
    expect(refused).toEqual([[{ value: { error: '#VALUE!', message: 'say why' }, card: null }]])
    expect(square!.map((row) => row.map((cell) => cell.value))).toEqual([
      [7, 0],
      [1, 12],
    ])
    expect(square![0]![0]!.card).toMatchObject({ basicValue: 7 })
    expect(unknown![0]![0]!.value).toMatchObject({ error: '#NAME?' })
  })

  test('compute again when a cell they read changes, spill, and follow moved columns', async () => {
    const book = accounts()
    const client = await open(book)
    const { sheet } = blockOf(book, "'Bob''s Data'!A1")
    client.type("'Bob''s Data'!E1", [['=SQUARE(B2:C2)']])
    await client.settled()
    expect(cellAt(sheet, 1, 5).value).toBe(12)
    client.type("'Bob''s Data'!B2", [[99]])
    await client.settled()
    expect(cellAt(sheet, 1, 5).value).toBe(99)
    shift(book, sheet, 'column', 0, -1, client.self)
    await client.settled()
    expect(cellAt(sheet, 0, 3).formula).toBe('=SQUARE(A2:B2)')
  })

  test('formats reach nobody but who reads them', async () => {
    const book = accounts()
    const { sheet, area } = blockOf(book, "'Bob''s Data'!B2")
    format(book, sheet, area, [['yyyy-mm-dd']], null)
    const client = await open(book)
    const [result] = await client.compute(["=SEEN('Bob''s Data'!B2:B2)"])
    expect(result![0]![0]!.value).toBe('[[12]]')
  })
})
