import type { History, KeptSnapshot } from '../../history/history.ts'
import { seriesOf } from '../../history/series.ts'
import type { Portfolio } from '../../host/desk/portfolio.ts'

/** Bands of an earlier day, from what the workbook has kept. */
export interface EarlierScores {
  /** Days since 1970-01-01. */
  readonly date: number
  /** Whether they are by the very model that scores now. */
  readonly isSameModel: boolean
  /** By account: the name of its band; null where it had none. */
  readonly bands: ReadonlyMap<string, string | null>
}

/** The days before today that can be compared with, the latest first. */
export function earlierDays(history: History, { applied }: Portfolio): readonly KeptSnapshot[] {
  return seriesOf(history, applied.model.name)
    .filter(({ date }) => date < applied.asOf)
    .toReversed()
}

export function earlierScores({ accounts, bands }: History, kept: KeptSnapshot, { applied }: Portfolio): EarlierScores {
  return {
    date: kept.date,
    isSameModel: kept.model.hash === applied.model.hash,
    bands: new Map(Array.from(kept.account, (code, row) => [accounts[code]!, bands[kept.band[row]!] ?? null])),
  }
}
