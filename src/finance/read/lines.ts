import type { Columns } from '../../model/columns.ts'
import { OPEN } from '../ledger.ts'
import { type Amount, amountOf } from './amount.ts'
import { type Coder, coder, detached, readEach } from './codes.ts'
import { dayOf, type DayOrders, isUntold, NO_DAY, weighOrder } from './days.ts'
import { fieldColumn, type Served } from './fields.ts'

/** Every line of a ledger as it was read, before it is settled which of them count. */
export interface Lines {
  length: number
  /** Null where the source has no ids: a line is then called by its row. */
  ids: string[] | null
  rows: Int32Array
  account: Int32Array
  sku: Int32Array
  currency: Int32Array
  charge: Int32Array
  order: Int32Array
  /** Days, untold dates, or NO_DAY; see `dayOf`. */
  start: Int32Array
  end: Int32Array
  /** Cents of a year; NaN where the amount could not be read. */
  annual: Float64Array
  quantity: Float64Array | null
}

/** Lines of all batches, with what could not be read of them. */
export interface LinesRead {
  readonly lines: Lines
  readonly accounts: Coder
  readonly skus: Coder
  readonly currencies: Coder
  readonly charges: Coder
  readonly orders: Coder
  /** By account code; null where the ledger has no such column or the cell is blank. */
  readonly parents: (string | null)[]
  /** By line: what stood in a cell that could not be read. */
  readonly amountTexts: ReadonlyMap<number, string>
  readonly startTexts: ReadonlyMap<number, string>
  readonly endTexts: ReadonlyMap<number, string>
  /** By line: the currency that an amount carries, where its column says another. */
  readonly currencyTexts: ReadonlyMap<number, string>
  readonly totals: ReadonlySet<number>
  readonly startOrders: DayOrders
  /** By account code: rows with a parent other than the first. */
  readonly parentsTwice: { readonly row: number; readonly account: number; readonly parent: string }[]
  readonly rounded: number
}

export interface LinesReader {
  readonly add: (columns: Columns, rowNumbers: ArrayLike<number>) => void
  readonly read: LinesRead
}

/** `perYear` is what an amount is multiplied with: 1 for values a year, 12 for values a month. */
export function linesReader(served: Served, amountField: 'annual' | 'monthly'): LinesReader {
  const lines = emptyLines(served)
  const [accounts, skus, currencies, charges, orders] = [coder(), coder(), coder(), coder(), coder()]
  const parents: (string | null)[] = []
  const parentsTwice: { row: number; account: number; parent: string }[] = []
  const [amountTexts, startTexts, endTexts, currencyTexts] = [newTexts(), newTexts(), newTexts(), newTexts()]
  const totals = new Set<number>()
  const startOrders: DayOrders = { dayFirst: false, monthFirst: false, slashes: false }
  const perYear = amountField === 'monthly' ? 12 : 1
  const counts = { rounded: 0 }
  const days = remembered(dayOf)

  const texts = (columns: Columns, field: string, code: Coder) => {
    const column = fieldColumn(columns.inputs, served, field)
    const blank = code.code('')
    return column === null ? () => blank : readEach(column, blank, (text) => code.code(text))
  }

  const add = (columns: Columns, rowNumbers: ArrayLike<number>): void => {
    const from = lines.length
    reserve(lines, from + columns.length)
    const account = texts(columns, 'account', accounts)
    const sku = texts(columns, 'sku', skus)
    const currency = texts(columns, 'currency', currencies)
    const charge = texts(columns, 'charge', charges)
    const order = texts(columns, 'order', orders)
    const ids = textCells(columns, served, 'line')
    const parent = textCells(columns, served, 'parent')
    const start = dayCells(columns, served, 'start', days)
    const end = dayCells(columns, served, 'end', days)
    const amounts = fieldColumn(columns.inputs, served, amountField)
    const amount = amounts === null ? () => null : readEach<Amount | string | null>(amounts, null, amountOrText)
    const quantities = fieldColumn(columns.inputs, served, 'quantity')
    const quantity = quantities === null ? null : readEach(quantities, NaN, quantityOf)

    for (let i = 0; i < columns.length; i++) {
      const at = from + i
      lines.rows[at] = rowNumbers[i]!
      const id = ids(i)
      if (lines.ids !== null) lines.ids[at] = detached(id)
      const code = account(i)
      lines.account[at] = code
      lines.sku[at] = sku(i)
      lines.currency[at] = currency(i)
      lines.charge[at] = charge(i)
      lines.order[at] = order(i)
      lines.start[at] = start(i, at, startTexts)
      lines.end[at] = end(i, at, endTexts)
      if (isUntold(lines.start[at]!)) weighOrder(lines.start[at]!, startOrders)
      if (isUntold(lines.end[at]!)) weighOrder(lines.end[at]!, startOrders)
      if (lines.quantity !== null) lines.quantity[at] = quantity!(i)
      const read = amount(i)
      if (read === null || typeof read === 'string') {
        lines.annual[at] = NaN
        if (read !== null) amountTexts.set(at, read)
      } else {
        const annual = read.cents * perYear
        lines.annual[at] = Number.isSafeInteger(annual) ? annual : NaN
        if (read.rounded) counts.rounded++
        if (read.currency !== null) {
          const said = currencySaid(read.currency)
          const own = currencies.names[lines.currency[at]!]!
          if (own === '' && said !== null) lines.currency[at] = currencies.code(said)
          else if (said !== null && said !== own.toUpperCase()) currencyTexts.set(at, said)
        }
      }
      const up = parent(i)
      if (up !== '') {
        const before = parents[code] ?? null
        if (before === null) parents[code] = up
        else if (before !== up) parentsTwice.push({ row: rowNumbers[i]!, account: code, parent: up })
      }
      if (isTotal(id) || isTotal(accounts.names[code]!) || isTotal(skus.names[lines.sku[at]!]!)) totals.add(at)
    }
    lines.length = from + columns.length
  }

  return {
    add,
    read: {
      lines,
      accounts,
      skus,
      currencies,
      charges,
      orders,
      parents,
      amountTexts,
      startTexts,
      endTexts,
      currencyTexts,
      totals,
      startOrders,
      parentsTwice,
      get rounded() {
        return counts.rounded
      },
    },
  }
}

