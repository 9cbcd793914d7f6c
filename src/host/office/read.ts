/// <reference types="office-js" />
import { formatBlock, type Block } from '../block.ts'
import { mergeBlocks } from '../desk/merge-blocks.ts'
import type { CellBlock } from '../workbook.ts'
import { cellOf } from './cell.ts'
import { isMissing, run } from './run.ts'

/** What is read at once: Excel on the web takes and gives 5 MB, and of each cell its value and format are read. */
const CELLS_AT_ONCE = 80_000

/** A range costs Excel and its client as much as some hundred cells: so many rows between two blocks are read along. */
const GAP = 50

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
  const { merged, of } = mergeBlocks(blocks, GAP)
  const size = merged.reduce((sum, block) => sum + cellsIn(block), 0)
  const spans = size <= CELLS_AT_ONCE ? merged : await cutToUsed(context, merged)
  const cells: CellBlock['cells'][number][][] = spans.map(() => [])
  for (const batch of batchesOf(spans)) {
    const ranges = batch.map(({ span, piece }) => ({
      span,
      range: rangeOf(context, piece).load('values,numberFormat'),
    }))
    // Batches are as large as Excel takes them, so each needs its own round trip.
    await context.sync()
    for (const { span, range } of ranges) cells[span]!.push(...cellsOf(range))
  }
  return blocks.map((block, index) => {
    const span = of[index]!
    const from = block.top - spans[span]!.top
    return trimmed(block, cells[span]!.slice(from, from + block.bottom - block.top + 1))
  })
}

export function rangeOf(context: Excel.RequestContext, block: Block): Excel.Range {
  const address = formatBlock(block)
  return context.workbook.worksheets.getItem(block.sheet).getRange(address.slice(address.lastIndexOf('!') + 1))
}

export function cellsOf({ values, numberFormat }: Excel.Range): CellBlock['cells'][number][] {
  return values.map((row, r) => row.map((value, c) => cellOf(value, String(numberFormat[r]![c]))))
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
  /** Of which span. */
  readonly span: number
  readonly piece: Block
}

function batchesOf(spans: readonly Block[]): readonly (readonly Piece[])[] {
  const batches: Piece[][] = [[]]
  let size = 0
  for (const [span, block] of spans.entries()) {
    for (const piece of piecesOf(block)) {
      size += cellsIn(piece)
      if (size > CELLS_AT_ONCE && size > cellsIn(piece)) {
        batches.push([])
        size = cellsIn(piece)
      }
      batches.at(-1)!.push({ span, piece })
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
  const last = cells.findLastIndex((row) => row.some((cell) => cell !== null))
  const rows = last < 0 ? [[null]] : cells.slice(0, last + 1)
  const width = Math.max(1, ...rows.map((row) => row.findLastIndex((cell) => cell !== null) + 1))
  return {
    block: { ...block, bottom: block.top + rows.length - 1, right: block.left + width - 1 },
    cells: rows.map((row) => row.slice(0, width)),
  }
}

function cellsIn({ top, left, bottom, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1)
}
