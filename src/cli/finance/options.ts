import { amountOf, type Amount } from '../../finance/read/amount.ts'
import { isoDate } from '../../tables/values/day.ts'
import { Problem } from '../problem.ts'

/** A day as `2025-06-30`, in days since 1970-01-01. */
export function dayOption(option: string, text: string): number {
  const day = isoDate(text)
  if (day === null || text.length !== 10)
    throw new Problem(`${option} takes a date like 2025-06-30; \`${text}\` is none`)
  return day
}

/** An amount such as `1,234.50` or `1234.50 EUR`. */
export function amountOption(option: string, text: string): Amount {
  const amount = amountOf(text)
  if (amount === null || amount.rounded) {
    throw new Problem(`${option} takes an amount to the cent, like 1234.50 or "1234.50 EUR"; \`${text}\` is none`)
  }
  return amount
}

/** A whole number of days, not below zero. */
export function daysOption(option: string, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new Problem(`${option} takes a number of days; \`${text}\` is none`)
  return Number(text)
}

export function choiceOption<const T extends string>(option: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === text)
  if (choice !== undefined) return choice
  throw new Problem(`${option} is one of ${choices.join(', ')}; \`${text}\` is not`)
}

/** An ISO code of a currency. */
export function currencyOption(option: string, text: string): string {
  if (!/^[A-Za-z]{3}$/.test(text)) throw new Problem(`${option} takes a code like USD; \`${text}\` is none`)
  return text.toUpperCase()
}
