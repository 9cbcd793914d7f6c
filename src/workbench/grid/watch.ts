import type { Block } from '../../host/block.ts'
import type { WorkbookEvent } from '../../host/workbook.ts'
import type { Grid } from './univer.ts'

/** What the grid reports of everything that happens to it: a name and the parameters that name has. */
interface Happened {
  readonly id: string
  readonly params?: unknown
}

interface CellsChanged {
  readonly subUnitId: string
  /** By row, by column. */
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>>>>
  readonly range?: GridRange
}

interface GridRange {
  readonly startRow: number
  readonly startColumn: number
  readonly endRow: number
  readonly endColumn: number
}

const STRUCTURE =
  /^sheet\.mutation\.((insert|remove)-(row|rows|col|sheet)|move-(rows|columns|range)|set-worksheet-name|add-table|delete-table|set-sheet-table)$/

/** What happened to the grid in the words of a workbook; null where that changes nothing for us. */
export function eventOf(grid: Grid, { id, params }: Happened): WorkbookEvent | null {
  if (id === 'sheet.mutation.set-range-values' || id === 'sheet.mutation.reorder-range') {
    const block = changedBlock(grid, params as CellsChanged)
    return block && { kind: 'cells', block }
  }
  if (id === 'sheet.operation.set-selections' || id === 'sheet.operation.set-worksheet-active') {
    return { kind: 'selection', block: selectedBlock(grid) }
  }
  return STRUCTURE.test(id) ? { kind: 'structure' } : null
}

export function selectedBlock(grid: Grid): Block | null {
  const range = grid.api.getActiveWorkbook()?.getActiveRange()
  if (range === null || range === undefined) return null
  return toBlock(range.getSheetName(), range.getRange())
}

function changedBlock(grid: Grid, { subUnitId, cellValue, range }: CellsChanged): Block | null {
  const sheet = grid.api.getActiveWorkbook()?.getSheetBySheetId(subUnitId)?.getSheetName()
  if (sheet === undefined) return null
  if (range !== undefined) return toBlock(sheet, range)
  const rows = Object.keys(cellValue ?? {}).map(Number)
  if (rows.length === 0) return null
  let left = Infinity
  let right = 0
  for (const cells of Object.values(cellValue!)) {
    for (const column of Object.keys(cells ?? {}).map(Number)) {
      left = Math.min(left, column)
      right = Math.max(right, column)
    }
  }
  if (left === Infinity) return null
  return { sheet, top: Math.min(...rows), left, bottom: Math.max(...rows), right }
}

export function toBlock(sheet: string, { startRow, startColumn, endRow, endColumn }: GridRange): Block {
  return { sheet, top: startRow, left: startColumn, bottom: endRow, right: endColumn }
}