function emptyLines(served: Served): Lines {
  const has = (field: string) => (served.inputOf.get(field) ?? null) !== null
  return {
    length: 0,
    ids: has('line') ? [] : null,
    rows: new Int32Array(0),
    account: new Int32Array(0),
    sku: new Int32Array(0),
    currency: new Int32Array(0),
    charge: new Int32Array(0),
    order: new Int32Array(0),
    start: new Int32Array(0),
    end: new Int32Array(0),
    annual: new Float64Array(0),
    quantity: has('quantity') ? new Float64Array(0) : null,
  }
}

/** Makes room, half as much again each time. */
function reserve(lines: Lines, length: number): void {
  const room = lines.rows.length
  if (length <= room) return
  const larger = Math.max(length, Math.ceil(room * 1.5), 1024)
  for (const name of ['rows', 'account', 'sku', 'currency', 'charge', 'order', 'start', 'end'] as const) {
    const column = new Int32Array(larger)
    column.set(lines[name])
    lines[name] = column
  }
  const doubles = (column: Float64Array) => {
    const grown = new Float64Array(larger)
    grown.set(column)
    return grown
  }
  lines.annual = doubles(lines.annual)
  if (lines.quantity !== null) lines.quantity = doubles(lines.quantity)
}

function textCells(columns: Columns, served: Served, field: string): (row: number) => string {
  const column = fieldColumn(columns.inputs, served, field)
  if (column === null) return () => ''
  return (row) => (column.codes[row]! < 0 ? '' : column.dictionary[column.codes[row]!]!)
}

/** Days of a column: blank is OPEN, as the end of a line; what is no date is NO_DAY, and its text kept. */
function dayCells(
  columns: Columns,
  served: Served,
  field: string,
  read: (text: string) => number,
): (row: number, line: number, unreadable: Map<number, string>) => number {
  const column = fieldColumn(columns.inputs, served, field)
  if (column === null) return () => OPEN
  const broken = new Set(column.unreadable)
  return (row, line, unreadable) => {
    const code = column.codes[row]!
    if (code < 0 && !broken.has(row)) return OPEN
    const text = code < 0 ? 'an error of the spreadsheet' : column.dictionary[code]!
    if (isNoneText(text)) return OPEN
    const day = code < 0 ? NO_DAY : read(text)
    if (day === NO_DAY) unreadable.set(line, text)
    return day
  }
}

/** Few dates come often: each is read once. */
function remembered(read: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size < 50_000) known.set(text, value)
    return value
  }
}

function amountOrText(text: string): Amount | string {
  return amountOf(text) ?? text
}

function quantityOf(text: string): number {
  const value = Number(text.replaceAll(/[, \u00A0]/g, ''))
  return text.trim() === '' || !Number.isFinite(value) ? NaN : value
}

/** The code of a currency written beside an amount; null for a sign that several currencies share. */
function currencySaid(said: string): string | null {
  if (said === '€') return 'EUR'
  if (said === '£') return 'GBP'
  return /^[A-Z]{3}$/.test(said) ? said : null
}

function isNoneText(text: string): boolean {
  return /^\s*(?:none|na|nat|open|-)?\s*$/i.test(text)
}

/** What stands at the left of a row of totals. */
function isTotal(text: string): boolean {
  return text.length < 40 && /^(?:(?:grand|sub|sum)[- ]?)?totals?\b|^sum$/i.test(text)
}

function newTexts(): Map<number, string> {
  return new Map()
}
