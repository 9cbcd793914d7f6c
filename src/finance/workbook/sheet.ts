import type { BookCell, BookSheet } from '../../tables/xlsx/book.ts'
import { OPEN } from '../ledger.ts'

export type Row = readonly (BookCell | null)[]

export const MONEY = '#,##0.00'
const PERCENT = '0.00%'
const DAY = 'yyyy-mm-dd'

export function text(value: string): BookCell {
  return { value }
}

export function heading(value: string): BookCell {
  return { value, bold: true }
}

export function count(value: number, formula?: string): BookCell {
  return { value, format: '#,##0', ...(formula === undefined ? {} : { formula }) }
}

/** Integer cents as an amount. */
export function money(cents: number, formula?: string): BookCell {
  return { value: cents / 100, format: MONEY, ...(formula === undefined ? {} : { formula }) }
}

/** A difference that has to be nothing. */
export function check(formula: string): BookCell {
  return { value: 0, format: '0.00', formula, bold: true }
}

export function rate(value: number | null, formula: string): BookCell {
  return { value: value ?? 'none', format: PERCENT, formula }
}

export function date(day: number): BookCell {
  return { value: day === OPEN ? LAST_SERIAL : day + 25_569, format: DAY }
}

/** What Excel shows as 9999-12-31. */
const LAST_SERIAL = 2_958_465

export function sheet(name: string, widths: readonly number[], frozenRows: number, rows: readonly Row[]): BookSheet {
  return { name, rows, widths, frozenRows, frozenColumns: 0, tables: [] }
}

/** `'Ledger lines'!$C$2:$C$2088`: rows count from 1, columns are letters. */
export function range(sheetName: string, column: string, from: number, to: number): string {
  return `'${sheetName}'!$${column}$${from}:$${column}$${Math.max(from, to)}`
}
