import type { DuckDBConnection } from '../../tables/parquet/duckdb.ts'

/** What the keys of a table are like. */
export interface Counted {
  readonly rows: number
  /** Keys that are blank or come twice. */
  readonly troubles: number
}

/** Counts rows, and keys about which there is something to say. Of keys it keeps 64 bits each; null: there are none. */
export async function countKeys(connection: DuckDBConnection, table: string, account: string | null): Promise<Counted> {
  const key = `nullif(${account}, '')`
  // With a key that is blank there is one that is not counted.
  const troubles = account === null ? '0' : `count(*) - count(distinct hash(${key})) filter (where ${key} is not null)`
  const reader = await connection.runAndReadAll(`select count(*), ${troubles} from ${table}`)
  const [row] = reader.getRows()
  return { rows: Number(row![0]), troubles: Number(row![1]) }
}
