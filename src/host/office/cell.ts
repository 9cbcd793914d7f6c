/// <reference types="office-js" />
import { plainText } from '../../tables/cell-text.ts'
import type { Cell } from '../../tables/cell.ts'
import { isDateFormat, isPercentFormat } from '../../tables/number-format.ts'

/** Days from Excel's day 0 to 1970-01-01. */
export const EPOCH_SERIAL = 25_569

/** A cell from what Excel says of it: blank ones come as empty texts, errors as theirs; percentages and dates keep their format. */
export function cellOf(value: unknown, format: string): Cell {
  if (value === '') return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value !== 'number') return { kind: 'other', text: 'a value that Salus cannot read' }
  if (format === 'General') return value
  if (isPercentFormat(format)) return { kind: 'percent', value }
  return isDateFormat(format) ? { kind: 'date', value: Math.floor(value) - EPOCH_SERIAL } : value
}

/** What to write into a cell, and the format it needs; null keeps the cell's own. */
export function written(cell: Cell): { readonly value: string | number | boolean; readonly format: string | null } {
  if (cell === null) return { value: '', format: null }
  if (typeof cell === 'string') return { value: isTakenLiterally(cell) ? cell : `'${cell}`, format: null }
  if (typeof cell !== 'object') return { value: cell, format: null }
  if (cell.kind === 'percent') return { value: cell.value, format: percentFormat(cell.value) }
  if (cell.kind === 'date') return { value: cell.value + EPOCH_SERIAL, format: 'yyyy-mm-dd' }
  return { value: plainText(cell), format: null }
}

/** Formulas, and words in which Excel sees neither number nor date nor truth. Others need its apostrophe. */
function isTakenLiterally(text: string): boolean {
  return text === '' || text.startsWith('=') || (/^\p{L}\D*$/u.test(text) && !/^(true|false)$/i.test(text))
}

function percentFormat(value: number): string {
  return Number.isInteger(Number((value * 100).toFixed(6))) ? '0%' : '0.0%'
}
