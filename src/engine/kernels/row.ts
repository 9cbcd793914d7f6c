import type { Plan } from './plan.ts'
import { rowByTables } from './row-by-tables.ts'
import { rowPrograms } from './row-programs.ts'
import type { RowScore, RowScorer, RowValues } from './row-score.ts'

/**
 * Ties a plan to rows whose values stand in the order of `names` (of inputs; what has another name is not read), for
 * callers that come with one row at a time: all that can be done once is done here, or when the first row of a segment
 * comes. A caller that needs no score of its own for each row passes one to be written over.
 */
export function bindRow(plan: Plan, names: readonly string[]): (values: RowValues, into?: RowScore) => RowScore {
  const scorer = scorerOf(plan, names)
  return (values, into = unscored()) => {
    scorer(values, into)
    return into
  }
}

function scorerOf(plan: Plan, names: readonly string[]): RowScorer {
  const { parts } = plan
  const { all } = parts.selection
  const byTables = (segment: number): RowScorer | null => {
    const tables = parts.tables(segment)
    return tables?.whole.kind === 'table' ? rowByTables(tables.dimensions, tables.whole, segment, names) : null
  }
  if (all === -1) return (_values, into) => Object.assign(into, unscored())
  const only = all === null ? null : byTables(all)
  if (only !== null) return only

  const programs = rowPrograms(plan, names)
  const choose = all === null ? programs.chooser() : () => all
  const scorers: (RowScorer | undefined)[] = []
  return (values, into) => {
    programs.take(values)
    const segment = choose()
    if (segment === -1) Object.assign(into, unscored())
    else (scorers[segment] ??= byTables(segment) ?? programs.scorer(segment))(values, into)
  }
}

function unscored(): RowScore {
  return { score: NaN, band: -1, segment: -1, coverage: NaN }
}
