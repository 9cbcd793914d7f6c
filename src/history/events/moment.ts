import { civilDay } from '../../tables/values/day.ts'

/** A point in time: the day it is in a zone, and where it stands among others. */
export interface Moment {
  /** Days since 1970-01-01, in the zone. */
  readonly day: number
  /** Milliseconds since 1970-01-01T00:00Z; of a date alone, its midnight in the zone as if that were UTC. */
  readonly at: number
}

/** Reads points in time as logs write them; null is nothing that can be read. */
export type ReadMoment = (text: string) => Moment | null

const WRITTEN =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?\s*$/

const DAY = 86_400_000

/**
 * `2025-01-31`, `2025-01-31 23:30:00` (in the zone) and `2025-01-31T23:30:00.5+02:00` or `…Z` (of the whole world, brought
 * into the zone).
 */
export function momentReader(zone: string): ReadMoment {
  const offset = zone === 'UTC' ? () => 0 : offsets(zone)
  return (text) => {
    const parts = WRITTEN.exec(text)
    if (parts === null) return null
    const day = civilDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
    if (day === null) return null
    if (parts[4] === undefined) return { day, at: day * DAY }
    const [hours, minutes, seconds] = [Number(parts[4]), Number(parts[5]), Number(parts[6] ?? 0)]
    if (hours > 23 || minutes > 59 || seconds > 60) return null
    const local = day * DAY + hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + thousandths(parts[7])
    if (parts[8] === undefined) return { day, at: local }
    const at = local - minutesOf(parts[8]) * 60_000
    const inZone = at + offset(at)
    return { day: Math.floor(inZone / DAY), at: inZone }
  }
}

function thousandths(digits: string | undefined): number {
  return digits === undefined ? 0 : Math.floor(Number(`0.${digits}`) * 1000)
}

function minutesOf(written: string): number {
  if (written === 'Z') return 0
  const [hours, minutes] = [Number(written.slice(1, 3)), Number(written.slice(3).replace(':', '') || 0)]
  return (written.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const QUARTER = 900_000

/** By how much clocks in a zone are ahead of UTC: looked up once for each quarter of an hour, since clocks change on those. */
function offsets(zone: string): (at: number) => number {
  const clock = new Intl.DateTimeFormat('en-u-ca-gregory-hc-h23', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const known = new Map<number, number>()
  return (at) => {
    const start = Math.floor(at / QUARTER) * QUARTER
    const before = known.get(start)
    if (before !== undefined) return before
    const shown = Object.fromEntries(clock.formatToParts(start).map(({ type, value }) => [type, Number(value)]))
    const { year, month, day, hour, minute, second } = shown
    const ahead = Date.UTC(year!, month! - 1, day, hour, minute, second) - start
    known.set(start, ahead)
    return ahead
  }
}
