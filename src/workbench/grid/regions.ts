import type { Block } from '../../host/block.ts'
import type { HeaderRow, Region } from '../../host/workbook.ts'
import type { Cell } from '../../tables/cell.ts'
import type { SheetReader } from './sheet-reader.ts'

export interface GridTable {
  readonly name: string
  readonly block: Block
}

export function cellsOf(sheet: SheetReader, { top, left, bottom, right }: Block): Cell[][] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => sheet.cell(top + row, left + column)),
  )
}

/**
 * The header row over a block: that of the table it begins in, else the top of the filled stretch of its own columns.
 * null where nothing stands above the block.
 */
export function headerOver(sheet: SheetReader, tables: readonly GridTable[], block: Block): HeaderRow | null {
  const row = tableAt(tables, block)?.block.top ?? stretchTop(sheet, block)
  if (row >= block.top) return null
  return { row, headers: cellsOf(sheet, { ...block, top: row, bottom: row })[0]! }
}

/** The columns of a block, over all rows of the list it begins in: under the header row, or the block alone. */
export function listAround(sheet: SheetReader, tables: readonly GridTable[], block: Block): Block {
  const table = tableAt(tables, block)?.block
  const header = table?.top ?? stretchTop(sheet, block)
  const bottom = table?.bottom ?? stretchBottom(sheet, block)
  return header < block.top ? { ...block, top: header + 1, bottom: Math.max(block.bottom, bottom) } : block
}

/** Tables first, then what is filled outside them: stretches of rows between empty ones. */
export function regionsOf(sheet: SheetReader, tables: readonly GridTable[]): readonly Region[] {
  const filled = stretches(sheet).filter((block) => tableAt(tables, block) === undefined)
  return [
    ...tables.map(({ name, block }) => ({ block, table: name, headers: texts(sheet, block) })),
    ...filled.map((block) => ({ block, table: null, headers: texts(sheet, block) })),
  ]
}

function stretchTop(sheet: SheetReader, { top, left, right }: Block): number {
  let row = top
  while (row > 0 && sheet.isFilled(row - 1, left, right)) row--
  return row
}

function stretchBottom(sheet: SheetReader, { bottom, left, right }: Block): number {
  let row = bottom
  while (sheet.isFilled(row + 1, left, right)) row++
  return row
}

function stretches(sheet: SheetReader): Block[] {
  const found: Block[] = []
  const used = sheet.used()
  let top: number | null = null
  for (let row = 0; row <= used.bottom + 1; row++) {
    const isFilled = row <= used.bottom && sheet.isFilled(row, 0, used.right)
    if (isFilled) top ??= row
    else if (top !== null) {
      found.push(narrow(sheet, { ...used, top, bottom: row - 1 }))
      top = null
    }
  }
  return found
}

/** Without the empty columns at its sides. */
function narrow(sheet: SheetReader, block: Block): Block {
  const isEmpty = (column: number): boolean => {
    for (let row = block.top; row <= block.bottom; row++) if (sheet.cell(row, column) !== null) return false
    return true
  }
  let { left, right } = block
  while (left < right && isEmpty(left)) left++
  while (right > left && isEmpty(right)) right--
  return { ...block, left, right }
}

function tableAt(tables: readonly GridTable[], { sheet, top, left }: Block): GridTable | undefined {
  return tables.find(
    ({ block }) =>
      block.sheet === sheet && block.top <= top && block.bottom >= top && block.left <= left && block.right >= left,
  )
}

function texts(sheet: SheetReader, block: Block): string[] {
  return cellsOf(sheet, { ...block, bottom: block.top })[0]!.map((cell) =>
    typeof cell === 'object' && cell !== null ? ('text' in cell ? cell.text : String(cell.value)) : String(cell ?? ''),
  )
}
