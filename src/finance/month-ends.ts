/** Days of the month ends from `from` to `to`, with both of these days themselves first and last: the dates of a bridge. */
export function monthEnds(from: number, to: number): number[] {
  const ends: number[] = [from]
  for (let end = monthEnd(from + 1); end < to; end = monthEnd(end + 1)) ends.push(end)
  if (to > from) ends.push(to)
  return ends
}

/** The last day of the month that `day` lies in, in days since 1970-01-01. */
export function monthEnd(day: number): number {
  const date = new Date(day * 86_400_000)
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 86_400_000)
}
