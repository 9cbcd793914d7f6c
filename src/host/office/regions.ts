/// <reference types="office-js" />
import { plainText } from '../../tables/cell-text.ts'
import type { Block } from '../block.ts'
import type { Region } from '../workbook.ts'
import { cellsOf } from './read.ts'
import { run } from './run.ts'

const PLACE = 'rowIndex,columnIndex,rowCount,columnCount'

/** Tables first, then what is filled of each sheet that has none. */
export function regions(): Promise<readonly Region[]> {
  return run(async (context) => {
    const tables = context.workbook.tables.load('items/name,items/showHeaders,items/worksheet/name')
    const sheets = context.workbook.worksheets.load('items/name')
    await context.sync()
    const inTables = new Set(tables.items.map((table) => table.worksheet.name))
    const plain = sheets.items.filter(({ name }) => !inTables.has(name))
    const lists = [
      ...tables.items
        .filter(({ showHeaders }) => showHeaders)
        .map((table) => ({ table: table.name, sheet: table.worksheet.name, range: table.getRange() })),
      ...plain.map((sheet) => ({ table: null, sheet: sheet.name, range: sheet.getUsedRange(true) })),
    ]
    const read = lists.map((list) => ({
      ...list,
      place: list.range.load(PLACE),
      header: list.range.getRow(0).load('values,numberFormat'),
    }))
    await context.sync()
    return read.flatMap(({ table, sheet, place, header }): Region[] => {
      const headers = cellsOf(header)[0]!.map(plainText)
      return headers.every((text) => text === '') ? [] : [{ block: blockAt(sheet, place), table, headers }]
    })
  })
}

/** Where a loaded range lies. */
export function blockAt(sheet: string, { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Block {
  return {
    sheet,
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  }
}

/** What is selected; of several blocks the one with the active cell. */
export async function selection(): Promise<Block | null> {
  const select = (range: (workbook: Excel.Workbook) => Excel.Range) =>
    run(async (context) => {
      const found = range(context.workbook).load(`${PLACE},worksheet/name`)
      await context.sync()
      return blockAt(found.worksheet.name, found)
    })
  // Several blocks at once cannot be given as one; a chart has no cells at all.
  return select((workbook) => workbook.getSelectedRange())
    .catch(() => select((workbook) => workbook.getActiveCell()))
    .catch(() => null)
}
