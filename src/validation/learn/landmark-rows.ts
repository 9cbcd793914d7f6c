import { knownAt, landmarksOf, rowsByAccount } from '../landmarks.ts'
import { lossBefore } from '../observations.ts'
import type { Outcomes } from '../outcomes.ts'
import type { Joined, SnapshotRows } from './as-of-join.ts'

/**
 * Rows for outcomes that are losses alone: every account at landmarks a horizon apart, lost if it was within the horizon after.
 * `until` is the last day of which losses are known. Accounts already lost are left out.
 */
export function rowsAtLandmarks(
  { accounts, days }: SnapshotRows,
  { losses }: Pick<Outcomes, 'losses'>,
  horizon: number,
  until: number,
): readonly Joined[] {
  const dated = [...days.keys()].filter((row) => !Number.isNaN(days[row]!))
  const byAccount = rowsByAccount(accounts, days, dated)
  const at = dated.map((row) => days[row]!)
  return landmarksOf(at, horizon, until).flatMap((day) =>
    [...knownAt(byAccount, days, day)].flatMap(([account, row]): Joined[] => {
      const own = losses.get(account) ?? []
      if (lossBefore(own, day) !== undefined) return []
      return [{ account, day, churned: own.some((loss) => loss.day > day && loss.day <= day + horizon), row }]
    }),
  )
}
