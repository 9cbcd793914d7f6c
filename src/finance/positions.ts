import { convert } from './convert.ts'
import type { Ledger } from './ledger.ts'
import type { Netting, Policy } from './policy.ts'
import { rateAt, rateTable } from './rate-table.ts'
import type { Rates } from './rates.ts'
import { byText } from './text-order.ts'
import { eachUnit, openBook, runEnd } from './walk.ts'

/** What an account is worth a year at a date, in one currency; by sku as well where that was asked for. */
export interface Position {
  /** An account; a parent where netting is by parent. */
  readonly account: string
  readonly currency: string
  /** Null but for netting by sku. */
  readonly sku: string | null
  /** Integer cents of `currency`. */
  readonly native: number
  /** Integer cents of the policy's currency at the rate of the date. By sku, each is rounded by itself. */
  readonly converted: number
}

/** Every position that is not zero, by account, currency and sku. */
export function positions(
  ledger: Ledger,
  rates: Rates,
  policy: Policy,
  date: number,
  netting: Netting = 'account',
): Position[] {
  const table = rateTable(ledger, rates, policy, [date])
  const found: Position[] = []
  for (const { name, cells } of eachUnit(openBook(ledger, policy, netting), [date])) {
    const sums = new Map<string, { currency: number; sku: string | null; native: number; converted: number }>()
    // An account is converted as a whole, as the bridge does, and a parent is the sum of its accounts.
    for (let first = 0, after; first < cells.length; first = after) {
      after = netting === 'sku' ? first + 1 : runEnd(cells, first)
      const { currency } = cells[first]!
      const sku = netting === 'sku' ? ledger.sku.names[cells[first]!.sku]! : null
      const native = cells.slice(first, after).reduce((sum, { at }) => sum + at[0]!, 0)
      if (native === 0) continue
      const key = `${currency} ${sku ?? ''}`
      const sum = sums.get(key) ?? { currency, sku, native: 0, converted: 0 }
      sums.set(key, sum)
      sum.native += native
      sum.converted += convert(native, rateAt(table, currency, 0))
    }
    for (const { currency, sku, native, converted } of sums.values()) {
      found.push({ account: name, currency: ledger.currency.names[currency]!, sku, native, converted })
    }
  }
  return found.toSorted(
    (a, b) => byText(a.account, b.account) || byText(a.currency, b.currency) || byText(a.sku ?? '', b.sku ?? ''),
  )
}
