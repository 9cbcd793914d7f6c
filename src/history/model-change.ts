import type { History, KeptSnapshot } from './history.ts'
import { type Moves, movesBetween } from './moves.ts'
import type { Chosen } from './tally.ts'

/** Two scorings that follow one another and were made by different versions of a model. */
export interface ModelChange {
  readonly from: KeptSnapshot
  readonly to: KeptSnapshot
  readonly all: Moves
  /** null where neither date was scored by both versions: then nothing can be told apart. */
  readonly parts: ChangeParts | null
}

/** Movement of bands by the model and by the customers; the nets of both add up to that of all. */
export interface ChangeParts {
  /** The date that both versions scored. */
  readonly pivot: KeptSnapshot
  readonly model: Moves
  readonly customers: Moves
}

/** Where the model changed along a series. */
export function modelChanges(
  history: History,
  series: readonly KeptSnapshot[],
  bands: readonly string[],
  chosen: Chosen,
): readonly ModelChange[] {
  const between = (one: KeptSnapshot, two: KeptSnapshot): Moves =>
    movesBetween(history, one, two, bands, [chosen(one), chosen(two)])
  return series.slice(1).flatMap((to, at): ModelChange[] => {
    const from = series[at]!
    if (from.model.hash === to.model.hash) return []
    const all = between(from, to)
    // The old accounts by the new model say it best; else the new accounts by the old model.
    const before = scoredBy(history, from, to)
    if (before !== null) {
      return [{ from, to, all, parts: { pivot: before, model: between(from, before), customers: between(before, to) } }]
    }
    const after = scoredBy(history, to, from)
    if (after === null) return [{ from, to, all, parts: null }]
    return [{ from, to, all, parts: { pivot: after, model: between(after, to), customers: between(from, after) } }]
  })
}

/** The accounts of one scoring as the model of another scored them on that date. */
function scoredBy({ snapshots }: History, of: KeptSnapshot, by: KeptSnapshot): KeptSnapshot | null {
  const found = snapshots.findLast(
    ({ date, model }) => date === of.date && model.name === of.model.name && model.hash === by.model.hash,
  )
  return found ?? null
}
