import type { Columns, Row } from './columns.ts'
import type { Input } from './input.ts'

/** One row of bound columns as values: yes/no as booleans, text from its dictionary, missing as null. */
export function rowAt(columns: Columns, inputs: readonly Input[], index: number): Row {
  return Object.fromEntries(inputs.map((input) => [input.name, valueAt(columns, input, index)]))
}

function valueAt(columns: Columns, input: Input, index: number): Row[string] {
  const column = columns.inputs.get(input.name)
  if (column === undefined) return null
  if (column.kind === 'text') return column.dictionary[column.codes[index]!] ?? null
  const value = column.values[index]!
  if (Number.isNaN(value)) return null
  return input.type === 'yes/no' ? value !== 0 : value
}
