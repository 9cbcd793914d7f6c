import type { Dialect } from './dialect.ts'
import { sql, type Sql } from './sql.ts'

/** A number, which is a double wherever it meets another: exactly that double. */
export function number(value: number, dialect: Dialect): Sql {
  return sql`${dialect.number(value === 0 ? 0 : value)}`
}

/** A whole number that only counts or compares may stand without an exponent. */
export function plainNumber(value: number, dialect: Dialect): Sql {
  return Number.isInteger(value) && Math.abs(value) < 1e9
    ? sql`${value < 0 ? `(${value})` : String(value)}`
    : number(value, dialect)
}

/** Text as it is compared. Beyond ASCII the engine lowers it itself, as it lowers the column. */
export function foldedText(dialect: Dialect, value: string): Sql {
  const trimmed = value.trim()
  // oxlint-disable-next-line no-control-regex
  return /^[\u0000-\u007f]*$/.test(trimmed)
    ? sql`${dialect.text(trimmed.toLowerCase())}`
    : sql`lower(${dialect.text(trimmed)})`
}
