import type { Plan } from './plan.ts'
import { rowByTables } from './row-by-tables.ts'
import type { ItemReaders } from './row-items.ts'
import { rowBySteps } from './row-programs.ts'
import type { RowScore, RowScorer } from './row-score.ts'
import { rowSegment } from './row-segment.ts'

/**
 * Ties a plan to rows of items (cells, say), for callers that come with one row at a time: all that can be done once is
 * done here, or when the first row of a segment comes. A caller that needs no score of its own for each row passes one
 * to be written over.
 */
export function bindRow<Item>(
  plan: Plan,
  readers: ItemReaders<Item>,
): (items: readonly Item[], into?: RowScore) => RowScore {
  const scorer = scorerOf(plan, readers)
  return (items, into = unscored()) => {
    scorer(items, into)
    return into
  }
}

function scorerOf<Item>(plan: Plan, readers: ItemReaders<Item>): RowScorer<Item> {
  const { parts } = plan
  const { all } = parts.selection
  const scorers: RowScorer<Item>[] = []
  const ofSegment = (segment: number): RowScorer<Item> => {
    const tables = parts.tables(segment)
    return tables?.whole.kind === 'table'
      ? rowByTables(tables.dimensions, tables.whole, segment, readers)
      : rowBySteps(plan, segment, readers)
  }
  if (all === -1) return (_items, into) => Object.assign(into, unscored())
  if (all !== null) return ofSegment(all)

  const segmentOf = rowSegment(plan, readers)
  return (items, into) => {
    const segment = segmentOf(items)
    if (segment === -1) Object.assign(into, unscored())
    else (scorers[segment] ??= ofSegment(segment))(items, into)
  }
}

function unscored(): RowScore {
  return { score: NaN, band: -1, segment: -1, coverage: NaN }
}
