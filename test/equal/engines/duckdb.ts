import { DuckDBInstance, type DuckDBAppender } from '@duckdb/node-api'
import type { Answer, Engine, Table, TableCell, TableColumn } from './engine.ts'

/** DuckDB in this process, in memory. */
export async function startDuckDB(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const run = async (statement: string): Promise<void> => {
    await connection.run(statement)
  }
  return {
    name: 'duckdb',
    run,
    load: async (table) => {
      const staged = table.columns.map((one) => `${quoted(one.name)} ${stagedType(one)}`)
      await run(`create or replace table staged (${staged.join(', ')})`)
      const appender = await connection.createAppender('staged')
      appendRows(appender, table)
      appender.closeSync()
      const cast = table.columns.map((one) => `cast(${quoted(one.name)} as ${TYPES[one.type]}) as ${quoted(one.name)}`)
      await run(`create or replace table ${quoted(table.name)} as select ${cast.join(', ')} from staged`)
    },
    ask: async (query): Promise<Answer> => {
      const reader = await connection.runAndReadAll(query)
      return { names: reader.columnNames(), rows: reader.getRows().map((row) => row.map(plain)) }
    },
    stop: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

const TYPES: Readonly<Record<TableColumn['type'], string>> = {
  text: 'varchar',
  double: 'double',
  bigint: 'bigint',
  decimal: 'decimal(18, 6)',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
}

function stagedType({ type }: TableColumn): string {
  return type === 'double' || type === 'boolean' ? type : 'varchar'
}

function appendRows(appender: DuckDBAppender, { columns }: Table): void {
  const append = columns.map(({ cells, type }) => (row: number): void => {
    const cell = cells[row] ?? null
    if (cell === null) appender.appendNull()
    else if (type === 'boolean') appender.appendBoolean(cell === true)
    else if (type === 'double') appender.appendDouble(Number(cell))
    else appender.appendVarchar(String(cell))
  })
  for (let row = 0; row < (columns[0]?.cells.length ?? 0); row++) {
    for (const one of append) one(row)
    appender.endRow()
  }
}

function plain(value: unknown): TableCell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number(value)
  return value === null ? null : String(value)
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
