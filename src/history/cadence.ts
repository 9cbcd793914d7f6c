/** How often scores are to be kept: at least every so many days. */
export interface Cadence {
  readonly said: string
  readonly days: number
}

const NAMED: ReadonlyMap<string, number> = new Map([
  ['daily', 1],
  ['weekly', 7],
  ['monthly', 31],
  ['quarterly', 92],
])

/** `weekly`, `monthly`, `45d`; null for anything else. */
export function cadenceOf(text: string): Cadence | null {
  const named = NAMED.get(text)
  if (named !== undefined) return { said: text, days: named }
  const days = /^([1-9]\d{0,3})d$/.exec(text)?.[1]
  return days === undefined ? null : { said: `every ${days} days`, days: Number(days) }
}
