import type { Dialect } from '../dialect.ts'
import { escapedText, generic } from './generic.ts'

/** Apache Spark from 3.4, and Databricks. */
export const spark: Dialect = {
  ...generic,
  name: 'spark',
  label: 'Spark',
  string: 'string',
  // What looks like a variable would be replaced.
  text: (value) => escapedText(value).replaceAll('${', '\\u0024{'),
  quoted: (name) => `\`${name.replaceAll('`', '``')}\``,
  refused: (name) => (name.includes('${') ? 'a name with `${`' : generic.refused(name)),
  days: (date) => `datediff(cast(${date} as date), date '1970-01-01')`,
  date: (days) => `date_add(date '1970-01-01', cast(${days} as int))`,
  // Of nothing it would write null.
  fixed: (number, decimals) => `case when ${number} is not null then format_string('%.${decimals}f', ${number}) end`,
  trimmed: (text) => `trim(both ' \\t\\n\\r\\u00a0' from ${text})`,
  hundredth: byParts,
  whole: (number) => `${number} % 1 = 0`,
  floor: (one, size) => wholeNumber('floor', one, size),
  ceil: (one, size) => wholeNumber('ceil', one, size),
}

/** It writes 29300000 as 2.93E7: the digits and the exponent are taken apart. */
function byParts(number: string): string {
  const part = (at: number): string => `split_part(cast(${number} as string), 'E', ${at})`
  return `cast(${part(1)} || 'E' || cast(coalesce(cast(nullif(${part(2)}, '') as int), 0) - 2 as string) as double)`
}

/** Given as a whole number of 64 bits: what is larger has no fraction. */
function wholeNumber(name: string, number: string, size: number): string {
  if (size < 2 ** 53) return `${name}(${number})`
  return `case when abs(${number}) < 9e15 then ${name}(${number}) else ${number} end`
}
