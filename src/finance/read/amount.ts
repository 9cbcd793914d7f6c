import { numberText } from '../../tables/values/number-text.ts'

/** An amount as typed, to the cent. */
export interface Amount {
  readonly cents: number
  /** A three-letter code or a sign such as €, where the cell itself says so. */
  readonly currency: string | null
  /** Whether parts of a cent were rounded away, half away from zero. */
  readonly rounded: boolean
}

/** Cents beyond this are no longer whole numbers in a double. */
const LARGEST = 2 ** 53 - 1

/**
 * Reads an amount from text, digit by digit, never by way of a double: thousands set off by commas, spaces or
 * apostrophes, brackets or a minus on either side for a negative, a currency before or after. A decimal comma is not
 * guessed at. Null where it is no amount or too large to keep to the cent.
 */
export function amountOf(text: string): Amount | null {
  const plain = plainCents(text)
  if (!Number.isNaN(plain)) return { cents: plain, currency: null, rounded: false }
  const trimmed = text.trim().replaceAll(/(?<=\d)['’](?=\d{3})/g, ',')
  const trailing = /^([^-(]*\d.*?)\s?[-−]$/.exec(trimmed)
  const typed = numberText(trailing === null ? trimmed : `-${trailing[1]!}`)
  if (typed === null || typed === 'comma' || typed.percent) return null
  const exact = centsOfDigits(typed.digits)
  return exact === null ? null : { ...exact, currency: typed.currency }
}

/** `1927.51`, `-40`, `3.5`: what nearly all cells hold, without a regular expression. NaN for anything else. */
function plainCents(text: string): number {
  const length = text.length
  if (length === 0 || length > 14) return NaN
  let at = text.charCodeAt(0) === 45 ? 1 : 0
  const negative = at === 1
  let cents = 0
  let decimals = -1
  if (at === length) return NaN
  for (; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46 && decimals < 0 && at > (negative ? 1 : 0)) decimals = 0
    else if (code >= 48 && code <= 57) {
      if (decimals >= 0 && ++decimals > 2) return NaN
      cents = cents * 10 + (code - 48)
    } else return NaN
  }
  if (decimals === 0) return NaN
  const scaled = decimals === 2 ? cents : decimals === 1 ? cents * 10 : cents * 100
  return negative && scaled !== 0 ? -scaled : scaled
}

/** Decimal digits with an optional exponent, to the cent. */
export function centsOfDigits(digits: string): { readonly cents: number; readonly rounded: boolean } | null {
  const scaled = scaledOf(digits, 2)
  if (scaled === null) return null
  const cents = Number(scaled.value)
  return Math.abs(cents) > LARGEST ? null : { cents: cents + 0, rounded: scaled.rounded }
}

/** A decimal times ten to the power of `places`, rounded half away from zero. Null for what is no decimal. */
export function scaledOf(digits: string, places: number): { readonly value: bigint; readonly rounded: boolean } | null {
  const parts = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(digits)
  if (parts === null || parts[2]!.length + parts[3]!.length === 0) return null
  const shift = places - parts[3]!.length + Number(parts[4] ?? 0)
  const whole = BigInt(`${parts[2]}${parts[3]}`)
  const sign = parts[1] === '-' ? -1n : 1n
  if (shift >= 0) return { value: sign * whole * 10n ** BigInt(shift), rounded: false }
  const unit = 10n ** BigInt(-shift)
  const rest = whole % unit
  return { value: sign * (whole / unit + (rest * 2n >= unit ? 1n : 0n)), rounded: rest !== 0n }
}
