import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { chromiumOptions } from '../../scripts/chromium.ts'
import { serveWeb } from '../../scripts/serve.ts'
import { buildWeb } from '../../scripts/web.ts'
import { functionsJson } from '../../src/functions/metadata.ts'
import { registry } from '../../src/functions/registry.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import {
  type Blanks,
  type Book,
  type Client,
  connect,
  createBook,
  EMPTY,
  select,
  setCell,
} from '../../test/excel-host/index.ts'
import { accounts, columnsOf } from '../accounts.ts'
import { atMost, type Item } from '../item.ts'
import { defaultPlan } from '../models.ts'
import { busy } from '../page.ts'
import { rowsOf } from '../peers/rows.ts'
import type { Ratio } from '../ratio.ts'

const LENGTH = 10_000
const WIDTH = 16
const ROUNDS = 7

/** Excel's own share: functions that do nothing, by the same names. */
const EMPTY_FUNCTIONS = registry.map(({ name }) => `CustomFunctions.associate('${name}', () => [[0]])`).join('\n')

/** Accounts of the handbook's model on a sheet: their name, the inputs by label, and columns that nothing reads. */
function bookOfAccounts(): Book {
  const { model } = defaultPlan()
  const columns = columnsOf(accounts(LENGTH))
  const used = model.inputs.filter((input) => columns.inputs.has(input.name))
  const fillers = Array.from({ length: WIDTH - used.length - 1 }, (_, k) => `Column ${k}`)
  const header = ['Account', ...used.map((input) => input.labels[0]!), ...fillers]
  const rows = rowsOf(columns).map((row, i) => [
    `Account ${i + 1}`,
    ...used.map(({ name, type }) => {
      const value = row[name] ?? null
      return type === 'yes/no' && value !== null ? value === 1 : value
    }),
    ...fillers.map((_, k) => (k % 2 === 0 ? `text ${i % 50}` : (i * k) / 7)),
  ])
  const book = createBook()
  const sheet = book.sheets[0]!
  sheet.name = 'Accounts'
  for (const [r, row] of [header, ...rows].entries()) {
    for (const [c, value] of row.entries()) setCell(sheet, r, c, { ...EMPTY, value: value as string })
  }
  const text = readFileSync(new URL('../../models/sourcegraph.salus', import.meta.url), 'utf8')
  book.parts.set('{salus}', encodeDocument(newDocument([{ file: 'sourcegraph.salus', text }])))
  return book
}

const FORMULAS = Array.from({ length: LENGTH }, (_, i) => `=HEALTH(Accounts!A${i + 2}:P${i + 2},"Digital")`)

async function inExcel<T>(work: (browser: Browser, address: string) => Promise<T>): Promise<T> {
  await buildWeb()
  const { server, address } = await serveWeb(0)
  const browser = await chromium.launch(await chromiumOptions())
  try {
    return await work(browser, address)
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}

async function open(context: BrowserContext, book: Book, blanks: Blanks, url: string): Promise<Client> {
  const officeJs = `${dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'))}/dist`
  const functions = functionsJson(registry, { url: 'https://localhost' })
  const page = await context.newPage()
  const client = await connect(page, book, { blanks, functions, officeJs })
  await page.route('http://empty.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script>${EMPTY_FUNCTIONS};Office.onReady()</script>`,
    }),
  )
  await page.goto(url)
  return client
}

function manyCells(blanks: Blanks): Promise<Ratio> {
  return inExcel(async (browser, address) => {
    const book = bookOfAccounts()
    const context = await browser.newContext()
    const own = await open(context, book, blanks, `${address}taskpane.html`)
    const empty = await open(context, book, blanks, 'http://empty.test/')
    const [first] = await own.compute(FORMULAS)
    if (typeof first![0]![0]!.value !== 'number') throw new Error(`no score: ${JSON.stringify(first)}`)
    await empty.compute(FORMULAS)
    const shares: number[] = []
    let best = Infinity
    for (let round = 0; round < ROUNDS; round++) {
      const yardstick = await busy(empty.page, () => empty.compute(FORMULAS))
      const subject = await busy(own.page, () => own.compute(FORMULAS))
      shares.push((subject - yardstick) / yardstick)
      best = Math.min(best, subject - yardstick)
    }
    const lookups = own.requests.filter(({ ObjectPaths }) =>
      Object.values(ObjectPaths).some(({ Name }) => Name === 'GetTables'),
    )
    if (lookups.length !== 1) throw new Error(`headers were read ${lookups.length} times`)
    return { ratio: shares.toSorted((a, b) => a - b)[ROUNDS >> 1]!, nanoseconds: (best * 1e6) / LENGTH }
  })
}

/** From the moment Excel tells of a selection until the pane shows the account: read, scored, explained, drawn. */
function selection(): Promise<Ratio> {
  return inExcel(async (browser, address) => {
    const book = bookOfAccounts()
    const sheet = book.sheets[0]!
    const { page, self } = await open(await browser.newContext(), book, 'desktop', `${address}taskpane.html#account`)
    const times: number[] = []
    for (let row = 1; row <= 12; row++) {
      select(book, sheet, { top: row, left: 0, bottom: row, right: 0 }, self)
      const shown = page.getByText(`Account ${row}`, { exact: true }).first()
      await shown.waitFor()
      const took = await page.evaluate(() => {
        const { delivered } = (window as unknown as { excelHostTimes: { delivered: number[] } }).excelHostTimes
        return performance.now() - delivered.at(-1)!
      })
      times.push(took)
    }
    const median = times.toSorted((a, b) => a - b)[times.length >> 1]!
    return { ratio: median / 100, nanoseconds: median * 1e6 }
  })
}

export const officeItems: readonly Item[] = [
  {
    name: '10,000 HEALTH cells in Excel / empty cells',
    target: '<= 2',
    isMet: atMost(2),
    measure: () => manyCells('web'),
  },
  {
    name: 'the same with blanks as 0 / empty cells',
    target: '',
    isMet: () => true,
    measure: () => manyCells('desktop'),
  },
  { name: 'selection to explanation / 100 ms', target: '(<= 1)', isMet: atMost(1), measure: selection },
]
