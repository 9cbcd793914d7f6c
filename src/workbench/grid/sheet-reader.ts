import { FormulaDataModel } from '@univerjs/preset-sheets-core'
import { type ICellData, type Nullable, type Workbook, type Worksheet } from '@univerjs/presets'
import type { Block } from '../../host/block.ts'
import type { Cell } from '../../tables/cell.ts'
import { storedCell } from './cell.ts'
import type { Grid } from './univer.ts'

/** One sheet of the grid as it stands now: values, and the results of formulas that spill. */
export interface SheetReader {
  readonly name: string
  readonly id: string
  readonly cell: (row: number, column: number) => Cell
  readonly data: (row: number, column: number) => Nullable<ICellData>
  /** All that is filled, from the first cell on; its first cell where nothing is. */
  readonly used: () => Block
  /** Whether any cell of a row from `left` to `right` is filled. */
  readonly isFilled: (row: number, left: number, right: number) => boolean
}

export function sheetReaders(grid: Grid): readonly SheetReader[] {
  const workbook = grid.api.getActiveWorkbook()?.getWorkbook()
  return workbook?.getSheets().map((sheet) => sheetReader(grid, workbook, sheet)) ?? []
}

export function findSheet(grid: Grid, name: string): SheetReader | null {
  const wanted = name.toLowerCase()
  const workbook = grid.api.getActiveWorkbook()?.getWorkbook()
  const found = workbook?.getSheets().find((sheet) => sheet.getName().toLowerCase() === wanted)
  return workbook === undefined || found === undefined ? null : sheetReader(grid, workbook, found)
}

function sheetReader(grid: Grid, workbook: Workbook, sheet: Worksheet): SheetReader {
  const matrix = sheet.getCellMatrix()
  const styles = workbook.getStyles()
  const spilled = grid.injector.get(FormulaDataModel).getArrayFormulaCellData()
  const spills = spilled[workbook.getUnitId()]?.[sheet.getSheetId()] ?? {}
  const data = (row: number, column: number): Nullable<ICellData> => {
    const stored = matrix.getValue(row, column)
    const spill = spills[row]?.[column]
    return spill === undefined || spill === null ? stored : { ...stored, ...spill }
  }
  const cell = (row: number, column: number): Cell => {
    const found = data(row, column)
    return storedCell(found, styles.getStyleByCell(found))
  }
  const isFilled = (row: number, left: number, right: number): boolean => {
    for (let column = left; column <= right; column++) if (cell(row, column) !== null) return true
    return false
  }
  const name = sheet.getName()
  return { name, id: sheet.getSheetId(), cell, data, isFilled, used: () => usedBlock(name, matrix.getMatrix(), spills) }
}

type Rows = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>>

function usedBlock(sheet: string, ...layers: readonly Rows[]): Block {
  let bottom = 0
  let right = 0
  for (const [row, cells] of layers.flatMap((layer) => Object.entries(layer))) {
    for (const column in cells) {
      const value = cells[Number(column)]?.v
      if (value === undefined || value === null || value === '') continue
      bottom = Math.max(bottom, Number(row))
      right = Math.max(right, Number(column))
    }
  }
  return { sheet, top: 0, left: 0, bottom, right }
}
