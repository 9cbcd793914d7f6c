/** Mondays to Fridays d with from < d <= to; negative when `to` is earlier. */
export function workdaysBetween(from: number, to: number): number {
  return workdaysUntil(Math.floor(to)) - workdaysUntil(Math.floor(from))
}

/** Workdays up to and with `day`, counted from the Monday before 1970-01-01, a Thursday. */
function workdaysUntil(day: number): number {
  const sinceMonday = day + 4
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(sinceMonday - weeks * 7, 5)
}

/** `2025-01-31`; null for days beyond the calendar. */
export function isoDate(days: number): string | null {
  const date = new Date(days * 86_400_000)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10)
}
