import type { Finding } from '../findings/finding.ts'
import { inputsRead, readsDate, valueFor } from '../model/candidates.ts'
import type { Column, Columns, Row } from '../model/columns.ts'
import type { Expression } from '../model/expression.ts'
import type { InputType } from '../model/input.ts'
import type { Model } from '../model/model.ts'
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
  const read = model.inputs
    .filter(({ name }) => inputsRead(model, condition).has(name))
    .map(({ name, type }) => ({ name, type, column: columns.inputs.get(name) }))
  let count = 0
  for (let row = 0; row < columns.length; row++) {
    const given: Row = Object.fromEntries(read.map(({ name, type, column }) => [name, valueAt(column, type, row)]))
    const truth = valueFor(model, given, asOf, condition)
    if (truth.kind === 'truth' && truth.yes && !truth.no && !truth.missing) count++
  }
  return count
}

function valueAt(column: Column | undefined, type: InputType, row: number): number | string | boolean | null {
  if (column === undefined) return null
  if (column.kind === 'text') return column.dictionary[column.codes[row]!] ?? null
  const value = column.values[row]!
  if (Number.isNaN(value)) return null
  return type === 'yes/no' ? value === 1 : value
}
