import type { Columns } from '../../model/columns.ts'
import type { Expression, Formula } from '../../model/expression.ts'
import type { Model } from '../../model/model.ts'
import type { OverrideRow } from '../../model/override.ts'
import { rowAt } from '../../model/row-at.ts'
import { allInputs } from '../../model/all-inputs.ts'
import { scoreAccount } from '../account.ts'
import { evaluateExpression } from '../expression.ts'
import { plan } from '../kernels/plan.ts'
import { score } from '../kernels/score.ts'

/** How a table of accounts is scored. */
export interface ScoreTableOptions {
  readonly asOf: number | null
  /** Name or label of a segment that is used whatever the conditions say. */
  readonly segment?: string | undefined
  /** People's overrides, by account. */
  readonly overrides?: ReadonlyMap<string, readonly OverrideRow[]> | undefined
}

/**
 * Formulas that read scores, for every row of a table: as results beside the score they are missing where no segment has
 * the row. NaN is missing, a condition is 1 or 0, a band its rank. Accounts with overrides are scored one by one.
 */
export function scoreColumns(
  model: Model,
  formulas: readonly Expression[],
  columns: Columns,
  options: ScoreTableOptions,
): readonly Float64Array[] {
  const asked = formulas.map((expression, at) => resultOf(expression, at))
  const ready = plan({ ...model, indicators: [], results: asked }, options)
  const { account } = score(ready, columns, { columns: 'account' })
  const out = account!.results.map((column) => (column.kind === 'number' ? column.values : new Float64Array(0)))
  const { overrides } = options
  if (overrides === undefined || overrides.size === 0) return out
  const inputs = allInputs(model)
  for (const [row, name] of (columns.accounts ?? []).entries()) {
    const own = overrides.get(name)
    if (own === undefined) continue
    const { asOf, segment } = options
    const one = { asOf, overrides: own, ...(segment !== undefined && { segment }) }
    const scored = scoreAccount(model, rowAt(columns, inputs, row), one)
    for (const [at, { formula }] of asked.entries()) {
      const value = scored.segment === null ? null : evaluateExpression(formula.expression, scored.scope)
      out[at]![row] = value === null || typeof value === 'string' ? NaN : Number(value)
    }
  }
  return out
}

function resultOf(expression: Expression, at: number): Model['results'][number] {
  const formula: Formula = { expression, type: 'number', unit: null, computed: true, text: '', span: null }
  return { name: `${at}`, label: '', formula, doc: null, span: null }
}
