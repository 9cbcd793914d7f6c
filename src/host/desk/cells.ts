import type { Cell } from '../../tables/cell.ts'
import type { Block } from '../block.ts'
import type { CellBlock, Workbook } from '../workbook.ts'
import { gather } from './gather.ts'
import { mergeBlocks } from './merge-blocks.ts'

/**
 * Reads blocks as they stand on their sheets, all of one recalculation together. Nothing is kept: what a blank cell was
 * in the last recalculation says nothing about this one. What comes back may hold more than was asked for.
 */
export function cellsAsked(workbook: Pick<Workbook, 'readBlocks'>): (block: Block) => Promise<CellBlock | null> {
  return gather(async (blocks) => {
    const { merged, of } = mergeBlocks(blocks)
    const found = await workbook.readBlocks(merged)
    return blocks.map((_, at) => found[of[at]!] ?? null)
  })
}

/** A cell by its place on the sheet; blank outside what was read, which ends where the sheet does. */
export function cellAt({ block, cells }: CellBlock, row: number, column: number): Cell {
  return cells[row - block.top]?.[column - block.left] ?? null
}
