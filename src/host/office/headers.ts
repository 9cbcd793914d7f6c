/// <reference types="office-js" />
import type { Cell } from '../../tables/cell.ts'
import type { Block } from '../block.ts'
import type { HeaderRow } from '../workbook.ts'
import { cellsOf, rangeOf } from './read.ts'
import { isMissing, run } from './run.ts'

/** So many rows above a list may be titles before its header. */
const TITLES = 5

/**
 * The header row of each block: its table's, else the first row of the region it stands in that looks like one. Two
 * round trips for all blocks: where the tables and regions are, and what is in their first rows.
 */
export async function readHeaders(blocks: readonly Block[]): Promise<readonly (HeaderRow | null)[]> {
  if (blocks.length === 0) return []
  try {
    return await run((context) => readAll(context, blocks))
  } catch (problem) {
    // A sheet is gone: those of the others are still there.
    if (!isMissing(problem)) throw problem
    return blocks.length === 1 ? [null] : Promise.all(blocks.map(async (block) => (await readHeaders([block]))[0]!))
  }
}

async function readAll(context: Excel.RequestContext, blocks: readonly Block[]): Promise<(HeaderRow | null)[]> {
  const places = blocks.map((block) => {
    const first = rangeOf(context, { ...block, bottom: block.top })
    const tables = first.getTables(false).load('items/name,items/showHeaders')
    const region = first.getCell(0, 0).getSurroundingRegion().load('rowIndex')
    return { block, tables, region }
  })
  await context.sync()
  const tops = places.map(({ block, tables, region }) => {
    const table = tables.items.find(({ showHeaders }) => showHeaders)
    if (table !== undefined) return { block, table: table.getHeaderRowRange().load('rowIndex'), top: -1 }
    return { block, table: null, top: region.rowIndex }
  })
  if (tops.some(({ table }) => table !== null)) await context.sync()
  const rows = tops.map(({ block, table, top: regionTop }) => {
    const top = table === null ? regionTop : table.rowIndex
    if (top >= block.top) return null
    const bottom = table === null ? Math.min(top + TITLES, block.top - 1) : top
    return { top, range: rangeOf(context, { ...block, top, bottom }).load('values,numberFormat') }
  })
  if (rows.some((row) => row !== null)) await context.sync()
  return rows.map((row) => row && headerIn(row.top, cellsOf(row.range)))
}

/** The first row of which at least half is text; where there is none, the first. */
function headerIn(top: number, rows: readonly (readonly Cell[])[]): HeaderRow {
  const texts = (row: readonly Cell[]) => row.filter((cell) => typeof cell === 'string' && cell !== '').length
  const at = Math.max(
    0,
    rows.findIndex((row) => texts(row) * 2 >= row.length),
  )
  return { row: top + at, headers: rows[at]! }
}
