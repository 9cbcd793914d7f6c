import type { Block } from '../block.ts'

/**
 * Blocks of the same columns whose rows follow on one another as one, with at most `gap` rows between; with the index of
 * the merged block for each given.
 */
export function mergeBlocks(
  blocks: readonly Block[],
  gap = 0,
): { readonly merged: readonly Block[]; readonly of: Int32Array } {
  const order = [...blocks.keys()].toSorted((a, b) => compare(blocks[a]!, blocks[b]!))
  const merged: Block[] = []
  const of = new Int32Array(blocks.length)
  for (const at of order) {
    const block = blocks[at]!
    const last = merged.at(-1)
    if (last !== undefined && isSameColumns(last, block) && block.top <= last.bottom + 1 + gap) {
      if (block.bottom > last.bottom) merged[merged.length - 1] = { ...last, bottom: block.bottom }
    } else merged.push(block)
    of[at] = merged.length - 1
  }
  return { merged, of }
}

export function isSameColumns(a: Block, b: Block): boolean {
  return a.sheet === b.sheet && a.left === b.left && a.right === b.right
}

/** Two blocks of the same columns as one. */
export function union(a: Block, b: Block): Block {
  return { ...a, top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom) }
}

/** Whether two blocks have a cell in common. */
export function overlaps(a: Block, b: Block): boolean {
  return a.sheet === b.sheet && a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

function compare(a: Block, b: Block): number {
  if (a.sheet !== b.sheet) return a.sheet < b.sheet ? -1 : 1
  return a.left - b.left || a.right - b.right || a.top - b.top
}
