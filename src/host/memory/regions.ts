import type { Cell } from '../../tables/cell.ts'
import type { Block } from '../block.ts'
import type { MemorySheet } from './sheet.ts'

/** All that is filled on a sheet; its first cell where nothing is. */
export function usedBlock({ name, cells }: MemorySheet): Block {
  let bottom = 0
  let right = 0
  for (const [r, row] of cells.entries()) {
    for (const [c, cell] of row.entries()) {
      if ((cell ?? null) === null) continue
      bottom = Math.max(bottom, r)
      right = Math.max(right, c)
    }
  }
  return { sheet: name, top: 0, left: 0, bottom, right }
}

/** The part of a block that is used; its own first cell where none is. */
export function cutToUsed(block: Block, used: Block): Block {
  const bottom = Math.max(block.top, Math.min(block.bottom, used.bottom))
  const right = Math.max(block.left, Math.min(block.right, used.right))
  return { ...block, bottom, right }
}

/** Every stretch of filled rows, as wide as it is filled: rows without a cell part them. */
export function filledRegions(sheet: MemorySheet): readonly Block[] {
  const regions: Block[] = []
  let top: number | null = null
  for (let row = 0; row <= sheet.cells.length; row++) {
    const isFilled = sheet.cells[row]?.some((cell) => (cell ?? null) !== null) ?? false
    if (isFilled) top ??= row
    else if (top !== null) {
      regions.push(fit(sheet, top, row - 1))
      top = null
    }
  }
  return regions
}

/** The filled stretch a block begins in; where it begins between stretches, the one above it. */
export function regionAround(sheet: MemorySheet, block: Block): Block | null {
  return filledRegions(sheet).findLast((region) => region.top <= block.top) ?? null
}

function fit({ name, cells }: MemorySheet, top: number, bottom: number): Block {
  let left = Infinity
  let right = 0
  for (const row of cells.slice(top, bottom + 1)) {
    const isFilled = (cell: Cell | undefined): boolean => (cell ?? null) !== null
    const first = row.findIndex(isFilled)
    if (first !== -1) left = Math.min(left, first)
    right = Math.max(right, row.findLastIndex(isFilled))
  }
  return { sheet: name, top, left, bottom, right }
}
