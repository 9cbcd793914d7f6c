import type { Dialect } from '../dialect.ts'
import { escapedText, exponential, generic } from './generic.ts'
import { hundredthByWhole } from './hundredth.ts'

export const bigquery: Dialect = {
  ...generic,
  name: 'bigquery',
  label: 'BigQuery',
  double: 'float64',
  string: 'string',
  text: escapedText,
  quoted: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  legal: (name) => name.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^(?=[0-9])/, '_'),
  days: (date) => `date_diff(cast(${date} as date), date '1970-01-01', day)`,
  date: (days) => `date_add(date '1970-01-01', interval cast(${days} as int64) day)`,
  fixed: (number, decimals) => `format('%.${decimals}f', ${number})`,
  trimmed: (text) => `trim(${text}, ' \\t\\n\\r\\u00a0')`,
  hundredth: (one) => hundredthByWhole(one, exponential),
  overflow: 'safe',
}
