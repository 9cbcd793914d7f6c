import { pickRowsOf, asRows, type SnapshotRows } from './rows.ts'
import type { History } from './history.ts'
import { knownOn, modelsIn, seriesOf } from './series.ts'

/** What was known on a day, of every model: its last scoring until then, and with `left` the last scores of accounts that were gone by then. */
export function restored(history: History, day: number, left: boolean): readonly SnapshotRows[] {
  return modelsIn(history).flatMap((model) => {
    const series = seriesOf(history, model).filter(({ date }) => date <= day)
    const last = knownOn(series, day)
    if (last === null) return []
    if (!left) return [asRows(history, last)]
    const seen = new Set<number>()
    return series.toReversed().flatMap((one) => {
      const rows = [...one.account.keys()].filter((row) => !seen.has(one.account[row]!))
      for (const row of rows) seen.add(one.account[row]!)
      return rows.length === 0 ? [] : [pickRowsOf(asRows(history, one), Int32Array.from(rows))]
    })
  })
}
