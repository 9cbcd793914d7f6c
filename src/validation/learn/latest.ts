import { rowsByAccount } from '../landmarks.ts'
import type { Observations } from './observations.ts'

/** A customer of today: the rows of one account by date, the last of them the one that holds. */
export type History = readonly number[]

/** An account whose last row is nearly as much older than the newest as rows usually lie apart has missed one: it has gone. */
const MISSED = 0.9

/** The rows of every account that is still there, by date; without dates every row stands for itself. By account's name. */
export function historiesOf({ length, accounts, days }: Observations): readonly History[] {
  if (days === null) return Array.from({ length }, (_, row) => [row])
  const dated = [...days.keys()].filter((row) => !Number.isNaN(days[row]!))
  const byAccount = rowsByAccount(accounts, days, dated)
  const histories = [...byAccount.keys()].toSorted().map((account) => byAccount.get(account)!)
  const newest = histories.reduce((last, rows) => Math.max(last, days[rows.at(-1)!]!), -Infinity)
  const gap = usualGap(histories, days)
  return histories.filter((rows) => gap === null || days[rows.at(-1)!]! > newest - MISSED * gap)
}

/** The median of the days between one row of an account and its next; null where there are no two. */
function usualGap(histories: readonly History[], days: Float64Array): number | null {
  const gaps = histories.flatMap((rows) => rows.slice(1).map((row, at) => days[row]! - days[rows[at]!]!))
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? null
}
