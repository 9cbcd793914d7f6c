import type { Policy } from '../policy.ts'
import type { Rates } from '../rates.ts'
import type { DayOrder } from './days.ts'

/** How a table of contract lines is to be read where that is not plain. */
export interface Reading {
  /** What each amount is for; a year unless declared. */
  readonly amounts?: 'annual' | 'monthly'
  /** The kind of charge of every line, whatever the table says. */
  readonly charge?: string
  /** How dates such as 03/04/2024 are to be read. */
  readonly dates?: DayOrder
  /** Whether an end is the first day after a line (by default) or its last day. */
  readonly ends?: 'day after' | 'last day'
}

/** What a ledger needs to be told: the policy's part of it, and how its table is to be read. */
export interface LedgerOptions extends Pick<Policy, 'asOf' | 'currency' | 'recurring'>, Reading {
  /** The first day that figures are asked for: a line needs a rate from then on. */
  readonly from?: number
  /** Needed as soon as a line is in another currency than the policy's. */
  readonly rates?: Rates
  /** Parents by account key, from a table of accounts; a parent in the ledger itself wins. */
  readonly parents?: ReadonlyMap<string, string>
}

/** What was declared of a table, in words: `amounts a month; dates day first`; null where nothing was. */
export function readingText({ amounts, charge, dates, ends }: Reading): string | null {
  const said = [
    amounts === 'monthly' && 'amounts a month',
    charge !== undefined && `every charge ${charge}`,
    dates !== undefined && `dates ${dates === 'day-month' ? 'day' : 'month'} first`,
    ends === 'last day' && 'ends are the last day',
  ].filter((one) => one !== false)
  return said.length === 0 ? null : said.join('; ')
}
