import type { Log } from './log.ts'
import type { Model } from './model.ts'

/** The logs of a model and of those whose scores it uses, each name once, with the columns that any of them declares. */
export function allLogs(model: Model): readonly Log[] {
  const byName = new Map<string, Log>()
  for (const log of [...model.logs, ...model.uses.flatMap((use) => allLogs(use.model))]) {
    const known = byName.get(log.name)
    const names = new Set(known?.columns.map(({ name }) => name))
    const more = log.columns.filter(({ name }) => !names.has(name))
    byName.set(log.name, known === undefined ? log : { ...known, columns: [...known.columns, ...more] })
  }
  return [...byName.values()]
}
