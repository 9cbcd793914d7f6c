/// <reference types="office-js" />
import type { Cell } from '../../tables/cell.ts'
import type { Block } from '../block.ts'
import type { SheetContent } from '../workbook.ts'
import { written } from './cell.ts'
import { rangeOf } from './read.ts'
import { run } from './run.ts'

/** What is written at once: Excel on the web takes 5 MB. */
const CELLS_AT_ONCE = 40_000

export function writeCells(block: Block, cells: readonly (readonly Cell[])[]): Promise<void> {
  return run((context) => write(context, block, cells))
}

/** Makes a sheet, or empties the one of that name, and shows it. */
export function writeSheet({ name, rows, table, formats = [] }: SheetContent): Promise<Block> {
  return run(async (context) => {
    const width = Math.max(1, ...rows.map((row) => row.length))
    const block: Block = { sheet: name, top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right: width - 1 }
    const sheet = await emptySheet(context, name)
    await write(context, block, rows)
    const all = rangeOf(context, block)
    if (table !== undefined) sheet.tables.add(all, true).name = table
    for (const { cells, format } of formats) {
      // One text is meant for all cells of a range; the types know only texts cell by cell.
      rangeOf(context, { sheet: name, ...cells }).numberFormat = format as unknown as string[][]
    }
    all.getRow(0).format.font.bold = true
    all.format.autofitColumns()
    sheet.freezePanes.freezeRows(1)
    sheet.activate()
    await context.sync()
    return block
  })
}

async function emptySheet(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook
  const there = worksheets.getItemOrNullObject(name)
  await context.sync()
  if (there.isNullObject) return worksheets.add(name)
  const tables = there.tables.load('items/id')
  await context.sync()
  for (const table of tables.items) table.delete()
  there.getRange().clear()
  return there
}

async function write(context: Excel.RequestContext, block: Block, cells: readonly (readonly Cell[])[]): Promise<void> {
  const width = block.right - block.left + 1
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / width))
  for (let top = 0; top < cells.length; top += rowsAtOnce) {
    const rows = cells
      .slice(top, top + rowsAtOnce)
      .map((row) => Array.from({ length: width }, (_, c) => written(row[c] ?? null)))
    const range = rangeOf(context, { ...block, top: block.top + top, bottom: block.top + top + rows.length - 1 })
    if (rows.some((row) => row.some(({ format }) => format !== null))) {
      // null leaves a cell's format as it is; the types know only texts.
      range.numberFormat = rows.map((row) => row.map(({ format }) => format)) as string[][]
    }
    range.formulas = rows.map((row) => row.map(({ value }) => value))
    await context.sync()
  }
}
