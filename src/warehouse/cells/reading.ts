import type { Input } from '../../model/input.ts'
import { sqlText } from '../../tables/parquet/duckdb.ts'
import { MARKS } from '../../model/cell-words.ts'
import { WORDS } from '../../tables/values/missing.ts'

/** What a column of a file holds, as cells go: see `Cell` of the tables. */
export type CellKind = 'number' | 'yes/no' | 'date' | 'text'

/** What makes of a cell what an input holds. Each may read columns of the one before. */
export interface Reading {
  /** What more than one of the others reads, by name. */
  readonly parsed: Readonly<Record<string, string>>
  /** On the model's scale; null where it is missing or cannot be read. */
  readonly value: string
  /** Whether nothing stands there, or what stands for "no data": null for any other reason is what cannot be read. */
  readonly missing: string
}

/** A cell of a kind that the input never takes. */
export function neverRead(cell: string, type: string): Reading {
  return { parsed: {}, value: `cast(null as ${type})`, missing: `${cell} is null` }
}

/** Whether trimmed text stands for "no data" in a column of numbers, dates or answers. */
export function isMissing(cell: string, { missingWhen }: Input): string {
  const words = missingWhen.filter((mark) => typeof mark === 'string').map((mark) => mark.trim().toLowerCase())
  const all = [...new Set([...MARKS, ...WORDS, ...words])]
  return `(${cell} is null or lower(${cell}) in (${all.map((word) => sqlText(word)).join(', ')}))`
}
