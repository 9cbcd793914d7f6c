import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from '@univerjs/presets'
import { tableLook } from './table-look.ts'
import type { Book, BookCell, BookSheet } from '../../tables/xlsx/book.ts'

/** A workbook as the grid takes it. */
export function snapshotOf(book: Book, name: string): IWorkbookData {
  const sheets = book.sheets.map((sheet, at) => sheetOf(sheet, `sheet-${at + 1}`))
  const tables = Object.fromEntries(
    book.sheets.map((sheet, at) => [
      `sheet-${at + 1}`,
      { tables: sheet.tables.map((table) => tableOf(table, sheet)), tableFilteredOutRows: [] },
    ]),
  )
  return {
    id: 'workbook',
    name,
    appVersion: '0.25.1',
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: sheets.map((sheet) => sheet.id!),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id!, sheet])),
    resources: [{ name: 'SHEET_TABLE_PLUGIN', data: JSON.stringify(tables) }],
  }
}

/** Pixels of a character of the grid's font, and beside the text. */
export const CHARACTER = 7
export const PADDING = 5

function sheetOf(sheet: BookSheet, id: string): Partial<IWorksheetData> {
  const width = Math.max(26, ...sheet.rows.map((row) => row.length))
  return {
    id,
    name: sheet.name,
    rowCount: Math.max(200, sheet.rows.length + 100),
    columnCount: width + 10,
    defaultRowHeight: 22,
    defaultColumnWidth: 88,
    freeze: {
      xSplit: sheet.frozenColumns,
      ySplit: sheet.frozenRows,
      startRow: sheet.frozenRows === 0 ? -1 : sheet.frozenRows,
      startColumn: sheet.frozenColumns === 0 ? -1 : sheet.frozenColumns,
    },
    columnData: Object.fromEntries(
      sheet.widths.flatMap((characters, column) =>
        characters === null ? [] : [[column, { w: Math.round(characters * CHARACTER + PADDING) }]],
      ),
    ),
    cellData: Object.fromEntries(
      sheet.rows.map((row, at) => [
        at,
        Object.fromEntries(row.flatMap((cell, column) => (cell === null ? [] : [[column, cellData(cell)]]))),
      ]),
    ),
  }
}

function cellData({ value, formula, format, bold }: BookCell): ICellData {
  const style = {
    ...(format === undefined ? {} : { n: { pattern: format } }),
    ...(bold === true ? { bl: BooleanNumber.TRUE } : {}),
  }
  return {
    ...valueData(value),
    ...(formula === undefined ? {} : { f: `=${formula}` }),
    ...(Object.keys(style).length === 0 ? {} : { s: style }),
  }
}

function valueData(value: BookCell['value']): ICellData {
  if (value === null) return {}
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER }
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN }
  return { v: typeof value === 'string' ? value : value.error, t: CellValueType.STRING }
}

function tableOf(table: BookSheet['tables'][number], sheet: BookSheet) {
  const { name, top, left, bottom, right } = table
  const header = sheet.rows[top] ?? []
  return {
    id: `table-${name}`,
    name,
    range: { startRow: top, startColumn: left, endRow: bottom, endColumn: right },
    options: { showHeader: true, showFooter: false, tableStyleId: tableLook.name },
    filters: { tableColumnFilterList: [] },
    columns: Array.from({ length: right - left + 1 }, (_, at) => ({
      id: `${name}-${at + 1}`,
      displayName: String(header[left + at]?.value ?? `Column ${at + 1}`),
      dataType: 'string',
      formula: '',
      meta: {},
      style: {},
    })),
    meta: {},
  }
}
