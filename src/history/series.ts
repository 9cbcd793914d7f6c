import type { History, KeptSnapshot } from './history.ts'

/** The names of the models that were kept. */
export function modelsIn({ snapshots }: History): readonly string[] {
  return [...new Set(snapshots.map(({ model }) => model.name))]
}

/**
 * What is said of each date by one model, oldest first: the version that was kept first for the date, in its last
 * restatement.
 */
export function seriesOf({ snapshots }: History, model: string): readonly KeptSnapshot[] {
  const byDate = new Map<number, KeptSnapshot>()
  for (const one of snapshots) {
    if (one.model.name !== model) continue
    const before = byDate.get(one.date)
    if (before === undefined || before.model.hash === one.model.hash) byDate.set(one.date, one)
  }
  return [...byDate.values()]
}

/** What was known on a day: the last of a series that is not after it; null where there was none yet. */
export function knownOn(series: readonly KeptSnapshot[], day: number): KeptSnapshot | null {
  return series.findLast(({ date }) => date <= day) ?? null
}
