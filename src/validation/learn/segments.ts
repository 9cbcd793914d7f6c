import { auc } from '../statistics/auc.ts'
import { eventsIn, rowsOf, type Observations } from './observations.ts'

/** Accounts with one value of a column, and what they taught by themselves. */
export interface SegmentLearned<T> {
  readonly value: string
  readonly rows: number
  readonly events: number
  /** AUC of the score learned from all, on these accounts while it had not seen them; null without both outcomes. */
  readonly shared: number | null
  /** Null where they are too few or taught nothing: they share the cut points and weights of all. */
  readonly own: T | null
}

/** A segment with fewer events, or fewer that stayed, has no cut points of its own. */
export const SEGMENT_EVENTS = 100

/**
 * Learns each value of a choice by itself where it has events enough. `learnOne` gives null where nothing was taught;
 * `risks` are those of the score learned from all.
 */
export function learnSegments<T>(
  observations: Observations,
  by: string,
  risks: Float64Array,
  learnOne: (part: Observations) => T | null,
): readonly SegmentLearned<T>[] {
  const column = observations.candidates.find(({ name }) => name === by)
  if (column?.kind !== 'choice') return []
  return column.levels.flatMap((value, code): SegmentLearned<T>[] => {
    const rows = [...column.codes.keys()].filter((row) => column.codes[row] === code)
    if (rows.length === 0) return []
    const part = rowsOf(observations, rows)
    const events = eventsIn(part)
    const enough = Math.min(events, rows.length - events) >= SEGMENT_EVENTS
    const shared = auc(
      rows.map((row) => risks[row]!),
      part.churned,
    )
    return [{ value, rows: rows.length, events, shared, own: enough ? learnOne(part) : null }]
  })
}
