import { civilDay, isoDate, isoDay, LAST_SERIAL, serialDate } from '../../tables/values/day.ts'

/** No date can be read. */
export const NO_DAY = -(2 ** 31)

/** What the two ways of writing day and month are called where a person declares one. */
export type DayOrder = 'day-month' | 'month-day'

/** From here on a number is no day but a date whose day and month are still to be told apart: see `dayOf`. */
const UNTOLD = 10_000_000

/** Serials before 1954-10-03 are taken for something else, such as a year. */
const FIRST_SERIAL = 20_000

const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/
const NAMED = /^(\d{1,2})[- ]([A-Za-z]{3,9})\.?,?[- ](\d{4})$|^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Days since 1970-01-01 of an ISO date, eight digits, an Excel serial, or a date with the month's English name. A date
 * such as 03-04-2024 gives a number of at least UNTOLD, whose meaning the other dates of the table decide (`dayOrders`,
 * `toldDay`). NO_DAY where it is no date.
 */
export function dayOf(text: string): number {
  const trimmed = text.trim()
  const iso = isoDate(trimmed)
  if (iso !== null) return iso
  const numeric = NUMERIC.exec(trimmed)
  if (numeric !== null) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])]
    if (year < 1000) return NO_DAY
    const mark = numeric[2] === '/' ? SLASH : 0
    return civilDay(year, second, first) === null && civilDay(year, first, second) === null
      ? NO_DAY
      : year * 100_000 + mark + first * 100 + second
  }
  if (/^\d{8}$/.test(trimmed)) {
    return civilDay(Number(trimmed.slice(0, 4)), Number(trimmed.slice(4, 6)), Number(trimmed.slice(6))) ?? NO_DAY
  }
  if (/^\d{5,7}(?:\.\d+)?$/.test(trimmed)) {
    const serial = Number(trimmed)
    if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return NO_DAY
    const day = serialDate(serial)
    return typeof day === 'number' ? day : NO_DAY
  }
  return namedDay(trimmed)
}

/** Set where the parts of a date stand between slashes, which both orders use; dashes and points mean the day first. */
const SLASH = 10_000

export function isUntold(day: number): boolean {
  return day >= UNTOLD && day < 2 ** 31 - 1
}

/** What the dates of a table prove about their order. */
export interface DayOrders {
  dayFirst: boolean
  monthFirst: boolean
  slashes: boolean
}

/** Adds what one untold date proves: a part above 12 is no month. */
export function weighOrder(day: number, orders: DayOrders): void {
  const { first, second, slash } = partsOf(day)
  if (first > 12) orders.dayFirst = true
  if (second > 12) orders.monthFirst = true
  if (slash) orders.slashes = true
}

/** An untold date read in one order; NO_DAY where there is no such date. */
export function toldDay(day: number, order: DayOrder): number {
  const { year, first, second } = partsOf(day)
  return (order === 'day-month' ? civilDay(year, second, first) : civilDay(year, first, second)) ?? NO_DAY
}

/** An untold date as a message shows it. */
export function untoldText(day: number): string {
  if (!isUntold(day)) return isoDay(day)
  const { year, first, second, slash } = partsOf(day)
  return [first, second, year].map((part) => String(part).padStart(2, '0')).join(slash ? '/' : '-')
}

function partsOf(day: number): { year: number; first: number; second: number; slash: boolean } {
  const rest = day % 100_000
  return {
    year: Math.floor(day / 100_000),
    first: Math.floor((rest % SLASH) / 100),
    second: rest % 100,
    slash: rest >= SLASH,
  }
}

function namedDay(text: string): number {
  const parts = NAMED.exec(text)
  if (parts === null) return NO_DAY
  const month = MONTHS.indexOf((parts[2] ?? parts[4]!).slice(0, 3).toLowerCase()) + 1
  const [day, year] = [Number(parts[1] ?? parts[5]), Number(parts[3] ?? parts[6])]
  return month === 0 ? NO_DAY : (civilDay(year, month, day) ?? NO_DAY)
}
