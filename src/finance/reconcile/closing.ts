import { convert } from '../convert.ts'
import type { Ledger } from '../ledger.ts'
import type { Policy } from '../policy.ts'
import { rateAt, rateTable } from '../rate-table.ts'
import type { Rate, Rates } from '../rates.ts'
import { byText } from '../text-order.ts'
import { openBook } from '../walk.ts'

/** A balance of the ledger, line by line: what a later report needs to say what has changed behind it. */
export interface Closing {
  /** Days since 1970-01-01: the balance of the end of this day. */
  readonly day: number
  /** Integer cents of the report's currency, as the bridge has it. */
  readonly amount: number
  /** At which rates, by currency; that of the report is not among them. */
  readonly rates: ReadonlyMap<string, Rate>
  /** Whether the ledger has no ids of its own, so that its lines go by the numbers of their rows. */
  readonly byRow: boolean
  /** Lines in force, by account, id, sku, currency and amount. */
  readonly lines: readonly ClosingLine[]
}

export interface ClosingLine {
  readonly line: string
  readonly account: string
  readonly sku: string
  readonly currency: string
  /** Integer cents a year, of its currency. */
  readonly annual: number
}

export function closingOf(ledger: Ledger, rates: Rates, policy: Policy, day: number): Closing {
  const { account, sku, currency, start, annual, ids, rows } = ledger
  const until = Math.min(day, policy.asOf)
  const { ends } = openBook(ledger, policy, 'account')
  const lines: ClosingLine[] = []
  for (let line = 0; line < ledger.length; line++) {
    if (start[line]! > until || until >= ends[line]!) continue
    lines.push({
      line: ids[line]!,
      account: account.names[account.codes[line]!]!,
      sku: sku.names[sku.codes[line]!]!,
      currency: currency.names[currency.codes[line]!]!,
      annual: annual[line]!,
    })
  }
  lines.sort(inOrder)
  const table = rateTable(ledger, rates, policy, [day])
  const used = new Set(lines.map((line) => line.currency))
  const others = currency.names.flatMap((name, code) =>
    used.has(name) && name !== policy.currency ? [[name, rateAt(table, code, 0)] as const] : [],
  )
  const closing = {
    day,
    rates: new Map(others.toSorted(([a], [b]) => byText(a, b))),
    byRow: ids.every((id, line) => id === String(rows[line]!)),
    lines,
  }
  return { ...closing, amount: worth(closing) }
}

/** Lines of one account and currency, which are converted as one. */
export interface OwnBalance {
  readonly account: string
  readonly currency: string
  /** Integer cents of the currency. */
  readonly own: number
}

/** By account, then by currency. */
export function ownBalances(lines: readonly ClosingLine[]): readonly OwnBalance[] {
  const sums = new Map<string, { account: string; currency: string; own: number }>()
  for (const { account, currency, annual } of lines) {
    const key = `${account}\n${currency}`
    const sum = sums.get(key) ?? { account, currency, own: 0 }
    sums.set(key, sum)
    sum.own += annual
  }
  return [...sums.values()].toSorted((a, b) => byText(a.account, b.account) || byText(a.currency, b.currency))
}

/** What lines add up to at their rates, each account and currency rounded once. */
export function worth({ lines, rates }: Pick<Closing, 'lines' | 'rates'>): number {
  return ownBalances(lines).reduce((sum, { currency, own }) => {
    const rate = rates.get(currency)
    return sum + (rate === undefined ? own : convert(own, rate))
  }, 0)
}

function inOrder(a: ClosingLine, b: ClosingLine): number {
  return (
    byText(a.account, b.account) ||
    byText(a.line, b.line) ||
    byText(a.sku, b.sku) ||
    byText(a.currency, b.currency) ||
    a.annual - b.annual
  )
}
