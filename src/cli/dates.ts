import { isoDate } from '../engine/days.ts'
import { Problem } from './problem.ts'

const DAY = 86_400_000

/** The day of `--as-of`: an ISO date, or `today` where the clock is asked for on purpose; null where it was not given. */
export function asOfDay(text: string | undefined): number | null {
  return dayOf(text, '--as-of')
}

/** The same for any option. */
export function dayOf(text: string | undefined, option: string): number | null {
  if (text === undefined) return null
  if (text === 'today') return Math.floor(Date.now() / DAY)
  const days = Date.parse(`${text}T00:00:00Z`) / DAY
  if (isoDate(days) !== text) {
    throw new Problem(`${option} takes a date like 2025-06-30, or today; \`${text}\` is neither`)
  }
  return days
}
