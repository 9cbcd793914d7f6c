import type { Column, Columns, Row } from '../../src/model/columns.ts'
import type { Input } from '../../src/model/input.ts'

/** Rows as bound columns, as a reader of tables gives them. */
export function columnsOf(
  inputs: readonly Input[],
  rows: readonly Row[],
  accounts: readonly string[] | null = null,
): Columns {
  return {
    length: rows.length,
    accounts,
    inputs: new Map(
      inputs.map((one) => [
        one.name,
        columnOf(
          one,
          rows.map((row) => row[one.name] ?? null),
        ),
      ]),
    ),
  }
}

function columnOf(input: Input, values: readonly (number | string | boolean | null)[]): Column {
  if (input.type !== 'text' && input.type !== 'choice') {
    const numbers = values.map((value) => (value === null ? Number.NaN : Number(value)))
    return { kind: 'number', values: Float64Array.from(numbers), unreadable: [] }
  }
  const dictionary = [...new Set(values.filter((value) => value !== null).map(String))]
  const codes = values.map((value) => (value === null ? -1 : dictionary.indexOf(String(value))))
  return { kind: 'text', codes: Int32Array.from(codes), dictionary, unreadable: [] }
}
