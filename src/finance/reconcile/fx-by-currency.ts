import { convertChange } from '../convert.ts'
import type { Ledger } from '../ledger.ts'
import type { Policy } from '../policy.ts'
import { rateAt, rateTable } from '../rate-table.ts'
import type { Rate, Rates } from '../rates.ts'
import { eachUnit, openBook, runEnd } from '../walk.ts'

/** What a moving rate did to the balances of one currency between two dates. */
export interface FxEffect {
  readonly from: number
  readonly to: number
  readonly currency: string
  /** Accounts with a balance in it, and cents of it, at the date whose balances the rate moved. */
  readonly accounts: number
  readonly held: number
  readonly before: Rate
  readonly after: Rate
  /** Cents of the report's currency, each account rounded by itself; a month's effects are the bridge's fx. */
  readonly fx: number
}

/** The fx line of a bridge over `dates`, taken apart by currency; empty at reported rates, where it is always 0. */
export function fxByCurrency(
  ledger: Ledger,
  rates: Rates,
  policy: Policy,
  dates: readonly number[],
): readonly FxEffect[] {
  if (policy.rate === 'reported') return []
  const table = rateTable(ledger, rates, policy, dates)
  const sums = new Map<string, { month: number; currency: number; accounts: number; held: number; fx: number }>()
  for (const { cells } of eachUnit(openBook(ledger, policy, 'account'), dates)) {
    for (let first = 0, after; first < cells.length; first = after) {
      after = runEnd(cells, first)
      const { currency } = cells[first]!
      if (ledger.currency.names[currency] === policy.currency) continue
      for (let month = 0; month + 1 < dates.length; month++) {
        const date = policy.rate === 'closing' ? month : month + 1
        const held = cells.slice(first, after).reduce((sum, { at }) => sum + at[date]!, 0)
        if (held === 0) continue
        const key = `${month} ${currency}`
        const sum = sums.get(key) ?? { month, currency, accounts: 0, held: 0, fx: 0 }
        sums.set(key, sum)
        sum.accounts++
        sum.held += held
        sum.fx += convertChange(held, rateAt(table, currency, month), rateAt(table, currency, month + 1))
      }
    }
  }
  return [...sums.values()]
    .map(({ month, currency, ...sum }) => ({
      ...sum,
      from: dates[month]!,
      to: dates[month + 1]!,
      currency: ledger.currency.names[currency]!,
      before: rateAt(table, currency, month),
      after: rateAt(table, currency, month + 1),
    }))
    .toSorted((a, b) => a.to - b.to || (a.currency < b.currency ? -1 : 1))
}
