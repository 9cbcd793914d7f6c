/** A column of what is written: its header and what it holds. */
export interface Field {
  readonly name: string
  /** A date's cells are ISO texts; parquet stores them as days. */
  readonly kind: 'number' | 'text' | 'date'
}

/** Some rows to write, column by column in the order of the fields. */
export interface OutputBatch {
  readonly length: number
  readonly columns: readonly OutputColumn[]
}

/** NaN, null and -1 are empty cells. Codes point into a dictionary of words that come often. */
export type OutputColumn =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'text'; readonly values: readonly (string | null)[] }
  | { readonly kind: 'codes'; readonly codes: ArrayLike<number>; readonly dictionary: readonly string[] }

export type OutputBatches = AsyncIterable<OutputBatch> | Iterable<OutputBatch>

/** One cell of a batch; null is empty. */
export function outputCell(column: OutputColumn, row: number): string | number | null {
  if (column.kind === 'text') return column.values[row] ?? null
  if (column.kind === 'codes') return column.dictionary[column.codes[row]!] ?? null
  const value = column.values[row]!
  return Number.isFinite(value) ? value + 0 : null
}

/** Thrown by a writer whose format cannot hold so many rows: whoever writes the file makes a finding of it. */
export class SheetFull extends Error {}
