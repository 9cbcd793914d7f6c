/** A number of every row, NaN where missing. */
export interface HistoryColumn {
  readonly name: string
  readonly values: Float64Array
}

/** The measure in which an account's last value lies furthest from what it used to be. */
export interface Unusual {
  readonly name: string
  readonly value: number
  /** The median of the values before. */
  readonly usual: number
  /** How many usual deviations the value lies from it; below 0 is lower. */
  readonly distance: number
}

/** So many values before the last are looked at, and at least so many are needed. */
const MOST = 12
const LEAST = 6
/** From here on a value is called unusual (Iglewicz and Hoaglin). */
export const UNUSUAL = 3.5

/**
 * For each account, given its rows by date, the measure whose last value is furthest from its own history, by median and
 * median absolute deviation; null where every history is too short. A history that hardly moves is held to move at least
 * half as much as is usual among all accounts, so that a count of 1 after many of 0 is not news. No season is known: what comes
 * back each year is unusual each year.
 */
export function unusualOf(
  histories: readonly (readonly number[])[],
  columns: readonly HistoryColumn[],
): readonly (Unusual | null)[] {
  const found: (Unusual | null)[] = histories.map(() => null)
  for (const { name, values } of columns) {
    const pasts = histories.map((rows) => pastOf(rows, values))
    const floor = usualSpread(pasts) / 2
    for (const [at, past] of pasts.entries()) {
      if (past === null) continue
      const spread = Math.max(past.spread, floor)
      const distance = spread === 0 ? 0 : (past.last - past.median) / spread
      const further = found[at] == null || Math.abs(distance) > Math.abs(found[at].distance)
      if (further) found[at] = { name, value: past.last, usual: past.median, distance }
    }
  }
  return found
}

interface Past {
  readonly last: number
  readonly median: number
  /** Scaled so that it is the standard deviation of normal values. */
  readonly spread: number
}

/** Null where the last value is missing or too few came before it. */
function pastOf(rows: readonly number[], values: Float64Array): Past | null {
  const last = values[rows.at(-1) ?? -1] ?? NaN
  const before = rows
    .slice(0, -1)
    .map((row) => values[row]!)
    .filter((value) => !Number.isNaN(value))
    .slice(-MOST)
  if (Number.isNaN(last) || before.length < LEAST) return null
  const median = medianOf(before)
  return { last, median, spread: 1.4826 * medianOf(before.map((value) => Math.abs(value - median))) }
}

/** Half of all accounts move more. */
function usualSpread(pasts: readonly (Past | null)[]): number {
  const spreads = pasts.flatMap((past) => (past === null ? [] : [past.spread]))
  return spreads.length === 0 ? 0 : medianOf(spreads)
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
