import { ICommandService } from '@univerjs/presets'
import type { Block } from '../../host/block.ts'
import { HostProblem, type SheetContent, type Workbook, type WorkbookEvent } from '../../host/workbook.ts'
import { gridData } from './cell.ts'
import { recalculation } from './recalculate.ts'
import { cellsOf, headerOver, regionsOf } from './regions.ts'
import { findSheet, type SheetReader, sheetReaders } from './sheet-reader.ts'
import { tablesOf } from './tables.ts'
import type { Grid } from './univer.ts'
import { eventOf, selectedBlock } from './watch.ts'

export interface GridWorkbook extends Workbook {
  /** Puts another text in the place of Salus's part, as opening a file does. */
  readonly replacePart: (text: string | null) => void
  /** The text of Salus's part, for whoever saves the workbook. */
  readonly part: () => string | null
}

/** The workbench's grid as a workbook. */
export function gridWorkbook(grid: Grid, functionNames: readonly string[], firstPart: string | null): GridWorkbook {
  let part = firstPart
  const listeners = new Set<(event: WorkbookEvent) => void>()
  const tell = (event: WorkbookEvent): void => {
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(event))
  }
  grid.injector.get(ICommandService).onCommandExecuted((happened) => {
    const event = listeners.size === 0 ? null : eventOf(grid, happened)
    if (event !== null) tell(event)
  })

  return {
    abilities: { name: 'the workbench', cards: false, blanksAsZero: false, percentsAsNumbers: false },
    author: null,
    readBlocks: async (blocks) =>
      blocks.map((asked) => {
        const sheet = findSheet(grid, asked.sheet)
        if (sheet === null) return null
        const block = cut(asked, sheet)
        return { block, cells: cellsOf(sheet, block) }
      }),
    readHeaders: async (blocks) => {
      const tables = tablesOf(grid)
      return blocks.map((block) => {
        const sheet = findSheet(grid, block.sheet)
        return sheet && headerOver(sheet, tables, block)
      })
    },
    regions: async () => {
      const tables = tablesOf(grid)
      return sheetReaders(grid).flatMap((sheet) =>
        regionsOf(
          sheet,
          tables.filter(({ block }) => block.sheet === sheet.name),
        ),
      )
    },
    selection: async () => selectedBlock(grid),
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    select: async (block) => {
      const sheet = sheetNamed(grid, block.sheet)
      sheet.activate()
      sheet.getRange(rangeOf(block)).activate()
      sheet.scrollToCell(Math.max(0, block.top - 5), Math.max(0, block.left - 1))
    },
    writeSheet: (content) => writeSheet(grid, content),
    writeCells: async (block, cells) => {
      const sheet = sheetNamed(grid, block.sheet)
      sheet.setRowCount(Math.max(sheet.getMaxRows(), block.bottom + 1))
      sheet.setColumnCount(Math.max(sheet.getMaxColumns(), block.right + 1))
      sheet.getRange(rangeOf(block)).setValues(cells.map((row) => row.map(gridData)))
    },
    readPart: async () => part,
    writePart: async (text, expected) => {
      if (part !== expected) return { written: false, found: part }
      part = text
      tell({ kind: 'part' })
      return { written: true, found: text }
    },
    recalculate: recalculation(grid, functionNames),
    replacePart: (text) => {
      part = text
      tell({ kind: 'part' })
    },
    part: () => part,
  }
}

function cut(block: Block, sheet: SheetReader): Block {
  const used = sheet.used()
  const bottom = Math.max(block.top, Math.min(block.bottom, used.bottom))
  const right = Math.max(block.left, Math.min(block.right, used.right))
  return { ...block, bottom, right }
}

function rangeOf({ top, left, bottom, right }: Block) {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right }
}

function sheetNamed(grid: Grid, name: string) {
  const sheet = grid.api.getActiveWorkbook()?.getSheetByName(name)
  if (sheet === null || sheet === undefined) throw new HostProblem(`There is no sheet ${name} in the workbook.`)
  return sheet
}

/** Pixels that a character takes, about. */
const CHARACTER = 8

async function writeSheet(grid: Grid, content: SheetContent): Promise<Block> {
  const { name, rows, table, widths = [], formats = [] } = content
  const workbook = grid.api.getActiveWorkbook()
  if (workbook === null) throw new HostProblem('There is no workbook to write to.')
  const width = Math.max(1, ...rows.map((row) => row.length))
  const block: Block = { sheet: name, top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right: width - 1 }
  const before = workbook.getSheetByName(name)
  const size = [Math.max(rows.length + 100, 200), Math.max(width + 6, 26)] as const
  const sheet = before ?? workbook.create(name, ...size)
  if (before !== null) {
    for (const each of before.getSubTableInfos()) await before.removeTable(each.id)
    before.clear()
    before.setRowCount(Math.max(before.getMaxRows(), size[0]))
    before.setColumnCount(Math.max(before.getMaxColumns(), size[1]))
  }
  if (rows.length === 0) return block
  const padded = rows.map((row) => Array.from({ length: width }, (_, column) => gridData(row[column] ?? null)))
  sheet.getRange(rangeOf(block)).setValues(padded)
  sheet.getRange(0, 0, 1, width).setFontWeight('bold')
  for (const { cells, format } of formats) sheet.getRange(rangeOf({ sheet: name, ...cells })).setNumberFormat(format)
  for (const [column, characters] of widths.entries()) sheet.setColumnWidth(column, characters * CHARACTER)
  sheet.setFrozenRows(1)
  if (table !== undefined) await sheet.addTable(freeName(grid, table), rangeOf(block))
  sheet.activate()
  return block
}

/** The grid wants tables named unlike each other and unlike any sheet. */
function freeName(grid: Grid, wanted: string): string {
  const workbook = grid.api.getActiveWorkbook()
  const taken = [
    ...(workbook?.getSheets().map((sheet) => sheet.getSheetName()) ?? []),
    ...tablesOf(grid).map((table) => table.name),
  ].map((name) => name.toLowerCase())
  let name = wanted
  for (let count = 1; taken.includes(name.toLowerCase()); count++) name = `${wanted}${count === 1 ? 'Table' : count}`
  return name
}
