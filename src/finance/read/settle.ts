import { isoDate } from '../../engine/days.ts'
import type { ExcludedLine, ExclusionReason } from '../ledger.ts'
import { OPEN } from '../ledger.ts'
import { type DayOrder, isUntold, NO_DAY, toldDay, untoldText } from './days.ts'
import type { LedgerOptions } from './options.ts'
import type { Lines, LinesRead } from './lines.ts'
import { moneyText } from '../money.ts'

/** Why lines do not count, and which do. */
export interface Settled {
  /** The lines that count, ascending. */
  readonly used: Int32Array
  readonly excluded: readonly ExcludedLine[]
  /** The kind of charge of each of `excluded`. */
  readonly excludedCharges: readonly string[]
  /** Used lines whose id came before with other content: the id and both rows. */
  readonly repeated: readonly { readonly line: string; readonly row: number; readonly first: number }[]
  /** How dates such as 03-04-2024 were read; 'untold' where nothing says. */
  readonly order: DayOrder | 'untold' | null
}

/** Reasons in the order in which they are asked. */
type Reason = { readonly reason: ExclusionReason; readonly because: string } | null

/**
 * Settles for each line whether it counts: dates are told apart, and each line that does not count gets its first reason.
 * Currencies are written in capitals from here on.
 */
export function settle(read: LinesRead, options: LedgerOptions): Settled {
  const { lines } = read
  const order = orderOf(read, options)
  tellDays(read, order)
  if (options.ends === 'last day') nextDays(read)
  const currencyOf = read.currencies.names.map((name) => currencyCode(name) ?? name)
  const recurring = new Set(options.recurring.map(foldWord))
  const recurs = read.charges.names.map((name) => recurring.has(foldWord(name)))
  const hasCharges = options.charge === undefined && read.charges.names.some((name) => name !== '')

  const reasonOf = (line: number): Reason => {
    const start = lines.start[line]!
    const end = lines.end[line]!
    const account = read.accounts.names[lines.account[line]!]!
    const currency = currencyOf[lines.currency[line]!]!
    if (isTotalRow(read, line)) return { reason: 'total-row', because: 'it is a row of totals, not a line' }
    if (Number.isNaN(lines.annual[line]!)) return { reason: 'amount-unreadable', because: amountProblem(read, line) }
    const charge = read.charges.names[lines.charge[line]!]!
    if (hasCharges && !recurs[lines.charge[line]!]!) {
      const because = charge === '' ? 'it says no kind of charge' : `\`${short(charge)}\` is not declared to recur`
      return { reason: 'not-recurring', because }
    }
    if (account === '') return { reason: 'no-account', because: 'it names no account' }
    if (start === NO_DAY || end === NO_DAY) {
      const text = read.startTexts.get(line) ?? read.endTexts.get(line) ?? ''
      const because =
        order === 'untold' && /\d\/\d/.test(text)
          ? `\`${short(text)}\` may be day or month first`
          : `\`${short(text)}\` is not a date`
      return { reason: 'date-unreadable', because }
    }
    if (start === OPEN) return { reason: 'no-start', because: 'it has no start' }
    if (end < start) {
      return {
        reason: 'ends-before-start',
        because: `it ends on ${isoDate(end)}, before it starts on ${isoDate(start)}`,
      }
    }
    if (end === start) {
      return { reason: 'ends-before-start', because: `it ends on the day it starts, ${isoDate(start)}: it never runs` }
    }
    const said = read.currencyTexts.get(line)
    if (said !== undefined) {
      return { reason: 'currency-unknown', because: `its amount says ${said}, its currency \`${short(currency)}\`` }
    }
    if (currencyCode(currency) === null && currency !== '') {
      return { reason: 'currency-unknown', because: `\`${short(currency)}\` is not a currency` }
    }
    if (currency === '' && read.currencies.names.some((name) => name !== '')) {
      return { reason: 'currency-unknown', because: 'it names no currency' }
    }
    const missing = rateMissing(currency, start, end, options)
    return missing === null ? null : { reason: 'no-rate', because: missing }
  }

  const reasons = new Map<number, NonNullable<Reason>>()
  const candidates = new Int32Array(lines.length)
  let count = 0
  for (let line = 0; line < lines.length; line++) {
    const reason = reasonOf(line)
    if (reason === null) candidates[count++] = line
    else reasons.set(line, reason)
  }
  const { again, repeated } = findRepeated(read, candidates.subarray(0, count))
  for (const [line, first] of again) {
    reasons.set(line, { reason: 'duplicate-line', because: `it is the line of row ${lines.rows[first]!} once more` })
  }
  const used = candidates.subarray(0, count).filter((line) => !again.has(line))
  const excluded = [...reasons].toSorted(([a], [b]) => a - b)
  return {
    used,
    excluded: excluded.map(([line, reason]) => excludedLine(read, line, reason, currencyOf, options)),
    excludedCharges: excluded.map(([line]) => read.charges.names[lines.charge[line]!]!),
    repeated: repeated.map(({ line, first }) => ({
      line: lineName(read, line),
      row: lines.rows[line]!,
      first: lines.rows[first]!,
    })),
    order,
  }
}

/** A line's id, or its row where the source has none. */
export function lineName({ lines }: LinesRead, line: number): string {
  const id = lines.ids?.[line] ?? ''
  return id === '' ? String(lines.rows[line]!) : id
}

/** `usd` and `€` are read; null for what is no currency. */
export function currencyCode(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '€') return 'EUR'
  if (trimmed === '£') return 'GBP'
  return /^[A-Za-z]{3}$/.test(trimmed) ? trimmed.toUpperCase() : null
}

/** A word with case, spaces, dashes and underscores forgiven. */
export function foldWord(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]+/g, '')
}

