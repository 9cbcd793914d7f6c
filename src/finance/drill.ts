import type { Ledger } from './ledger.ts'
import type { Netting, Policy } from './policy.ts'
import { byText } from './text-order.ts'
import { openBook } from './walk.ts'

/** A line that a figure between two dates is made of. */
export interface LineBehind {
  readonly line: string
  /** Where a person finds it, from 1. */
  readonly row: number
  readonly account: string
  readonly sku: string
  readonly currency: string
  /** Integer cents of `currency`. */
  readonly annual: number
  readonly atOpening: boolean
  readonly atClosing: boolean
}

/**
 * The lines in force at the opening, at the closing, or at both: those of `accounts` (as movements and
 * positions name them: parents, where netting is by parent), or of all. By account, then row.
 */
export function linesBehind(
  ledger: Ledger,
  policy: Policy,
  dates: { readonly from: number; readonly to: number },
  accounts?: ReadonlySet<string>,
  netting: Netting = 'account',
): LineBehind[] {
  const { units, ends } = openBook(ledger, policy, netting)
  const { account, sku, currency, start, annual, ids, rows } = ledger
  const from = Math.min(dates.from, policy.asOf)
  const to = Math.min(dates.to, policy.asOf)
  const wanted = Array.from(units.ofAccount, (unit) => accounts === undefined || accounts.has(units.names[unit]!))
  const found: LineBehind[] = []
  for (let line = 0; line < ledger.length; line++) {
    if (!wanted[account.codes[line]!]) continue
    const atOpening = start[line]! <= from && ends[line]! > from
    const atClosing = start[line]! <= to && ends[line]! > to
    if (!atOpening && !atClosing) continue
    found.push({
      line: ids[line]!,
      row: rows[line]!,
      account: account.names[account.codes[line]!]!,
      sku: sku.names[sku.codes[line]!]!,
      currency: currency.names[currency.codes[line]!]!,
      annual: annual[line]!,
      atOpening,
      atClosing,
    })
  }
  return found.toSorted((a, b) => byText(a.account, b.account) || a.row - b.row)
}
