import type { Dialect } from '../dialect.ts'
import { BLANKS, generic, quotedText } from './generic.ts'

/** PostgreSQL from 12. It says nothing that Amazon Redshift does not know, which descends from it. */
export const postgres: Dialect = {
  ...generic,
  name: 'postgres',
  label: 'PostgreSQL',
  double: 'double precision',
  number,
  // A backslash is a character of its own here, and an escape in Redshift.
  text: (value) => quotedText(value, { '\r': 'chr(13)', '\n': 'chr(10)', '\\': 'chr(92)' }),
  longest: 63,
  days: (date) => `cast(${date} as date) - date '1970-01-01'`,
  date: (days) => `(date '1970-01-01' + cast(${days} as integer))`,
  fixed,
  trimmed: (text) => `btrim(${text}, ${BLANKS})`,
  hundredth: (one) => `cast(cast(${one} as varchar) || 'e-2' as double precision)`,
  overflow: 'stops, tiny too',
  fence: '\n  offset 0',
}

/** A bare number would be a decimal, and so would all that is made of such. */
function number(value: number): string {
  const digits = String(value)
  const text = /e/.test(digits) ? `'${digits}'::float8` : `${digits}::float8`
  return value < 0 ? `(${text})` : text
}

/** A decimal of the shortest digits of a double; where those are not all digits, there are no decimals. */
function fixed(one: string, decimals: number, size: number): string {
  const text = `cast(${one} as varchar)`
  const short = `cast(cast(${text} as numeric(38, ${decimals})) as varchar)`
  if (size < 9e15) return short
  const long = `to_char(${one}, 'FM9999999999999999999990') || '${(0).toFixed(decimals).slice(1)}'`
  return `case when abs(${one}) < 9e15 then ${short} when abs(${one}) < 1e21 then ${long} else ${text} end`
}
