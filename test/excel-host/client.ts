import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Area } from './area.ts'
import { type Book, type BookEvent, blockOf, enter, findSheet } from './book.ts'
import { type FormulaCell, formulasIn, markBusy, show, touchedBy } from './calculation.ts'
import { type Registrations, eventMessage, register } from './events.ts'
import { parseFormula } from './formula.ts'
import { type Blanks, type FunctionsJson, type Result, prepare, readResult } from './invocation.ts'
import { type HostObject, appearance } from './objects.ts'
import type { Asker } from './range-object.ts'
import { type RichRequest, type Surroundings, carryOut } from './rich-api.ts'
import { type HostWindow, type Reply, install } from './window.ts'
import { workbookObject } from './workbook-object.ts'

/** One person's Excel with the workbook open, and in it a page with the real office.js. */
export interface Client {
  readonly page: Page
  /** Every batch office.js sent, oldest first. */
  readonly requests: RichRequest[]
  /** As whom this client changes the book: pass it to `enter`, `shift` and the like for what its person does. */
  readonly self: Asker
  /** Types into cells from a first one on: `type('Accounts!A1', [['MAU']])`. Formulas that read them are computed. */
  type(address: string, rows: readonly (readonly unknown[])[]): void
  /** Computes formulas that stand in no cell, in one message, and gives what their cells would show. */
  compute(formulas: readonly string[]): Promise<readonly Result[]>
  /** Resolves when no call is waiting for an answer. */
  settled(): Promise<void>
}

export interface ClientOptions {
  readonly blanks: Blanks
  readonly functions: FunctionsJson
  /** Requirement sets beside those of the npm build of office.js. */
  readonly sets?: Readonly<Record<string, string>>
  /** Where a request for office.js is answered from: a folder with `office.js`. */
  readonly officeJs: string
}

/** What the office.js of npm can do, and so claims. */
const SETS = {
  ExcelApi: '1.15',
  CustomFunctions: '1.9',
  CustomFunctionsRuntime: '1.4',
  SharedRuntime: '1.1',
  DelayForCellEdit: '1.1',
  RibbonApi: '1.1',
}

