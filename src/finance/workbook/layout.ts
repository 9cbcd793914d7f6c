import type { Ledger } from '../ledger.ts'
import { monthEnds } from '../month-ends.ts'
import type { Rates } from '../rates.ts'
import { rateTable, type RateTable } from '../rate-table.ts'
import type { Reconciliation } from '../reconcile/reconciliation.ts'
import { byText } from '../text-order.ts'
import { parentUnits } from '../units.ts'
import { type Book, openBook } from '../walk.ts'

/** Where things stand in the workbook, so that the sheets can name each other's cells. */
export interface Layout {
  readonly report: Reconciliation
  readonly book: Book
  readonly dates: readonly number[]
  readonly table: RateTable
  /** Lines by account, sku, start and id; the first stands in row 2. */
  readonly lines: readonly number[]
  /** One for each account and currency, by account; the first stands in row 2 of the balances. */
  readonly balances: readonly BalanceRow[]
  /** By account; the first stands in row 2 of the positions. */
  readonly accounts: readonly AccountRow[]
}

export interface BalanceRow {
  readonly account: number
  readonly currency: number
  /** Whether the account has this currency only. */
  readonly alone: boolean
  /** Rows of its account's lines in their sheet. */
  readonly lines: RowSpan
}

export interface RowSpan {
  readonly from: number
  readonly to: number
}

export interface AccountRow {
  readonly account: number
  readonly parent: string
  readonly lines: RowSpan
  /** Rows of its balances in their sheet. */
  readonly balances: RowSpan
}

export const SHEETS = {
  lines: 'Ledger',
  rates: 'Rates',
  balances: 'Balances',
  positions: 'Positions',
  skus: 'Positions by sku',
  parents: 'Positions by parent',
  mixed: 'Several currencies',
} as const

/** The row of the first entry of every list. */
export const FIRST_ROW = 2

export function layoutOf(report: Reconciliation, ledger: Ledger, rates: Rates): Layout {
  const { policy, from, to } = report.header
  const book = openBook(ledger, policy, 'account')
  const dates = monthEnds(from, to)
  const { account, sku, currency, start, ids } = ledger
  const lines = [...book.order].toSorted(
    (a, b) =>
      byText(account.names[account.codes[a]!]!, account.names[account.codes[b]!]!) ||
      byText(sku.names[sku.codes[a]!]!, sku.names[sku.codes[b]!]!) ||
      start[a]! - start[b]! ||
      byText(ids[a]!, ids[b]!),
  )
  const parents = parentUnits(ledger)
  const balances: BalanceRow[] = []
  const accounts: AccountRow[] = []
  for (let first = 0, after; first < lines.length; first = after) {
    const code = account.codes[lines[first]!]!
    after = first + 1
    while (after < lines.length && account.codes[lines[after]!] === code) after++
    const span = { from: first + FIRST_ROW, to: after - 1 + FIRST_ROW }
    const currencies = [...new Set(lines.slice(first, after).map((line) => currency.codes[line]!))]
    const before = balances.length
    for (const own of currencies.toSorted((a, b) => byText(currency.names[a]!, currency.names[b]!))) {
      balances.push({ account: code, currency: own, alone: currencies.length === 1, lines: span })
    }
    accounts.push({
      account: code,
      parent: parents.names[parents.ofAccount[code]!]!,
      lines: span,
      balances: { from: before + FIRST_ROW, to: balances.length - 1 + FIRST_ROW },
    })
  }
  return { report, book, dates, table: rateTable(ledger, rates, policy, dates), lines, balances, accounts }
}

/** The column of a date, in balances and in rates, counted from 0. */
export function dateColumn(date: number): number {
  return 4 + date
}
