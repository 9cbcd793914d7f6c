import { DuckDBDataChunk, DOUBLE, VARCHAR, type DuckDBAppender } from '@duckdb/node-api'
import { type Field, type OutputBatch, type OutputBatches, outputCell } from '../write/output.ts'
import { sqlName, sqlText, withDuckdb } from './duckdb.ts'

const VECTOR = 2048

/** Writes a parquet file through DuckDB, which spills to `spill` what does not fit its memory. */
export async function writeParquet(
  path: string,
  spill: string,
  fields: readonly Field[],
  batches: OutputBatches,
): Promise<void> {
  await withDuckdb({ memory_limit: '256MB', temp_directory: spill }, async (connection) => {
    const columns = fields.map(
      ({ name, kind }, i) => `${sqlName(uniqueName(name, i, fields))} ${kind === 'number' ? 'DOUBLE' : 'VARCHAR'}`,
    )
    await connection.run(`CREATE TEMP TABLE output (${columns.join(', ')})`)
    const appender = await connection.createAppender('output')
    for await (const batch of batches) appendBatch(appender, fields, batch)
    appender.closeSync()
    const stored = fields.map(({ name, kind }, i) => {
      const column = sqlName(uniqueName(name, i, fields))
      return kind === 'date' ? `CAST(${column} AS DATE) AS ${column}` : column
    })
    await connection.run(`COPY (SELECT ${stored.join(', ')} FROM output) TO ${sqlText(path)} (FORMAT parquet)`)
  })
}

function appendBatch(appender: DuckDBAppender, fields: readonly Field[], batch: OutputBatch): void {
  const types = fields.map(({ kind }) => (kind === 'number' ? DOUBLE : VARCHAR))
  for (let from = 0; from < batch.length; from += VECTOR) {
    const rows = Math.min(VECTOR, batch.length - from)
    const chunk = DuckDBDataChunk.create(types, rows)
    for (const [i, column] of batch.columns.entries()) {
      chunk.setColumnValues(
        i,
        Array.from({ length: rows }, (_, row) => outputCell(column, from + row)),
      )
    }
    appender.appendDataChunk(chunk)
  }
}

/** SQL takes names that differ in case alone for the same: the later one gets a number. */
function uniqueName(name: string, at: number, fields: readonly Field[]): string {
  const earlier = fields.slice(0, at).filter((field) => field.name.toLowerCase() === name.toLowerCase()).length
  return earlier === 0 ? name : `${name}_${earlier + 1}`
}
