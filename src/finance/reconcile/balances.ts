import type { Ledger } from '../ledger.ts'
import type { Policy } from '../policy.ts'
import { rateTable, valueAt } from '../rate-table.ts'
import type { Rates } from '../rates.ts'
import { eachUnit, openBook } from '../walk.ts'

/** An account of the ledger with what it is worth on a day. */
export interface Balance {
  readonly account: string
  readonly parent: string | null
  /** Integer cents of the policy's currency. */
  readonly amount: number
  /** Numbers of the ledger's lines that run on that day. */
  readonly lines: readonly number[]
}

/** Every account that is worth more than nothing at the end of a day; their amounts are the balance of a bridge. */
export function balancesAt(ledger: Ledger, rates: Rates, policy: Policy, day: number): readonly Balance[] {
  const book = openBook(ledger, policy, 'account')
  const table = rateTable(ledger, rates, policy, [day])
  const until = Math.min(day, policy.asOf)
  const balances: Balance[] = []
  for (const { name, cells, lines } of eachUnit(book, [day])) {
    const amounts = new Map<number, number>()
    for (const { currency, at } of cells) amounts.set(currency, (amounts.get(currency) ?? 0) + at[0]!)
    let amount = 0
    for (const [currency, cents] of amounts) amount += valueAt(table, currency, 0, cents)
    if (amount <= 0) continue
    balances.push({
      account: name,
      parent: ledger.parents[cells[0]!.account] ?? null,
      amount,
      lines: [...lines].filter((line) => ledger.start[line]! <= until && until < book.ends[line]!),
    })
  }
  return balances
}
