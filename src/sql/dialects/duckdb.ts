import type { Dialect } from '../dialect.ts'
import { BLANKS, generic } from './generic.ts'

export const duckdb: Dialect = {
  ...generic,
  name: 'duckdb',
  label: 'DuckDB',
  days: (date) => `date_diff('day', date '1970-01-01', cast(${date} as date))`,
  date: (days) => `(date '1970-01-01' + cast(${days} as integer))`,
  fixed: (number, decimals, size) => {
    // A decimal of 18 digits is written in half the time; to 15 of them a double is the decimal it was rounded to.
    if (size * 10 ** decimals < 1e15) return `cast(cast(${number} as decimal(18, ${decimals})) as varchar)`
    const digits = `printf('%.${decimals}f', ${number})`
    return size < 1e21 ? digits : `case when abs(${number}) < 1e21 then ${digits} else cast(${number} as varchar) end`
  },
  // Five and more in round brackets become a join, at a cost for every row, and rows leave a join in any order.
  listed: (values) => (values.length < 5 ? generic.listed(values) : `[${values.join(', ')}]`),
  trimmed: (text) => `trim(${text}, ${BLANKS})`,
}
