import type { Finding } from '../findings/finding.ts'
import { inputsRead, readsDate, valueFor } from '../model/candidates.ts'
import type { Columns } from '../model/columns.ts'
import type { Expression } from '../model/expression.ts'
import type { Model } from '../model/model.ts'
import { rowAt } from '../model/row-at.ts'
import type { ModelFinding } from './check.ts'

/** The findings with the number of accounts each of them touches, where that can be told from the data. */
export function withData(
  model: Model,
  findings: readonly ModelFinding[],
  columns: Columns,
  asOf: number | null,
): readonly Finding[] {
  return findings.map((finding) => {
    const { touches } = finding
    if (touches === undefined || (asOf === null && readsDate(model, touches))) return finding
    return { ...finding, accounts: { count: countWhere(model, touches, columns, asOf ?? 0), total: columns.length } }
  })
}

/** How many rows a condition holds for. */
function countWhere(model: Model, condition: Expression, columns: Columns, asOf: number): number {
  const names = inputsRead(model, condition)
  const read = model.inputs.filter(({ name }) => names.has(name))
  let count = 0
  for (let row = 0; row < columns.length; row++) {
    const given = rowAt(columns, read, row)
    const truth = valueFor(model, given, asOf, condition)
    if (truth.kind === 'truth' && truth.yes && !truth.no && !truth.missing) count++
  }
  return count
}
