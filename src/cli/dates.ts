import { Problem } from './problem.ts'

const DAY = 86_400_000

/** The day of `--as-of`: an ISO date, or `today` where the clock is asked for on purpose; null where it was not given. */
export function asOfDay(text: string | undefined): number | null {
  if (text === undefined) return null
  if (text === 'today') return Math.floor(Date.now() / DAY)
  const time = Date.parse(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(time) || isoDay(time / DAY) !== text) {
    throw new Problem(`--as-of takes a date like 2025-06-30, or today; \`${text}\` is neither`)
  }
  return time / DAY
}

/** Days since 1970-01-01 as an ISO date. */
export function isoDay(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10)
}
