import { staysOf } from '../activity.ts'
import type { Ledger } from '../ledger.ts'
import type { Policy } from '../policy.ts'
import { openBook, type Book } from '../walk.ts'

/** An account went from something to nothing: from `day` on it is worth nothing. */
export interface LedgerChurn {
  /** Code of `ledger.account`. */
  readonly account: number
  readonly day: number
  /** Integer cents that ran on the day before, by currency code. */
  readonly amounts: ReadonlyMap<number, number>
  /** Numbers of the lines that ran on the day before. */
  readonly lines: readonly number[]
  /** The first day on which it is worth something again; null where it never is. */
  readonly returns: number | null
}

/** The churns of a ledger, and what else is asked of its accounts day by day. */
export interface ChurnBook {
  /** By account, then by day. */
  readonly churns: readonly LedgerChurn[]
  /** Numbers of an account's lines that run on a day. */
  readonly runningOn: (account: number, day: number) => readonly number[]
  /** Whether an account is worth more than nothing on a day. */
  readonly isThere: (account: number, day: number) => boolean
}

/**
 * Every day on which an account went from something to nothing, to the day, not to the month: what a CRM records. Ends
 * after `until` are none yet; gaps that the policy forgives are none at all.
 */
export function churnBook(ledger: Ledger, policy: Policy, until: number): ChurnBook {
  const book = openBook(ledger, policy, 'account')
  const linesOf = linesByAccount(book)
  const runningOn = (account: number, day: number): number[] =>
    [...linesOf(account)].filter((line) => ledger.start[line]! <= day && day < book.ends[line]!)
  const stays = ledger.account.names.map((_, account) => staysOf(ledger, book.ends, linesOf(account)))
  const churns = stays.flatMap((own, account) =>
    own.flatMap(([, day], at): LedgerChurn[] => {
      if (day > until) return []
      const lines = runningOn(account, day - 1)
      return [{ account, day, amounts: amountsOf(ledger, lines), lines, returns: own[at + 1]?.[0] ?? null }]
    }),
  )
  const isThere = (account: number, day: number): boolean =>
    stays[account]?.some(([from, to]) => from <= day && day < to) ?? false
  return { churns, runningOn, isThere }
}

/** The book holds the lines of an account side by side. */
function linesByAccount({ ledger, order }: Book): (account: number) => Int32Array {
  const count = ledger.account.names.length
  const first = new Int32Array(count).fill(order.length)
  const after = new Int32Array(count)
  for (const [at, line] of order.entries()) {
    const account = ledger.account.codes[line]!
    first[account] = Math.min(first[account]!, at)
    after[account] = at + 1
  }
  return (account) => order.subarray(Math.min(first[account]!, after[account]!), after[account])
}

function amountsOf(ledger: Ledger, lines: readonly number[]): ReadonlyMap<number, number> {
  const amounts = new Map<number, number>()
  for (const line of lines) {
    const code = ledger.currency.codes[line]!
    amounts.set(code, (amounts.get(code) ?? 0) + ledger.annual[line]!)
  }
  return amounts
}
