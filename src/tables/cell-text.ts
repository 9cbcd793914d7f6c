import type { Cell } from './cell.ts'
import { isoDay } from './values/day.ts'
import { shiftDecimal } from './values/decimal.ts'

/** The cell as a message shows it: short, on one line. */
export function cellText(cell: Cell): string {
  const text = plainText(cell).replaceAll(/[\s\p{Cc}]+/gu, ' ')
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** The cell as text, in full: how a text input or an account key reads it. */
export function plainText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell + 0)
  if (typeof cell === 'boolean') return cell ? 'true' : 'false'
  if (cell.kind === 'percent') return `${shiftDecimal(cell.value, 2)}%`
  if (cell.kind === 'date') return isoDay(cell.value)
  return cell.text
}
