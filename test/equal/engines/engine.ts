/** A database that runs queries over tables of accounts. */
export interface Engine {
  /** The name of its dialect. */
  readonly name: string
  /** Makes or replaces a table. */
  readonly load: (table: Table) => Promise<void>
  readonly ask: (query: string) => Promise<Answer>
  /** Runs what gives no rows: a view, say. */
  readonly run: (statement: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** A table by its columns, which are of one length. */
export interface Table {
  readonly name: string
  readonly columns: readonly TableColumn[]
}

/** What a cell is: dates, timestamps and decimals as text, `2025-06-30`, `2025-06-30 23:59:59`, `0.1`; null is no data. */
export type TableCell = string | number | boolean | null

export interface TableColumn {
  readonly name: string
  readonly type: 'text' | 'double' | 'bigint' | 'decimal' | 'boolean' | 'date' | 'timestamp'
  readonly cells: readonly TableCell[]
}

/** Rows in any order. Doubles are the very doubles; what is no text, truth, double or whole number comes as text, and so may NaN. */
export interface Answer {
  readonly names: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}
