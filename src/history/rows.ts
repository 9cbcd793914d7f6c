import type { Column } from '../model/columns.ts'
import type { SnapshotHeader, TextRows } from './history.ts'

/** One scoring on its own, before it is laid beside others: rows in any order, codes with their own lists. */
export interface SnapshotRows extends SnapshotHeader {
  readonly accounts: readonly string[]
  readonly segment: TextRows
  readonly score: Float64Array
  readonly shown: TextRows
  readonly band: TextRows
  readonly coverage: Float64Array
  readonly scoreBefore: Float64Array
  readonly bandBefore: TextRows
  readonly overrides: TextRows
  readonly parts: ReadonlyMap<string, PartRows>
  readonly carried: ReadonlyMap<string, Column>
}

export interface PartRows {
  readonly kind: 'dimension' | 'measure'
  readonly points: Float64Array
  readonly band: TextRows
  readonly weight: Float64Array
  readonly contribution: Float64Array
  readonly value: TextRows | null
}

/** A text at a row; null where there is none. */
export function textAt({ codes, dictionary }: TextRows, row: number): string | null {
  return dictionary[codes[row]!] ?? null
}

/** Few different texts, each written once. */
export function textRows(length: number, textOf: (row: number) => string | null): TextRows {
  const codes = new Int32Array(length).fill(-1)
  const dictionary: string[] = []
  const known = new Map<string, number>()
  for (let row = 0; row < length; row++) {
    const text = textOf(row)
    if (text === null) continue
    let code = known.get(text)
    if (code === undefined) {
      code = dictionary.push(text) - 1
      known.set(text, code)
    }
    codes[row] = code
  }
  return { codes, dictionary }
}

/** The rows of a text column in another order, or some of them. */
export function pickTexts({ codes, dictionary }: TextRows, rows: Int32Array): TextRows {
  return { codes: Int32Array.from(rows, (row) => codes[row]!), dictionary }
}

export function pickNumbers(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!)
}

export function pickColumn(column: Column, rows: Int32Array): Column {
  if (column.kind === 'number') return { kind: 'number', values: pickNumbers(column.values, rows), unreadable: [] }
  const codes = Int32Array.from(rows, (row) => column.codes[row]!)
  return { kind: 'text', codes, dictionary: column.dictionary, unreadable: [] }
}
