/** As of a landmark, a score may be this many days old. */
export const OLDEST = 45

/**
 * The days at which scores are judged: the last one whose horizon is known to its end, and then back by a horizon at a time,
 * so that no loss is counted twice. They are days that have scores.
 */
export function landmarksOf(dates: Iterable<number>, horizon: number, until: number): readonly number[] {
  const usable = [...new Set(dates)].filter((date) => date + horizon <= until).toSorted((a, b) => b - a)
  const landmarks: number[] = []
  for (const date of usable) if (landmarks.length === 0 || date <= landmarks.at(-1)! - horizon) landmarks.push(date)
  return landmarks.toReversed()
}

/** The row of each account that was known at a landmark: its last, if it is not too old. */
export function knownAt(
  byAccount: ReadonlyMap<string, readonly number[]>,
  dates: Float64Array,
  landmark: number,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  for (const [account, rows] of byAccount) {
    const row = rows.findLast((one) => dates[one]! <= landmark)
    if (row !== undefined && dates[row]! > landmark - OLDEST) known.set(account, row)
  }
  return known
}

/** Rows by account, by date and then as they came; `rows` are those that count, all unless said. */
export function rowsByAccount(
  accounts: readonly string[],
  dates: Float64Array,
  rows: Iterable<number> = accounts.keys(),
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const row of rows) {
    const account = accounts[row]!
    const own = found.get(account)
    if (own) own.push(row)
    else found.set(account, [row])
  }
  for (const own of found.values()) own.sort((a, b) => dates[a]! - dates[b]! || a - b)
  return found
}
