import { moneyText } from '../../finance/money.ts'
import type { Share } from '../../finance/share.ts'
import { isoDay } from '../../tables/values/day.ts'

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** Cents in a chart: `14.6M`. */
export function sayShort(cents: number): string {
  return compact.format(cents / 100).replace('-', '−')
}

/** Cents to the cent, `-18,025.52` with the minus of print. */
export function sayCents(cents: number): string {
  return moneyText(cents, '').replace('-', '−')
}

/** A rate with two decimals, `84.58%`, or why there is none. */
export function sayShare({ value, because }: Share): string {
  return value === null ? because! : sayRate(value)
}

export function sayRate(value: number): string {
  return `${(value * 100).toFixed(2)}%`
}

/** `31 Dec 2023`. */
export function sayDay(day: number): string {
  return new Date(`${isoDay(day)}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
