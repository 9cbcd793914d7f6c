import { isoDate as written } from '../../engine/days.ts'
import type { Reading } from '../cell.ts'

/** The last day Excel knows, 9999-12-31. */
export const LAST_SERIAL = 2_958_465

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?Z|\s?[+-]\d{2}:?\d{2})?)?$/

/** Days since 1970-01-01 of an ISO date, or of the date part, as written, of an ISO date and time; else null. */
export function isoDate(text: string): number | null {
  const parts = ISO.exec(text)
  return parts === null ? null : civilDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** Days since 1970-01-01 of a date that exists in the proleptic Gregorian calendar; else null. */
export function civilDay(year: number, month: number, day: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? Math.floor(date.getTime() / 86_400_000) : null
}

/**
 * Days since 1970-01-01 of an Excel serial of the 1900 system; a time of day is dropped. Excel counts a 29 February 1900
 * that never was: serial 60 is no date, and the days before it are one off.
 */
export function serialDate(serial: number): Reading<number> {
  const whole = Math.floor(serial)
  if (!(whole >= 1 && whole <= LAST_SERIAL) || whole === 60) return { expected: 'a date such as 2025-01-31' }
  return whole > 60 ? whole - 25_569 : whole - 25_568
}

/** The ISO date of a day count; as a number where there is no such date. */
export function isoDay(days: number): string {
  return written(days) ?? String(days)
}
