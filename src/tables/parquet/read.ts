import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api'
import { finding } from '../../findings/report.ts'
import type { Input } from '../../model/input.ts'
import { bindTable } from '../bind.ts'
import type { Cell } from '../cell.ts'
import { matchColumns } from '../match.ts'
import { type RawBatch, type ReadOptions, type Table, unreadableTable } from '../table.ts'
import { sqlName, sqlText } from './duckdb.ts'

/**
 * Opens a parquet file through DuckDB; columns that nothing reads are not fetched. `connection` must stay open until the
 * batches are through.
 */
export async function openParquet(
  path: string,
  connection: DuckDBConnection,
  inputs: readonly Input[],
  options: ReadOptions = {},
): Promise<Table> {
  const file = options.name ?? path
  const source = `read_parquet(${sqlText(withoutGlob(path))})`
  let columns: readonly Column[]
  let result: DuckDBResult
  try {
    columns = await describe(connection, source)
    const header = columns.map(({ name }) => name)
    const { account, columns: used } = matchColumns(header, inputs, options.key ?? null, options.connected)
    const wanted = new Set(used.values())
    const select = columns.map((column, i) => selected(column, i === account, wanted.has(i), options.moments === true))
    result = await connection.stream(`SELECT ${select.join(', ')} FROM ${source}`)
  } catch (error) {
    const problem = `it is not a sound parquet file (${reason(error)})`
    return unreadableTable([finding('file-unreadable', { file, problem })])
  }
  const header = columns.map(({ name }) => name)
  return bindTable({ header, batches: rawBatches(result, columns, file) }, inputs, options)
}

interface Column {
  readonly name: string
  readonly type: string
}

async function describe(connection: DuckDBConnection, source: string): Promise<readonly Column[]> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`)
  return described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }))
}

const NUMBERS = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$|^DOUBLE$|^DECIMAL/

/** A column as one of the types that become cells: numbers, yes/no, days since 1970-01-01, text. */
function selected({ name, type }: Column, isAccount: boolean, isUsed: boolean, moments: boolean): string {
  const column = sqlName(name)
  if (isAccount) return `CAST(${column} AS VARCHAR)`
  if (!isUsed) return 'NULL::VARCHAR'
  if (NUMBERS.test(type)) return `CAST(${column} AS DOUBLE)`
  // By way of its text, so that 0.85 in single precision is 0.85 and not the double nearest to that.
  if (type === 'FLOAT') return `CAST(CAST(${column} AS VARCHAR) AS DOUBLE)`
  if (type === 'BOOLEAN') return column
  // Without a zone a point in time is one of the place that the log belongs to.
  if (moments && type.startsWith('TIMESTAMP'))
    return `strftime(make_timestamp(epoch_us(${column})), '%Y-%m-%dT%H:%M:%S.%g${type.includes('ZONE') ? 'Z' : ''}')`
  if (isDay(type)) return `datediff('day', DATE '1970-01-01', TRY_CAST(${column} AS DATE))::DOUBLE`
  return `CAST(${column} AS VARCHAR)`
}

function isDay(type: string): boolean {
  return type === 'DATE' || type.startsWith('TIMESTAMP')
}

async function* rawBatches(result: DuckDBResult, columns: readonly Column[], file: string): AsyncGenerator<RawBatch> {
  let row = 1
  for (;;) {
    let chunk: DuckDBDataChunk | null
    try {
      chunk = await result.fetchChunk()
    } catch (error) {
      const problem = `it breaks off after ${row - 1} rows (${reason(error)})`
      yield { rows: [], rowNumbers: [], findings: [finding('file-unreadable', { file, problem })] }
      return
    }
    if (chunk === null || chunk.rowCount === 0) return
    const rows = rowsOf(chunk, columns)
    const first = row
    yield { rows, rowNumbers: rows.map((_, i) => first + i), findings: [] }
    row += rows.length
  }
}

function rowsOf(chunk: DuckDBDataChunk, columns: readonly Column[]): Cell[][] {
  const days = columns.map(({ type }) => isDay(type))
  const rows: Cell[][] = Array.from({ length: chunk.rowCount }, () => [])
  for (let column = 0; column < columns.length; column++) {
    const vector = chunk.getColumnVector(column)
    for (let row = 0; row < rows.length; row++) {
      const value = vector.getItem(row)
      if (typeof value === 'number' && days[column] === true) rows[row]!.push({ kind: 'date', value })
      else
        rows[row]!.push(
          typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null,
        )
    }
  }
  return rows
}

/** DuckDB takes a path for a pattern: brackets make its special characters plain. */
function withoutGlob(path: string): string {
  return path.replaceAll(/[[*?]/g, '[$&]')
}

function reason(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0]!
  return message.length > 80 ? `${message.slice(0, 79)}…` : message
}