function excludedLine(
  read: LinesRead,
  line: number,
  { reason, because }: NonNullable<Reason>,
  currencyOf: readonly string[],
  options: LedgerOptions,
): ExcludedLine {
  const { lines } = read
  const account = read.accounts.names[lines.account[line]!]!
  const amount = lines.annual[line]!
  const currency = currencyOf[lines.currency[line]!]!
  const hasCurrencies = read.currencies.names.some((name) => name !== '')
  return {
    line: lineName(read, line),
    row: lines.rows[line]!,
    account: account === '' ? null : account,
    reason,
    because,
    amount: Number.isNaN(amount) ? null : amount,
    currency: currency === '' ? (hasCurrencies ? null : options.currency) : currency,
  }
}

function orderOf({ startOrders }: LinesRead, { dates }: LedgerOptions): Settled['order'] {
  if (dates !== undefined) return dates
  const { dayFirst, monthFirst, slashes } = startOrders
  if (dayFirst !== monthFirst) return dayFirst ? 'day-month' : 'month-day'
  return slashes || dayFirst ? 'untold' : 'day-month'
}

function tellDays(read: LinesRead, order: Settled['order']): void {
  const { lines } = read
  const tell = (days: Int32Array, texts: ReadonlyMap<number, string>) => {
    for (let line = 0; line < lines.length; line++) {
      const day = days[line]!
      if (!isUntold(day)) continue
      days[line] = order === 'untold' || order === null ? NO_DAY : toldDay(day, order)
      if (days[line] === NO_DAY) (texts as Map<number, string>).set(line, untoldText(day))
    }
  }
  tell(lines.start, read.startTexts)
  tell(lines.end, read.endTexts)
}

/** Ends that are the last day become the day after. */
function nextDays({ lines }: LinesRead): void {
  for (let line = 0; line < lines.length; line++) {
    const end = lines.end[line]!
    if (end !== OPEN && end !== NO_DAY) lines.end[line] = end + 1
  }
}

/** A row of totals: it says so, and it has no start as a line has. */
function isTotalRow(read: LinesRead, line: number): boolean {
  const { lines, totals } = read
  if (lines.start[line] !== OPEN) return false
  if (totals.has(line)) return true
  const isBare = (lines.ids?.[line] ?? '') === '' && read.accounts.names[lines.account[line]!] === ''
  return isBare && line === lines.length - 1 && line > 0 && sumsAbove(read, line)
}

/** Whether the amount of a line is the sum of all before it. */
function sumsAbove({ lines }: LinesRead, line: number): boolean {
  let sum = 0
  for (let i = 0; i < line; i++) if (!Number.isNaN(lines.annual[i]!)) sum += lines.annual[i]!
  return sum === lines.annual[line]
}

function amountProblem(read: LinesRead, line: number): string {
  const text = read.amountTexts.get(line)
  if (text === undefined) return 'its amount is blank or cannot be kept to the cent'
  return /\d,\d{1,2}$/.test(text.trim())
    ? `\`${short(text)}\` is not clear: decimals are written with a point`
    : `\`${short(text)}\` is not an amount`
}

/** What is missing to value a line in the policy's currency; null where nothing is. */
function rateMissing(currency: string, start: number, end: number, options: LedgerOptions): string | null {
  const { rates, from, asOf } = options
  if (currency === '' || currency === options.currency || rates === undefined) {
    return currency === '' || currency === options.currency
      ? null
      : `no rates turn ${currency} into ${options.currency}`
  }
  if (from === undefined) {
    const last = Math.max(start, Math.min(end - 1, asOf))
    return rates.at(currency, last) === null ? `no rate from ${currency} to ${options.currency}` : null
  }
  if (end <= from || start > asOf || rates.at(currency, Math.max(start, from)) !== null) return null
  const date = isoDate(Math.max(start, from)) ?? ''
  return `no rate from ${currency} to ${options.currency} on ${date}`
}

/**
 * Lines whose id came before: the same in every field is the same line read twice; with other content both stay, and
 * are told.
 */
function findRepeated({ lines }: LinesRead, candidates: Int32Array) {
  const again = new Map<number, number>()
  const repeated: { line: number; first: number }[] = []
  const { ids } = lines
  if (ids === null) return { again, repeated }
  const find = firstWith(ids, candidates.length)
  for (const line of candidates) {
    const first = ids[line] === '' ? line : find(line)
    if (first === line) continue
    if (isSame(lines, line, first)) again.set(line, first)
    else repeated.push({ line, first })
  }
  return { again, repeated }
}

/** Gives the first line asked about with the same id: a table of line numbers alone, since the ids are at hand. */
function firstWith(ids: readonly string[], most: number): (line: number) => number {
  const capacity = 2 ** Math.ceil(Math.log2(most * 2 + 2))
  const table = new Int32Array(capacity).fill(-1)
  return (line) => {
    const id = ids[line]!
    let at = hashOf(id) & (capacity - 1)
    while (table[at]! >= 0 && ids[table[at]!] !== id) at = (at + 1) & (capacity - 1)
    if (table[at]! < 0) table[at] = line
    return table[at]!
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x85ebca6b) ^ (hash >>> 13)
}

function isSame(lines: Lines, a: number, b: number): boolean {
  for (const name of ['account', 'sku', 'currency', 'charge', 'order', 'start', 'end', 'annual'] as const) {
    if (lines[name][a] !== lines[name][b]) return false
  }
  return lines.quantity === null || Object.is(lines.quantity[a], lines.quantity[b])
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 24 ? `${line.slice(0, 23)}…` : line
}

/** The amount of an excluded line as a message shows it. */
export function excludedAmount({ amount, currency }: ExcludedLine): string | null {
  return amount === null ? null : moneyText(amount, currency ?? '')
}
