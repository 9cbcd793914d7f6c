/// <reference types="office-js" />
import { formatBlock, type Block } from '../block.ts'
import type { CellBlock } from '../workbook.ts'
import { cellOf } from './cell.ts'
import { isMissing, run } from './run.ts'

/** What is read at once: Excel on the web takes and gives 5 MB, and three things are read of each cell. */
const CELLS_AT_ONCE = 60_000

/** Reads blocks, each cut to what is used of its sheet; null where the sheet is gone. */
export async function readBlocks(blocks: readonly Block[]): Promise<readonly (CellBlock | null)[]> {
  if (blocks.length === 0) return []
  try {
    return await run((context) => readAll(context, blocks))
  } catch (problem) {
    if (!isMissing(problem)) throw problem
    const there = await sheetNames()
    const found = blocks.filter(({ sheet }) => there.has(sheet.toLowerCase()))
    const read = await run((context) => readAll(context, found))
    return blocks.map((block) => read[found.indexOf(block)] ?? null)
  }
}

async function sheetNames(): Promise<ReadonlySet<string>> {
  return run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name')
    await context.sync()
    return new Set(sheets.items.map(({ name }) => name.toLowerCase()))
  })
}

/** One round trip where the blocks are small as they are asked for; else one to learn what is used of them. */
async function readAll(context: Excel.RequestContext, blocks: readonly Block[]): Promise<readonly CellBlock[]> {
  const size = blocks.reduce((sum, block) => sum + cellsIn(block), 0)
  const cut = size <= CELLS_AT_ONCE ? blocks : await cutToUsed(context, blocks)
  const cells: CellBlock['cells'][number][][] = blocks.map(() => [])
  for (const batch of batchesOf(cut)) {
    const ranges = batch.map(({ of, piece }) => ({
      of,
      range: rangeOf(context, piece).load('values,valueTypes,numberFormat'),
    }))
    // Batches are as large as Excel takes them, so each needs its own round trip.
    await context.sync()
    for (const { of, range } of ranges) cells[of]!.push(...cellsOf(range))
  }
  return cut.map((block, index) => trimmed(block, cells[index]!))
}

export function rangeOf(context: Excel.RequestContext, block: Block): Excel.Range {
  const address = formatBlock(block)
  return context.workbook.worksheets.getItem(block.sheet).getRange(address.slice(address.lastIndexOf('!') + 1))
}

export function cellsOf({ values, valueTypes, numberFormat }: Excel.Range): CellBlock['cells'][number][] {
  return values.map((row, r) => row.map((value, c) => cellOf(value, valueTypes[r]![c]!, String(numberFormat[r]![c]))))
}

async function cutToUsed(context: Excel.RequestContext, blocks: readonly Block[]): Promise<readonly Block[]> {
  const used = new Map<string, Excel.Range>()
  for (const { sheet } of blocks) {
    if (used.has(sheet)) continue
    const range = context.workbook.worksheets.getItem(sheet).getUsedRange(true)
    used.set(sheet, range.load('rowIndex,columnIndex,rowCount,columnCount'))
  }
  await context.sync()
  return blocks.map((block) => {
    const { rowIndex, columnIndex, rowCount, columnCount } = used.get(block.sheet)!
    const bottom = Math.max(block.top, Math.min(block.bottom, rowIndex + rowCount - 1))
    return { ...block, bottom, right: Math.max(block.left, Math.min(block.right, columnIndex + columnCount - 1)) }
  })
}

interface Piece {
  /** Of which block. */
  readonly of: number
  readonly piece: Block
}

function batchesOf(blocks: readonly Block[]): readonly (readonly Piece[])[] {
  const batches: Piece[][] = [[]]
  let size = 0
  for (const [of, block] of blocks.entries()) {
    for (const piece of piecesOf(block)) {
      size += cellsIn(piece)
      if (size > CELLS_AT_ONCE && size > cellsIn(piece)) {
        batches.push([])
        size = cellsIn(piece)
      }
      batches.at(-1)!.push({ of, piece })
    }
  }
  return batches
}

function piecesOf(block: Block): readonly Block[] {
  const rows = Math.max(1, Math.floor(CELLS_AT_ONCE / (block.right - block.left + 1)))
  const pieces: Block[] = []
  for (let top = block.top; top <= block.bottom; top += rows) {
    pieces.push({ ...block, top, bottom: Math.min(block.bottom, top + rows - 1) })
  }
  return pieces
}

/** Blank rows and columns at the end are beyond what is used, or might as well be. */
function trimmed(block: Block, cells: CellBlock['cells']): CellBlock {
  const rows = cells.slice(0, Math.max(1, cells.findLastIndex((row) => row.some((cell) => cell !== null)) + 1))
  const width = Math.max(1, ...rows.map((row) => row.findLastIndex((cell) => cell !== null) + 1))
  return {
    block: { ...block, bottom: block.top + rows.length - 1, right: block.left + width - 1 },
    cells: rows.map((row) => row.slice(0, width)),
  }
}

function cellsIn({ top, left, bottom, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1)
}
