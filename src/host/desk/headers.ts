import type { Block } from '../block.ts'
import type { HeaderRow, Workbook } from '../workbook.ts'
import { gather } from './gather.ts'
import { mergeBlocks, overlaps, union } from './merge-blocks.ts'

/** Header rows of blocks, read once and kept until they change. */
export interface Headers {
  /** At once where it is known. */
  readonly of: (block: Block) => HeaderRow | null | Promise<HeaderRow | null>
  /** Whether a change of that block may have changed a header that is known. */
  readonly isTouchedBy: (block: Block) => boolean
  /** Reads again what is known; true where anything is not what it was. */
  readonly refresh: () => Promise<boolean>
}

interface Known {
  readonly block: Block
  /** The same object as long as nothing in it changes, so that what is made of it can be kept with it. */
  readonly header: HeaderRow | null
}

export function headers(workbook: Pick<Workbook, 'readHeaders'>): Headers {
  let byColumns = new Map<string, Known[]>()

  const find = (block: Block): Known | undefined =>
    byColumns.get(keyOf(block))?.find((one) => one.block.top <= block.top && one.block.bottom >= block.bottom)

  const keep = ({ block, header }: Known): void => {
    const key = keyOf(block)
    const all = byColumns.get(key) ?? []
    const same = all.filter((one) => isEqual(one.header, header))
    const beside = same.find((one) => one.block.top <= block.bottom + 1 && block.top <= one.block.bottom + 1)
    const kept = { block: beside === undefined ? block : union(beside.block, block), header: same[0]?.header ?? header }
    byColumns.set(key, [...all.filter((one) => one !== beside), kept])
  }

  const read = gather<Block, HeaderRow | null>(async (blocks) => {
    const { merged } = mergeBlocks(blocks)
    const found = await workbook.readHeaders(merged)
    for (const [at, block] of merged.entries()) keep({ block, header: found[at] ?? null })
    return blocks.map((block) => find(block)?.header ?? null)
  })

  return {
    of: (block) => {
      const known = find(block)
      return known === undefined ? read(block) : known.header
    },
    isTouchedBy: (changed) =>
      [...byColumns.values()].some((all) => all.some(({ block, header }) => mayHold(block, header, changed))),
    refresh: async () => {
      const before = [...byColumns.values()].flat()
      if (before.length === 0) return false
      const found = await workbook.readHeaders(before.map(({ block }) => block))
      byColumns = new Map()
      for (const [at, { block, header }] of before.entries()) {
        const now = found[at] ?? null
        keep({ block, header: isEqual(header, now) ? header : now })
      }
      return before.some(({ header }, at) => !isEqual(header, found[at] ?? null))
    },
  }
}

/** Where no header was found, anything above may become one. */
function mayHold(block: Block, header: HeaderRow | null, changed: Block): boolean {
  const top = header?.row ?? 0
  const bottom = header?.row ?? block.top
  return overlaps({ ...block, top, bottom }, changed)
}

function keyOf({ sheet, left, right }: Block): string {
  return `${left}:${right}:${sheet}`
}

function isEqual(a: HeaderRow | null, b: HeaderRow | null): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
