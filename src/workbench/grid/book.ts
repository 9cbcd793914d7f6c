import { FormulaDataModel } from '@univerjs/preset-sheets-core'
import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IRange,
  type Nullable,
  type Worksheet,
} from '@univerjs/presets'
import type { Book, BookCell, BookSheet, BookValue } from '../../tables/xlsx/book.ts'
import { type SheetReader, sheetReaders } from './sheet-reader.ts'
import { CHARACTER, PADDING } from './snapshot.ts'
import { tablesOf } from './tables.ts'
import type { Grid } from './univer.ts'

/** All that a file of the open workbook holds, as the grid shows it now. */
export function bookOf(grid: Grid, part: string | null): Book {
  return { sheets: sheetReaders(grid).map((sheet) => sheetOf(grid, sheet)), part }
}

function sheetOf(grid: Grid, sheet: SheetReader): BookSheet {
  const workbook = grid.api.getActiveWorkbook()!.getWorkbook()
  const model = grid.injector.get(FormulaDataModel)
  const own = workbook.getSheetBySheetId(sheet.id)!
  const spills = model.getArrayFormulaRange()[workbook.getUnitId()]?.[sheet.id] ?? {}
  const styles = workbook.getStyles()
  const cellAt = (row: number, column: number): BookCell | null => {
    const data = sheet.data(row, column)
    const style = styles.getStyleByCell(data)
    const pattern = style?.n?.pattern
    const formula = model.getFormulaStringByCell(row, column, sheet.id, workbook.getUnitId())
    return bookCell(data, {
      formula: formula ?? '',
      spill: formula ? (spills[row]?.[column] ?? null) : null,
      format: pattern === undefined || pattern === 'General' ? null : pattern,
      bold: style?.bl === BooleanNumber.TRUE,
    })
  }
  const { bottom, right } = sheet.used()
  return {
    name: sheet.name,
    rows: Array.from({ length: bottom + 1 }, (_, row) =>
      Array.from({ length: right + 1 }, (__, column) => cellAt(row, column)),
    ),
    widths: Array.from({ length: right + 1 }, (_, column) => widthOf(own, column)),
    frozenRows: Math.max(0, own.getFreeze().ySplit),
    frozenColumns: Math.max(0, own.getFreeze().xSplit),
    tables: tablesOf(grid)
      .filter(({ block }) => block.sheet === sheet.name)
      .map(({ name, block: { top, left, bottom: last, right: end } }) => ({
        name,
        top,
        left,
        bottom: last,
        right: end,
      })),
  }
}

interface Details {
  readonly formula: string
  readonly spill: IRange | null
  readonly format: string | null
  readonly bold: boolean
}

function bookCell(data: Nullable<ICellData>, { formula, spill, format, bold }: Details): BookCell | null {
  const value = valueOf(data)
  if (value === null && formula === '' && format === null) return null
  const size = spill && ([spill.endRow - spill.startRow + 1, spill.endColumn - spill.startColumn + 1] as const)
  return {
    value,
    ...(formula === '' ? {} : { formula: formula.replace(/^=/, '') }),
    ...(size !== null && size[0] * size[1] > 1 ? { spill: size } : {}),
    ...(format === null ? {} : { format }),
    ...(bold ? { bold } : {}),
  }
}

function valueOf(data: Nullable<ICellData>): BookValue {
  const value = data?.v
  if (value === null || value === undefined || value === '') return null
  if (data?.t === CellValueType.BOOLEAN) return value === 1 || value === '1' || value === true || value === 'TRUE'
  if (typeof value === 'string' && /^#[A-Z/0]+[!?]?$/.test(value)) return { error: value }
  return data?.t === CellValueType.NUMBER ? Number(value) : value
}

function widthOf(sheet: Worksheet, column: number): number | null {
  const width = sheet.getColumnManager().getColumn(column)?.w
  return width === undefined ? null : Math.round(((width - PADDING) / CHARACTER) * 100) / 100
}
