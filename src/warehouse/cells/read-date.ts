import type { Input } from '../../model/input.ts'
import { LAST_SERIAL } from '../../tables/values/day.ts'
import { BLANK } from './blanks.ts'
import { accepted, isMarked } from './read-number.ts'
import { isMissing, neverRead, type CellKind, type Reading } from './reading.ts'

const ISO = String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?`
const ZONE = String.raw`(?:${BLANK}?Z|${BLANK}?[+-][0-9]{2}:?[0-9]{2})?)?`

/** Dates: days since 1970-01-01. */
export function readDate(input: Input, kind: CellKind, cell: string): Reading {
  const day = `${cell}_day`
  if (kind === 'yes/no') return neverRead(cell, 'double')
  if (kind === 'date') return accepted(input, cell, cell, `${cell} is null`)
  const serial = kind === 'number' ? cell : `${cell}_serial`
  const missing = kind === 'number' ? `${cell} is null` : isMissing(cell, input)
  const marked = isMarked(input, [serial])
  // A number that stands for "no data" does so before it is asked whether there is such a day.
  const skipped = marked === null ? missing : `(${missing} or ${marked})`
  const read = accepted(input, day, kind === 'number' ? serial : `coalesce(${serial}, ${day})`, skipped)
  if (kind === 'number') return { ...read, parsed: { [day]: dayOfSerial(cell) } }
  const digits = String.raw`[0-9]+(?:\.[0-9]+)?`
  const iso = `regexp_full_match(${cell}, '${ISO}${ZONE}')`
  const number = `case when regexp_full_match(${cell}, '${digits}') then cast(${cell} as double) end`
  return {
    ...read,
    parsed: {
      [serial]: number,
      [day]: `case
    when ${iso} then cast(date_diff('day', date '1970-01-01', try_cast(substr(${cell}, 1, 10) as date)) as double)
    else ${dayOfSerial(`(${number})`)}
  end`,
    },
  }
}

/** Of Excel's 1900 system, which counts a 29 February that never was. */
function dayOfSerial(serial: string): string {
  const whole = `floor(${serial})`
  return `case
    when ${whole} between 61 and ${LAST_SERIAL} then ${whole} - 25569
    when ${whole} between 1 and 59 then ${whole} - 25568
  end`
}
