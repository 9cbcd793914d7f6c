import type { Finding } from '../findings/finding.ts'
import type { Columns } from '../model/columns.ts'
import type { Cell } from './cell.ts'
import type { Connected, Matching } from './match.ts'

/** A table as its source gives it, before any model: rows in batches, so that a million of them stream. */
export interface RawTable {
  readonly header: readonly Cell[]
  readonly batches: AsyncIterable<RawBatch> | Iterable<RawBatch>
}

export interface RawBatch {
  readonly rows: readonly (readonly Cell[])[]
  /** Where a person finds each row: the line of a file, the row of a sheet, the number of a record; from 1. */
  readonly rowNumbers: ArrayLike<number>
  readonly findings: readonly Finding[]
}

/**
 * A table bound to a model's inputs. It is never thrown for: what cannot be read is a finding of level error, in
 * `findings` or in the last batch, and rows end there.
 */
export interface Table {
  readonly header: readonly string[]
  readonly matching: Matching
  /** What is to say before the first row: bad files, columns missing or claimed twice. */
  readonly findings: readonly Finding[]
  /** In file order; to be iterated once. */
  readonly batches: AsyncIterable<TableBatch>
}

export interface TableBatch {
  readonly columns: Columns
  /** 0-based number of the batch's first row among the table's rows. */
  readonly firstRow: number
  /** Where a person finds each row: file line or sheet row, from 1. */
  readonly rowNumbers: ArrayLike<number>
  /** What is to say about these rows; the last batch ends with the counts of what was not written out. */
  readonly findings: readonly Finding[]
}

export interface ReadOptions {
  /** The header of the column that names the accounts; false where a row is something else, such as a contract line. */
  readonly key?: string | false
  /** Headers chosen by hand. */
  readonly connected?: Connected
  /** The sheet of a workbook, by name; the first without it. */
  readonly sheet?: string
  /** Points in time of typed files as text, `2025-01-31T23:30:00.000Z`, where otherwise the day alone is read. */
  readonly moments?: boolean
  /** What messages call the source: a file name. */
  readonly name?: string
}

/** A source that could not be opened. */
export function unreadableTable(findings: readonly Finding[]): Table {
  return {
    header: [],
    matching: { columns: new Map(), account: null, unused: [], findings: [] },
    findings,
    // eslint-disable-next-line no-empty-function
    batches: (async function* () {})(),
  }
}
