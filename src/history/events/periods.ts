import type { Period } from '../../model/figure.ts'

/** The number of the calendar period a day lies in: weeks begin on Mondays. Neighbouring periods have neighbouring numbers. */
export function periodOf(day: number, period: Period): number {
  switch (period) {
    case 'day':
      return day
    case 'week':
      return Math.floor((day + 3) / 7)
    case 'month': {
      const date = new Date(day * 86_400_000)
      return date.getUTCFullYear() * 12 + date.getUTCMonth()
    }
  }
}
