import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type { Input } from '../../src/model/input.ts'
import type { Cell } from './cells.ts'

export async function connect(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  return instance.connect()
}

/** A table with a column for each input, of the type a warehouse has for it, and an account. */
export async function fill(
  connection: DuckDBConnection,
  table: string,
  inputs: readonly Input[],
  rows: readonly (readonly Cell[])[],
  nameOf: (input: Input) => string = (input) => input.name,
): Promise<void> {
  const columns = inputs.map((input) => `${quoted(nameOf(input))} ${typeOf(input)}`)
  await connection.run(`create or replace table ${quoted(table)} (${['"the key" varchar', ...columns].join(', ')})`)
  const values = rows.map((row, n) => `('${n}', ${row.map((cell, k) => literal(cell, inputs[k]!)).join(', ')})`)
  for (let from = 0; from < values.length; from += 500) {
    await connection.run(`insert into ${quoted(table)} values ${values.slice(from, from + 500).join(', ')}`)
  }
}

/** What a query gives, as plain values. */
export async function ask(
  connection: DuckDBConnection,
  query: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const reader = await connection.runAndReadAll(query)
  return reader.getRowObjectsJS() as Record<string, unknown>[]
}

function typeOf({ type }: Input): string {
  if (type === 'yes/no') return 'boolean'
  if (type === 'date') return 'date'
  return type === 'choice' || type === 'text' ? 'varchar' : 'double'
}

function literal(cell: Cell, input: Input): string {
  if (cell === null) return 'null'
  if (typeof cell === 'string') return `'${cell.replaceAll("'", "''")}'`
  return typeof cell === 'boolean' ? String(cell) : `'${Object.is(cell, -0) ? '-0.0' : String(cell)}'::${typeOf(input)}`
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
