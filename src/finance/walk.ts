import { invariant } from '../engine/invariant.ts'
import { endsOverGaps } from './gaps.ts'
import type { Ledger } from './ledger.ts'
import type { Netting, Policy } from './policy.ts'
import { accountUnits, linesByUnit, parentUnits, type Units } from './units.ts'

/** What one sku of one account is worth in one currency, at each of the dates asked for. */
export interface Cell {
  account: number
  currency: number
  sku: number
  /** Integer cents of the currency, by date. */
  readonly at: Float64Array
}

/** One account, or one parent with its accounts. */
export interface Unit {
  readonly name: string
  /** By account, then currency, then sku. */
  readonly cells: readonly Cell[]
  /** Numbers of its lines in the ledger, in the same order. */
  readonly lines: Int32Array
}

/** A ledger made ready to be walked through, any number of times. */
export interface Book {
  readonly ledger: Ledger
  readonly policy: Policy
  readonly netting: Netting
  readonly units: Units
  readonly order: Int32Array
  /** By line, over gaps that count as none. */
  readonly ends: Int32Array
}

/** An opening and a closing day, neither later than what is known of the ledger. */
export interface Days {
  readonly from: number
  readonly to: number
}

export function openBook(ledger: Ledger, policy: Policy, netting: Netting): Book {
  const units = netting === 'parent' ? parentUnits(ledger) : accountUnits(ledger)
  const order = linesByUnit(ledger, units)
  return { ledger, policy, netting, units, order, ends: endsOverGaps(ledger, policy.gapDays, order) }
}

/**
 * Every unit with its cells at `dates`, days in ascending order; a day after `asOf` stands as `asOf` did. A unit and its
 * cells are good until the next is asked for: their memory is used again.
 */
export function* eachUnit({ ledger, policy, units, order, ends }: Book, dates: readonly number[]): Generator<Unit> {
  const { account, currency, sku, start, annual } = ledger
  const days = dates.map((date) => Math.min(date, policy.asOf))
  invariant(
    days.every((day, at) => at === 0 || day >= days[at - 1]!),
    'the dates of a walk ascend',
  )
  const pool: Cell[] = []
  const indexFrom = firstFrom(days)
  const unitOf = (at: number) => units.ofAccount[account.codes[order[at]!]!]!
  for (let first = 0; first < order.length;) {
    const unit = unitOf(first)
    let used = 0
    let cell: Cell | null = null
    let at = first
    for (; at < order.length && unitOf(at) === unit; at++) {
      const line = order[at]!
      const accountCode = account.codes[line]!
      const currencyCode = currency.codes[line]!
      const skuCode = sku.codes[line]!
      if (cell?.account !== accountCode || cell.currency !== currencyCode || cell.sku !== skuCode) {
        cell = pool[used] ??= { account: 0, currency: 0, sku: 0, at: new Float64Array(dates.length) }
        cell.account = accountCode
        cell.currency = currencyCode
        cell.sku = skuCode
        cell.at.fill(0)
        used++
      }
      const until = indexFrom(ends[line]!)
      for (let date = indexFrom(start[line]!); date < until; date++) cell.at[date]! += annual[line]!
    }
    yield { name: units.names[unit]!, cells: pool.slice(0, used), lines: order.subarray(first, at) }
    first = at
  }
}

/** Where the cells of the account and currency at `first` end: money of one account in one currency is converted as a whole. */
export function runEnd(cells: readonly Cell[], first: number): number {
  const { account, currency } = cells[first]!
  let after = first + 1
  while (after < cells.length && cells[after]!.account === account && cells[after]!.currency === currency) after++
  return after
}

/** For a day, the place of the first of the ascending `days` that is as late: looked up, as every line asks twice. */
function firstFrom(days: readonly number[]): (day: number) => number {
  const first = days[0] ?? 0
  const last = days.at(-1) ?? 0
  const places = new Int32Array(last - first + 1)
  for (let day = first, place = 0; day <= last; day++) {
    while (days[place]! < day) place++
    places[day - first] = place
  }
  return (day) => (day <= first ? 0 : day > last ? days.length : places[day - first]!)
}
