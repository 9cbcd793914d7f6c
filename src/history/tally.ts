import { amountsOf } from './amounts.ts'
import type { History, KeptSnapshot } from './history.ts'

/** Accounts and what they are worth, by band. */
export interface Tally {
  readonly accounts: number
  /** The mean of the scores there are; null where there are none. */
  readonly mean: number | null
  /** In the order of the bands that were asked for, and last those without one of them. */
  readonly counts: readonly number[]
  /** Integer cents in the same order, by currency ('' where nothing says which). */
  readonly cents: ReadonlyMap<string, readonly number[]>
}

/** Which accounts are looked at, by their row in a snapshot. */
export type Chosen = (snapshot: KeptSnapshot) => (row: number) => boolean

export const EVERY: Chosen = () => () => true

/** Bands of the whole score in any of the snapshots, worst first. */
export function bandsOf({ bands }: History, series: readonly KeptSnapshot[]): readonly string[] {
  const names = new Set(series.flatMap(({ ladder }) => ladder))
  for (const { band } of series) for (const code of new Set(band)) if (code >= 0) names.add(bands[code]!)
  return bands.filter((name) => names.has(name))
}

/** Counts the rows for which `test` holds. `amount` is a carried column; null counts accounts alone. */
export function tallyOf(
  history: History,
  snapshot: KeptSnapshot,
  bands: readonly string[],
  amount: string | null,
  test: (row: number) => boolean,
): Tally {
  const places = history.bands.map((name) => bands.indexOf(name))
  const counts = Array.from({ length: bands.length + 1 }, () => 0)
  const cents = new Map<string, number[]>()
  const worth = amount === null ? null : amountsOf(snapshot, amount)
  let accounts = 0
  let [sum, scored] = [0, 0]
  for (let row = 0; row < snapshot.length; row++) {
    if (!test(row)) continue
    const place = places[snapshot.band[row]!] ?? -1
    const at = place < 0 ? bands.length : place
    accounts++
    counts[at]!++
    const score = snapshot.score[row]!
    if (!Number.isNaN(score)) {
      sum += score
      scored++
    }
    const amounts = worth?.of(row)
    if (!amounts) continue
    const sums = cents.get(amounts.currency) ?? counts.map(() => 0)
    sums[at]! += amounts.cents
    cents.set(amounts.currency, sums)
  }
  return { accounts, mean: scored === 0 ? null : sum / scored, counts, cents }
}
