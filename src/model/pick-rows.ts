import type { Column, Columns } from './columns.ts'

export function pickNumbers(values: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at]!]!
  return picked
}

export function pickColumn(column: Column, rows: Int32Array): Column {
  if (column.kind === 'number') return { kind: 'number', values: pickNumbers(column.values, rows), unreadable: [] }
  const codes = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) codes[at] = column.codes[rows[at]!]!
  return { kind: 'text', codes, dictionary: column.dictionary, unreadable: [] }
}

/** Some rows of a table, with their accounts where it names them. */
export function pickColumns({ accounts, inputs }: Columns, rows: Int32Array): Columns {
  return {
    length: rows.length,
    accounts: accounts && Array.from(rows, (row) => accounts[row]!),
    inputs: new Map([...inputs].map(([name, column]) => [name, pickColumn(column, rows)])),
  }
}

/** Some rows that follow on one another, sharing what they can. */
export function sliceColumns({ accounts, inputs }: Columns, start: number, length: number): Columns {
  const end = start + length
  const sliced = (column: Column): Column => {
    const unreadable = column.unreadable.filter((row) => row >= start && row < end).map((row) => row - start)
    return column.kind === 'number'
      ? { kind: 'number', values: column.values.subarray(start, end), unreadable }
      : { ...column, codes: column.codes.subarray(start, end), unreadable }
  }
  return {
    length,
    accounts: accounts && accounts.slice(start, end),
    inputs: new Map([...inputs].map(([name, column]) => [name, sliced(column)])),
  }
}
