/** A workbook as a file holds it: what is kept of a file that was opened, and all that is written when one is saved. */
export interface Book {
  readonly sheets: readonly BookSheet[]
  /** The text of Salus's own part; null where there is none. */
  readonly part: string | null
  /** Formulas are computed when it is opened, whatever they are said to have given. */
  readonly calculate?: true
}

export interface BookSheet {
  readonly name: string
  readonly rows: readonly (readonly (BookCell | null)[])[]
  /** In characters, by column; null where a column has the width of most. */
  readonly widths: readonly (number | null)[]
  readonly frozenRows: number
  readonly frozenColumns: number
  readonly tables: readonly BookTable[]
  /** Columns that are grouped and folded away. */
  readonly folded?: readonly number[]
}

/** What a blank cell has to say is said by null in its place. */
export interface BookCell {
  readonly value: BookValue
  /** As a person types it, without the `=`: `HEALTH.BAND(A2:P2)`. */
  readonly formula?: string
  /** A number for cells of one column, below one another, whose formulas differ only in their row: the file has such a formula once. */
  readonly group?: number
  /** Rows and columns that the formula's result covers, where it spills. */
  readonly spill?: readonly [rows: number, columns: number]
  /** A number format: `0.0%`, `yyyy-mm-dd`. */
  readonly format?: string
  readonly bold?: boolean
  /** Meant to be changed by people: in blue. */
  readonly entry?: boolean
}

/** A date is its serial number with a format; an error its text. null: a formula whose result is not known. */
export type BookValue = string | number | boolean | null | { readonly error: string }

export interface BookTable {
  readonly name: string
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}
