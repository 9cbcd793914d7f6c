import type { BookCell, BookSheet } from '../../tables/xlsx/book.ts'
import { OPEN } from '../ledger.ts'

export type Row = readonly (BookCell | null)[]

const MONEY = '#,##0.00'

export function text(value: string, formula?: string): BookCell {
  return formula === undefined ? { value } : { value, formula }
}

export function heading(value: string): BookCell {
  return { value, bold: true }
}

export function headings(...values: readonly string[]): Row {
  return values.map(heading)
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

export function isCheck(cell: BookCell | null | undefined): boolean {
  return cell?.format === '0.00' && cell.bold === true
}

/** A share of two cells; a dash where the lower one is nothing. */
export function shareOf(value: number | null, upper: string, lower: string, format = '0.00%'): BookCell {
  return { value: value ?? '-', format, formula: `IF(${lower}>0,${upper}/${lower},"-")` }
}

export function date(day: number): BookCell {
  return { value: serial(day), format: 'yyyy-mm-dd' }
}

/** A day as Excel counts it; 9999-12-31 for an end that is open. */
export function serial(day: number): number {
  return day === OPEN ? 2_958_465 : day + 25_569
}

export function sheet(name: string, widths: readonly number[], frozenRows: number, rows: readonly Row[]): BookSheet {
  return { name, rows, widths, frozenRows, frozenColumns: 0, tables: [] }
}

/** `Ledger!$C$2:$C$2088`: columns are letters, rows count from 1. */
export function range(sheetName: string, column: string, from: number, to: number): string {
  return `${quoted(sheetName)}!$${column}$${from}:$${column}$${Math.max(from, to)}`
}

export function quoted(sheetName: string): string {
  return sheetName.includes(' ') ? `'${sheetName}'` : sheetName
}
