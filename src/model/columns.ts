/**
 * Columns of accounts, bound to a model's inputs: what every source of data (file, workbook, DuckDB) gives and all that
 * the engine reads. Values are already on the model's scale.
 */
export interface Columns {
  readonly length: number
  /** Account keys as shown; null where the table has none. */
  readonly accounts: readonly string[] | null
  /** By input name. An input without a column is absent and counts as missing in every row. */
  readonly inputs: ReadonlyMap<string, Column>
}

/** One input's values, `length` of them, with where they could not be read. */
export type Column = NumberColumn | TextColumn

/** Finite numbers, fractions of percentages, days of dates, 1 and 0 for yes and no. NaN is missing, unreadable included. */
export interface NumberColumn {
  readonly kind: 'number'
  readonly values: Float64Array
  /** Rows (0-based, ascending) that held something unreadable. */
  readonly unreadable: readonly number[]
}

/** Text and choices: `codes` point into `dictionary`; -1 is missing, unreadable included. */
export interface TextColumn {
  readonly kind: 'text'
  readonly codes: Int32Array
  readonly dictionary: readonly string[]
  readonly unreadable: readonly number[]
}

/** One account as values by input name; null or absent is missing. Dates are days since 1970-01-01. */
export type Row = Readonly<Record<string, number | string | boolean | null>>
