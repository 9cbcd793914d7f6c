import { OLDEST, rowsByAccount } from '../landmarks.ts'
import { monthOf } from '../month-of.ts'
import type { Decision } from './decisions.ts'

/** How long before an outcome its measures must have been known. */
export type Lead =
  /** Those of the calendar month so many months before the month of the outcome: for data kept by the month. */
  | { readonly unit: 'months'; readonly count: number }
  /** Those so many days before, or the last before that, up to 45 days older. */
  | { readonly unit: 'days'; readonly count: number }

/** A decision with the row of the snapshot that was known before it. */
export interface Joined extends Decision {
  readonly row: number
}

/** A snapshot of an account: its rows in any order. */
export interface SnapshotRows {
  readonly accounts: readonly string[]
  /** Days since 1970-01-01; NaN where there is none. */
  readonly days: Float64Array
}

/** Finds for each decision the last snapshot that was known early enough; decisions without one are left out. */
export function joinAsOf(decisions: readonly Decision[], snapshots: SnapshotRows, lead: Lead): readonly Joined[] {
  const { accounts, days } = snapshots
  const dated = [...accounts.keys()].filter((row) => !Number.isNaN(days[row]!))
  const rows = rowsByAccount(accounts, days, dated)
  return decisions.flatMap((decision): Joined[] => {
    const inTime = withinLead(decision.day, lead)
    const row = rows.get(decision.account)?.findLast((one) => inTime(days[one]!))
    return row === undefined ? [] : [{ ...decision, row }]
  })
}

function withinLead(day: number, { unit, count }: Lead): (snapshot: number) => boolean {
  if (unit === 'days') return (snapshot) => snapshot <= day - count && snapshot >= day - count - OLDEST
  const month = monthOf(day) - count
  return (snapshot) => monthOf(snapshot) === month
}
