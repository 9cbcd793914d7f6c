import type { Dialect } from '../dialect.ts'
import { BLANKS, escapedText, generic, quotedName } from './generic.ts'
import { hundredthByWhole } from './hundredth.ts'

export const snowflake: Dialect = {
  ...generic,
  name: 'snowflake',
  label: 'Snowflake',
  number,
  text: escapedText,
  quoted: (name) => (/^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) ? name : quotedName(name)),
  days: (date) => `datediff('day', date '1970-01-01', cast(${date} as date))`,
  date: (days) => `dateadd('day', cast(${days} as integer), date '1970-01-01')`,
  fixed: (one, decimals, size) => {
    const digits = `cast(cast(${one} as number(38, ${decimals})) as varchar)`
    return size < 1e21 ? digits : `case when abs(${one}) < 1e21 then ${digits} else cast(${one} as varchar) end`
  },
  trimmed: (text) => `trim(${text}, ${BLANKS})`,
  hundredth: (one) => hundredthByWhole(one, number),
  overflow: 'stops',
}

/** A bare number would be a decimal; one of more digits than a double surely has is read from text. */
function number(value: number): string {
  const digits = String(value)
  const text = digits.includes('e') || digits.length > 15 ? `'${digits}'::double` : `${digits}::double`
  return value < 0 ? `(${text})` : text
}

/** Words that stand for no column without quotes. Others in small letters are meant as the table has them, in capitals. */
const RESERVED: ReadonlySet<string> = new Set(
  `all alter and any as between by case cast check column connect constraint create cross current current_date current_time
  current_timestamp current_user delete distinct drop else exists false following for from full grant group having ilike in
  increment inner insert intersect into is join lateral left like localtime localtimestamp minus natural not null of on or
  order qualify regexp revoke right rlike row rows sample select set some start table tablesample then to trigger true try_cast
  union unique update using values when whenever where with`.split(/\s+/),
)
