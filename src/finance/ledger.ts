/**
 * The contract lines of a ledger that count, as columns: a million of them fit. Every line that was read is here or in
 * `excluded`, so that the two always add up to what the source held.
 */
export interface Ledger {
  /** How many lines there are; every column is that long. */
  readonly length: number
  /** Line ids as written; where the source has none, the number of its row. */
  readonly ids: readonly string[]
  /** Where a person finds each line: file line or sheet row, from 1. */
  readonly rows: Int32Array
  readonly account: Codes
  /** By code of `account`: the parent's key, null for an account that stands alone. */
  readonly parents: readonly (string | null)[]
  readonly sku: Codes
  readonly currency: Codes
  /** What kind of charge, such as `recurring` or `one_time`. */
  readonly charge: Codes
  /** What kind of order, such as `new`, `renewal`, `upsell`, `credit`; an empty text where the ledger does not say. */
  readonly order: Codes
  /** First day, in days since 1970-01-01. */
  readonly start: Int32Array
  /** The first day after, so that the line runs in [start, end); OPEN where the contract has no end. */
  readonly end: Int32Array
  /** Value of a year in integer cents of the line's currency; below zero for credits. */
  readonly annual: Float64Array
  /** Units sold, for price against volume; NaN where the ledger does not say; null where it has no such column. */
  readonly quantity: Float64Array | null
  readonly excluded: readonly ExcludedLine[]
  readonly control: ControlTotal
}

/** A column of few texts: `codes` point into `names`. */
export interface Codes {
  readonly codes: Int32Array
  readonly names: readonly string[]
}

/** The end of a line that has none. */
export const OPEN = 2 ** 31 - 1

/** A line that was read and does not count, with what a controller asks of it. */
export interface ExcludedLine {
  readonly line: string
  readonly row: number
  readonly account: string | null
  /** A word for sorting and totals, such as `one-time`, `ends-before-start`, `no-rate`. */
  readonly reason: ExclusionReason
  /** The reason in a sentence that names the value. */
  readonly because: string
  /** Integer cents of `currency`; null where the amount itself could not be read. */
  readonly amount: number | null
  readonly currency: string | null
}

export type ExclusionReason =
  | 'not-recurring'
  | 'no-account'
  | 'no-start'
  | 'ends-before-start'
  | 'amount-unreadable'
  | 'date-unreadable'
  | 'currency-unknown'
  | 'no-rate'
  | 'duplicate-line'
  | 'total-row'

/** Rows read = used + excluded, by count and by amount: what a controller compares with the file. */
export interface ControlTotal {
  readonly read: number
  readonly used: number
  readonly excluded: number
  /** Integer cents by currency, of all lines whose amount could be read. */
  readonly amounts: ReadonlyMap<string, { readonly read: number; readonly used: number; readonly excluded: number }>
}
