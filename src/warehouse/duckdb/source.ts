import type { Format } from '../../tables/format.ts'
import { sqlName, sqlText, type DuckDBConnection } from '../../tables/parquet/duckdb.ts'
import { csvLayout, type Unread } from './csv-layout.ts'

/** A file as DuckDB reads it. */
export interface Source {
  /** How DuckDB calls each column of the header, and of which type it is. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** What stands behind `from`. */
  readonly from: string
  /** Which rows are accounts; null: all. */
  readonly where: string | null
}

/** How DuckDB is to read a file with these headers. */
export function sourceOf(
  connection: DuckDBConnection,
  path: string,
  format: Format | null,
  header: readonly string[],
): Promise<Source | Unread> {
  // A path is taken for a pattern: brackets make its special characters plain.
  const file = sqlText(path.replaceAll(/[[*?]/g, '[$&]'))
  if (format === 'parquet') return parquetSource(connection, `read_parquet(${file})`)
  if (format === 'csv') return csvSource(path, file, header)
  return Promise.resolve({ problem: 'is neither csv nor parquet' })
}

async function parquetSource(connection: DuckDBConnection, from: string): Promise<Source> {
  const described = await connection.runAndReadAll(`describe select * from ${from}`)
  const columns = described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }))
  return { columns, from, where: null }
}

/** All cells as text: what they mean is for the model's inputs to say. */
async function csvSource(path: string, file: string, header: readonly string[]): Promise<Source | Unread> {
  const layout = await csvLayout(path)
  if ('problem' in layout) return layout
  const columns = header.map((_, column) => ({ name: `c${column}`, type: 'VARCHAR' }))
  const quote = layout.quotes ? `'"'` : `''`
  const options = [
    'auto_detect = false',
    'header = true',
    `delim = ${sqlText(layout.delimiter)}`,
    `quote = ${quote}`,
    `escape = ${quote}`,
    `new_line = ${layout.newline === '\n' ? String.raw`'\n'` : String.raw`'\r\n'`}`,
    ...(layout.skip > 0 ? [`skip = ${layout.skip}`] : []),
    `columns = {${columns.map(({ name }) => `'${name}': 'varchar'`).join(', ')}}`,
  ]
  return {
    columns,
    from: `read_csv(${file}, ${options.join(', ')})`,
    where: columns.map(({ name }) => `${sqlName(name)} is not null`).join(' or '),
  }
}
