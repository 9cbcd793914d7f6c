import type { Columns, Row } from './columns.ts'
import type { Input } from './input.ts'

/** One row of a table as values by input name, as the evaluator of single accounts reads them. */
export function rowAt(columns: Columns, inputs: readonly Input[], index: number): Row {
  const row: Record<string, number | string | boolean | null> = {}
  for (const { name, type } of inputs) {
    const column = columns.inputs.get(name)
    if (column === undefined) row[name] = null
    else if (column.kind === 'text') row[name] = column.dictionary[column.codes[index]!] ?? null
    else {
      const value = column.values[index]!
      row[name] = Number.isNaN(value) ? null : type === 'yes/no' ? value !== 0 : value
    }
  }
  return row
}
