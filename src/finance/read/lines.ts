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
  /** To be called once, when all batches are in. */
  readonly finish: () => LinesRead
}

/** Reads lines batch by batch; `amountField` says which column holds the amounts. */
export function linesReader(served: Served, amountField: 'annual' | 'monthly'): LinesReader {
  const parts: Part[] = []
  const ids: string[] | null = hasColumn(served, 'line') ? [] : null
  const [accounts, skus, currencies, charges, orders] = [coder(), coder(), coder(), coder(), coder()]
  const parents: (string | null)[] = []
  const parentsTwice: { row: number; account: number; parent: string }[] = []
  const [amountTexts, startTexts, endTexts, currencyTexts] = [newTexts(), newTexts(), newTexts(), newTexts()]
  const totals = new Set<number>()
  const startOrders: DayOrders = { dayFirst: false, monthFirst: false, slashes: false }
  const perYear = amountField === 'monthly' ? 12 : 1
  let rounded = 0
  let length = 0
  /** The part that is being filled, and how far it is. */
  let part = emptyPart(0, false)
  let at = 0
  const days = remembered(dayOf)
  const isTotalName = [accounts, skus].map(({ names }) => {
    const known: boolean[] = []
    return (code: number): boolean => (known[code] ??= isTotal(names[code]!))
  })

  const texts = (columns: Columns, field: string, { code }: Coder) => {
    const column = fieldColumn(columns.inputs, served, field)
    const blank = code('')
    return column === null ? () => blank : readEach(column, blank, code)
  }

  const add = (columns: Columns, rowNumbers: ArrayLike<number>): void => {
    const account = texts(columns, 'account', accounts)
    const sku = texts(columns, 'sku', skus)
    const currency = texts(columns, 'currency', currencies)
    const charge = texts(columns, 'charge', charges)
    const order = texts(columns, 'order', orders)
    const id = textCells(columns, served, 'line')
    const parent = textCells(columns, served, 'parent')
    const start = dayCells(columns, served, 'start', days)
    const end = dayCells(columns, served, 'end', days)
    const amounts = fieldColumn(columns.inputs, served, amountField)
    const amount = amounts === null ? () => null : readEach<Amount | string | null>(amounts, null, amountOrText)
    const quantities = fieldColumn(columns.inputs, served, 'quantity')
    const quantity = quantities === null ? null : readEach(quantities, NaN, quantityOf)

    for (let i = 0; i < columns.length; i++) {
      const line = length + i
      if (at === part.rows.length) {
        part = emptyPart(parts.length === 0 ? columns.length : PART, hasColumn(served, 'quantity'))
        parts.push(part)
        at = 0
      }
      part.rows[at] = rowNumbers[i]!
      const own = id(i)
      ids?.push(detached(own))
      const code = account(i)
      part.account[at] = code
      part.sku[at] = sku(i)
      part.currency[at] = currency(i)
      part.charge[at] = charge(i)
      part.order[at] = order(i)
      part.start[at] = start(i, line, startTexts)
      part.end[at] = end(i, line, endTexts)
      if (isUntold(part.start[at]!)) weighOrder(part.start[at]!, startOrders)
      if (isUntold(part.end[at]!)) weighOrder(part.end[at]!, startOrders)
      if (quantity !== null) part.quantity![at] = quantity(i)
      const read = amount(i)
      if (read === null || typeof read === 'string') {
        part.annual[at] = NaN
        if (read !== null) amountTexts.set(line, read)
      } else {
        const annual = read.cents * perYear
        part.annual[at] = Number.isSafeInteger(annual) ? annual : NaN
        if (read.rounded) rounded++
        const said = read.currency === null ? null : currencySaid(read.currency)
        const stated = currencies.names[part.currency[at]!]!
        if (said !== null && stated === '') part.currency[at] = currencies.code(said)
        else if (said !== null && said !== stated.toUpperCase()) currencyTexts.set(line, said)
      }
      const up = parent(i)
      if (up !== '') {
        const before = parents[code] ?? null
        if (before === null) parents[code] = detached(up)
        else if (before !== up) parentsTwice.push({ row: rowNumbers[i]!, account: code, parent: up })
      }
      if (isTotal(own) || isTotalName[0]!(code) || isTotalName[1]!(part.sku[at]!)) totals.add(line)
      at++
    }
    length += columns.length
  }

  return {
    add,
    finish: () => ({
      lines: { length, ids, ...joined(parts, length) },
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
      rounded,
    }),
  }
}

/** The columns of a stretch of lines. */
type Part = Omit<Lines, 'length' | 'ids'>

const WHOLE = ['rows', 'account', 'sku', 'currency', 'charge', 'order', 'start', 'end'] as const

function emptyPart(length: number, hasQuantity: boolean): Part {
  const ints = () => new Int32Array(length)
  return {
    rows: ints(),
    account: ints(),
    sku: ints(),
    currency: ints(),
    charge: ints(),
    order: ints(),
    start: ints(),
    end: ints(),
    annual: new Float64Array(length),
    quantity: hasQuantity ? new Float64Array(length) : null,
  }
}

/** So many lines a part: arrays of that size go back to the system as soon as they are let go. */
const PART = 131_072

/** The columns in one piece; each column of the parts is let go as soon as it is copied, so that none is held twice. */
function joined(parts: readonly Part[], length: number): Part {
  const whole = emptyPart(0, false)
  for (const name of WHOLE) {
    const column = new Int32Array(length)
    let at = 0
    for (const part of parts) {
      column.set(part[name].subarray(0, length - at), at)
      at += part[name].length
      letGo(part[name])
    }
    whole[name] = column
  }
  whole.annual = joinedDoubles(parts, 'annual', length)
  if (parts.some(({ quantity }) => quantity !== null)) whole.quantity = joinedDoubles(parts, 'quantity', length)
  return whole
}

function joinedDoubles(parts: readonly Part[], name: 'annual' | 'quantity', length: number): Float64Array {
  const column = new Float64Array(length)
  let at = 0
  for (const part of parts) {
    column.set(part[name]!.subarray(0, length - at), at)
    at += part[name]!.length
    letGo(part[name]!)
  }
  return column
}

/** Gives the memory of a column back at once, which the collector of garbage would do some time later. */
function letGo({ buffer }: Int32Array | Float64Array): void {
  if (buffer instanceof ArrayBuffer && 'transfer' in buffer) buffer.transfer(0)
}

function hasColumn(served: Served, field: string): boolean {
  return (served.inputOf.get(field) ?? null) !== null
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
  const first = text.charCodeAt(0) | 32
  return (
    (first === T || first === G || first === S) &&
    text.length < 40 &&
    /^(?:(?:grand|sub|sum)[- ]?)?totals?\b|^sum$/i.test(text)
  )
}

/** Most texts are told apart by their first letter. */
const [T, G, S] = ['t', 'g', 's'].map((letter) => letter.charCodeAt(0))

function newTexts(): Map<number, string> {
  return new Map()
}
