import type { Cell } from '../../tables/cell.ts'
import type { Block } from '../block.ts'

export interface MemorySheet {
  name: string
  /** By row; a row may be shorter than others. */
  cells: Cell[][]
  tables: MemoryTable[]
}

export interface MemoryTable {
  readonly name: string
  readonly block: Block
}

/** An empty column before `column`; tables that reach over it grow, those after it move. */
export function insertColumn(sheet: MemorySheet, column: number): void {
  for (const row of sheet.cells) {
    pad(row, column)
    row.splice(column, 0, null)
  }
  sheet.tables = sheet.tables.map(({ name, block }) => ({
    name,
    block: {
      ...block,
      left: block.left + (block.left >= column ? 1 : 0),
      right: block.right + (block.right >= column ? 1 : 0),
    },
  }))
}

/** Takes a column out and puts it in again as column `to`. */
export function moveColumn(sheet: MemorySheet, from: number, to: number): void {
  for (const row of sheet.cells) {
    pad(row, Math.max(from, to) + 1)
    const [cell = null] = row.splice(from, 1)
    row.splice(to, 0, cell)
  }
}

function pad(row: Cell[], length: number): void {
  while (row.length < length) row.push(null)
}
