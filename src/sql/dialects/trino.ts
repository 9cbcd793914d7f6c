import type { Dialect } from '../dialect.ts'
import { generic } from './generic.ts'

export const trino: Dialect = {
  ...generic,
  name: 'trino',
  label: 'Trino',
  days: (date) => `date_diff('day', date '1970-01-01', cast(${date} as date))`,
  date: (days) => `date_add('day', cast(${days} as bigint), date '1970-01-01')`,
  // Of nothing it would write null.
  fixed: (number, decimals) => `case when ${number} is not null then format('%.${decimals}f', ${number}) end`,
  written: (digit) => [...generic.written(digit), `${digit}.0e0`],
  hundredth: byParts,
}

/** It writes 29.3 as 2.93E1, and did not always: the digits and the exponent are taken apart. */
function byParts(number: string): string {
  const part = (at: number): string => `split_part(cast(${number} as varchar), 'E', ${at})`
  return `cast(${part(1)} || 'E' || cast(coalesce(cast(nullif(${part(2)}, '') as integer), 0) - 2 as varchar) as double)`
}