/** Prepares a page to be opened inside this Excel. Call before `page.goto`. */
export async function connect(page: Page, book: Book, options: ClientOptions): Promise<Client> {
  const registrations: Registrations = new Set()
  const waiting = new Map<number, (result: Result) => void>()
  const held: unknown[][] = []
  const requests: RichRequest[] = []
  const idle: (() => void)[] = []
  let isReady = false

  const deliver = (entries: readonly unknown[]) =>
    page
      .evaluate((given) => (window as unknown as HostWindow).excelHostDeliver(given), entries)
      .catch((error: Error) => {
        if (!page.isClosed()) throw error
      })

  /** Sends calls off, all in one message, and gives the promises of their results. */
  const invoke = (cells: readonly Omit<FormulaCell, 'row' | 'column'>[]): readonly Promise<Result>[] => {
    const entries: unknown[][] = []
    const results = cells.map(({ sheet, call }): Promise<Result> => {
      const entry = options.functions.functions.find((one) => one.name.toUpperCase() === call.name)
      if (entry === undefined) return Promise.resolve([[{ value: { error: '#NAME?', message: null }, card: null }]])
      const ready = prepare(book, sheet, call, entry, options.functions, options.blanks)
      if ('error' in ready) return Promise.resolve([[{ value: ready, card: null }]])
      const id = book.nextId++
      entries.push([
        1,
        1000,
        '',
        JSON.stringify([id, entry.id, ready.values, '', ERRORS_AS_OBJECTS, ready.addresses]),
        id,
      ])
      return new Promise((resolve) => {
        waiting.set(id, resolve)
      })
    })
    if (isReady && entries.length > 0) void deliver(entries)
    else held.push(...entries)
    return results
  }

  const calculate = (cells: readonly FormulaCell[]): void => {
    for (const cell of cells) markBusy(cell)
    for (const [index, result] of invoke(cells).entries()) {
      void result.then((found) => show(book, cells[index]!, found))
    }
  }

  const self: Asker = { book, calculate: (sheet, area) => calculate(formulasIn(sheet, area)) }

  const functionsService: HostObject = {
    type: 'CustomFunctions',
    methods: {
      _GetEnabledFeatures: () => [],
      _SetOsfControlContainerReadyForCustomFunctions: () => {
        isReady = true
        const entries = held.splice(0)
        if (entries.length > 0) void deliver(entries)
      },
      SetInvocationArrayResults: (results: readonly (readonly unknown[])[]) => {
        for (const result of results) {
          const id = result[0] as number
          waiting.get(id)?.(readResult(result))
          waiting.delete(id)
        }
        if (waiting.size === 0) for (const wake of idle.splice(0)) wake()
      },
    },
  }
  const service = (name: string) =>
    name === 'Microsoft.ExcelServices.CustomFunctions' ? functionsService : appearance(name)
  const surroundings: Surroundings = {
    root: workbookObject(self),
    service,
    internal: (type, method) => register(registrations, type, method),
    references: new Map(),
  }

  await page.exposeFunction('excelHostExecute', async (body: string, flags: number): Promise<Reply> => {
    const request = JSON.parse(body) as RichRequest
    requests.push(request)
    // Results are taken at any time.
    if (!body.includes('SetInvocationArrayResults')) {
      while (book.editing) {
        if ((flags & DELAY_FOR_CELL_EDIT) === 0) return { status: 0, body: IN_CELL_EDIT }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    return {
      status: 0,
      body: carryOut(request, surroundings),
    }
  })
  await page.exposeFunction('excelHostLog', () => undefined)
  await page.addInitScript(
    `globalThis.__name ??= (named) => named;(${install.toString()})(${JSON.stringify({
      sets: { ...SETS, ...options.sets },
      locale: 'en-us',
      theme: {},
    })})`,
  )
  await page.route('https://appsforoffice.microsoft.com/**', async (route) => {
    const file = new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '')
    const body = await readFile(`${options.officeJs}/${file}`).catch(() => null)
    await route.fulfill(body === null ? { status: 404 } : { body, contentType: 'text/javascript' })
  })

  const onEvent = (event: BookEvent) => {
    if (registrations.has(event.kind)) void deliver([eventMessage(event, event.by !== self)])
    if (event.kind !== 'changed' || event.by !== self || event.sheet === null) return
    calculate(touchedBy(book, event.sheet, event.details['area'] as Area))
  }
  book.watchers.add(onEvent)
  page.on('close', () => book.watchers.delete(onEvent))

  return {
    page,
    requests,
    self,
    type: (address, rows) => {
      const { sheet, area } = blockOf(book, address)
      const bottom = area.top + rows.length - 1
      enter(book, sheet, { ...area, bottom, right: area.left + rows[0]!.length - 1 }, rows, self)
    },
    compute: async (formulas) => {
      const sheet = findSheet(book, book.active)!
      const calls = formulas.map((formula) => {
        const call = parseFormula(formula)
        if (call === null) throw new Error(`${formula} is no call of one function`)
        return { sheet, call }
      })
      return Promise.all(invoke(calls))
    },
    settled: () => (waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
  }
}

/** Requests with this flag wait while someone types in a cell. */
const DELAY_FOR_CELL_EDIT = 64

/** Of an invocation: errors among the arguments come as objects. */
const ERRORS_AS_OBJECTS = 4

const IN_CELL_EDIT = JSON.stringify({
  Results: [],
  Error: {
    Code: 'InvalidOperationInCellEditMode',
    Message: 'Excel is in cell-editing mode. Please exit the edit mode and try again.',
    Location: '',
    ActionIndex: 0,
  },
})
