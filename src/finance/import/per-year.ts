import { decimalOf } from '../money.ts'

/** How often a price is paid in a year, as a fraction. */
export interface PerYear {
  readonly times: number
  readonly over: number
}

const TIMES: Readonly<Record<string, number>> = { day: 365, week: 52, month: 12, quarter: 4, year: 1 }

/** `month` and 3 is four times a year; null for an interval that is none. */
export function perYear(interval: string, count: string): PerYear | null {
  const unit = interval.toLowerCase().replace(/s$/, '')
  const times = Object.hasOwn(TIMES, unit) ? TIMES[unit] : undefined
  const over = count === '' ? 1 : Number(count)
  return times === undefined || !Number.isInteger(over) || over <= 0 ? null : { times, over }
}

/**
 * The value of a year as decimal text to the cent: amount × quantity × payments a year, exact, rounded once, half away
 * from zero. `shift` moves the point of an amount that is not in units: -2 for cents. Null where something is no number.
 */
export function annualText(amount: string, quantity: string, { times, over }: PerYear, shift: number): string | null {
  const price = decimal(amount)
  const units = decimal(quantity === '' ? '1' : quantity)
  if (price === null || units === null) return null
  const places = price.places + units.places - shift
  const [up, down] = places > 2 ? [1n, 10n ** BigInt(places - 2)] : [10n ** BigInt(2 - places), 1n]
  return roundedText(price.digits * units.digits * BigInt(times) * up, BigInt(over) * down)
}

/** A share of an annual value, such as 15.5 percent of it, as decimal text with the other sign. */
export function lessText(annual: string, percent: string): string | null {
  const [whole, share] = [decimal(annual), decimal(percent)]
  if (whole === null || share === null) return null
  const places = whole.places + share.places
  const [up, down] = places > 0 ? [1n, 10n ** BigInt(places)] : [1n, 1n]
  return roundedText(-whole.digits * share.digits * up, down)
}

/** Cents as a fraction, rounded half away from zero. */
function roundedText(numerator: bigint, denominator: bigint): string | null {
  const size = numerator < 0n ? -numerator : numerator
  const cents = (size * 2n + denominator) / (denominator * 2n)
  const signed = Number(numerator < 0n ? -cents : cents)
  return Number.isSafeInteger(signed) ? decimalOf(signed + 0) : null
}

function decimal(text: string): { readonly digits: bigint; readonly places: number } | null {
  const parts = /^(-?)(\d*)\.?(\d*)$/.exec(text)
  if (parts === null || parts[2]!.length + parts[3]!.length === 0) return null
  const digits = BigInt(`${parts[2]}${parts[3]}`)
  return { digits: parts[1] === '-' ? -digits : digits, places: parts[3]!.length }
}
