/** What an expression yields for one account: dates are days since 1970-01-01, bands are ranks, null is missing. */
export type Value = number | string | boolean | null

/** Text as it is compared: trimmed, without regard to case. */
export function fold(text: string): string {
  return text.trim().toLowerCase()
}

/** A number that is not finite is missing. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

/** A value as choices are written: yes and no for conditions. */
export function asText(value: number | string | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
