import type { DuckDBConnection } from '../../tables/parquet/duckdb.ts'
import type { ReadView } from './read-view.ts'

/** What a table holds, besides accounts in order. */
export interface Counted {
  readonly rows: number
  /** Cells that cannot be read, keys that are blank or come twice: what there is to say of rows. */
  readonly troubles: number
}

/** Counts rows and whatever is to be said of some. Of keys it keeps 64 bits each. */
export async function countTroubles(
  connection: DuckDBConnection,
  view: ReadView,
  table: string,
  hasKey: boolean,
): Promise<Counted> {
  const key = `nullif(${view.account}, '')`
  const troubles = [
    ...view.inputs.map(({ unreadable }) => `count(*) filter (where ${unreadable})`),
    // With a key that is blank there is one that is not counted.
    ...(hasKey ? [`count(*) - count(distinct hash(${key})) filter (where ${key} is not null)`] : []),
  ]
  const reader = await connection.runAndReadAll(`select count(*), ${['0', ...troubles].join(' + ')} from ${table}`)
  const [row] = reader.getRows()
  return { rows: Number(row![0]), troubles: Number(row![1]) }
}
