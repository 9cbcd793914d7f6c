import type { Kind, Sheet } from './sheet.ts'
import { NULL, type Sql } from './sql.ts'

/** What an expression yields, said in SQL. Text is folded already. */
export interface Said {
  readonly kind: Kind | 'nothing'
  readonly sql: Sql
  /** No number of it is larger; infinite where it may overflow, and then it is to be held finite. */
  readonly size: number
  /** No number of it but 0 is smaller; 0 where that is not known. */
  readonly least: number
}

/** What an expression may read. */
export interface Reader {
  readonly sheet: Sheet
  /** The scoring date in days since 1970-01-01. */
  readonly asOf: Sql | null
  readonly input: (name: string) => Said
  readonly let: (name: string) => Said
  readonly points: (path: string, model: string | null) => Said
  /** The rank of its band. */
  readonly band: (path: string, model: string | null) => Said
  /** Says that this cannot be said. */
  readonly refuse: (what: string) => void
}

/** Beyond it there is no number. */
export const LARGEST = Number.MAX_VALUE

/** No date lies farther from 1970. */
export const FARTHEST_DAY = 1e10

export const NOTHING: Said = { kind: 'nothing', sql: NULL, size: 0, least: LARGEST }
export const numeric = (value: Sql, size: number = LARGEST, least = 0): Said => ({
  kind: 'number',
  sql: value,
  size,
  least,
})
/** A number that stands in the model. */
export const constant = (value: number, sheet: Sheet): Said =>
  numeric(sheet.number(value), Math.abs(value), Math.abs(value) || LARGEST)
export const textual = (value: Sql): Said => ({ kind: 'text', sql: value, size: 0, least: 0 })
export const truth = (value: Sql): Said => ({ kind: 'truth', sql: value, size: 0, least: 0 })
