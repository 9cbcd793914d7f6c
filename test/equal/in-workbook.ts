import type { TableCell } from './engines/index.ts'

/** What a spreadsheet cannot keep or compare as it is, by name, and what such a cell becomes before all back ends score it. */
export const IN_WORKBOOKS = [
  'numbers have 12 digits, since spreadsheets compare some 15, and none is nearer to 0 than 1e-100 or beyond 1e290',
  'dates begin on 1 March 1900',
  'words have no tabs, no unbreaking blanks and no two blanks together',
]

export function inWorkbook(cell: TableCell): TableCell {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell) || Math.abs(cell) > 1e290) return null
    return Math.abs(cell) < 1e-100 ? 0 : Number(cell.toPrecision(12))
  }
  if (typeof cell !== 'string') return cell
  if (/^\d{4}-\d\d-\d\d$/.test(cell)) return cell < '1900-03-01' ? '1900-03-01' : cell
  return cell.replaceAll(/[\s\u00a0]+/g, ' ')
}
