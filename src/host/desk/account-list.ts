import type { Finding } from '../../findings/finding.ts'
import type { Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import { bindCells } from '../../tables/bind.ts'
import type { Cell } from '../../tables/cell.ts'
import { type Matching, matchColumns } from '../../tables/match.ts'
import type { SalusDocument } from '../document/document.ts'
import type { Block } from '../block.ts'
import type { Region, Workbook } from '../workbook.ts'
import { connectedOn } from './connection.ts'
import { FORMULA_SHEET } from './own-sheets.ts'

/** The accounts of the workbook, bound to the inputs of a model. Rows without a cell are left out. */
export interface AccountList {
  readonly region: Region
  readonly header: readonly Cell[]
  /** Row for row, as they stand on the sheet. */
  readonly cells: readonly (readonly Cell[])[]
  /** Where each account stands on its sheet, from 0. */
  readonly rows: Int32Array
  readonly columns: Columns
  readonly matching: Matching
  readonly findings: readonly Finding[]
}

/** Finds the list of accounts, the connected one or the one that feeds most inputs, and reads it; null where nothing feeds any. */
export async function readAccounts(
  workbook: Workbook,
  inputs: readonly Input[],
  document: SalusDocument | null,
): Promise<AccountList | null> {
  const regions = await workbook.regions()
  const chosen = chooseRegion(regions, inputs, document)
  if (chosen === null) return null
  const region = { ...chosen, block: continued(chosen, regions, inputs) }
  const [read] = await workbook.readBlocks([region.block])
  const [header = [], ...below] = read?.cells ?? []
  const kept = [...below.keys()].filter((row) => below[row]!.some((cell) => cell !== null && cell !== ''))
  const cells = kept.map((row) => below[row]!)
  const top = (read ?? region).block.top + 1
  const rows = Int32Array.from(kept, (row) => top + row)
  const connected = connectedOn(document, region.block.sheet)
  // People count rows from 1.
  const rowNumbers = rows.map((row) => row + 1)
  const bound = bindCells([header, ...cells], inputs, { connected, rowNumbers })
  return { region, header, cells, rows, ...bound }
}

function chooseRegion(
  regions: readonly Region[],
  inputs: readonly Input[],
  document: SalusDocument | null,
): Region | null {
  const connection = document?.connections.find((one) => regions.some((region) => isAt(region, one.sheet, one.table)))
  if (connection !== undefined) return regions.find((region) => isAt(region, connection.sheet, connection.table))!
  let best: { readonly region: Region; readonly fed: number } | null = null
  for (const region of regions.filter(({ block }) => block.sheet !== FORMULA_SHEET)) {
    const fed = matchColumns(region.headers, inputs).columns.size
    if (fed > (best?.fed ?? 0)) best = { region, fed }
  }
  return best?.region ?? null
}

/** To a host a row of blanks ends a list; to people what follows in the same columns, without headers, belongs to it. */
function continued(list: Region, regions: readonly Region[], inputs: readonly Input[]): Block {
  let { block } = list
  if (list.table !== null) return block
  const below = regions.filter((one) => one.block.sheet === block.sheet && one.block.top > block.bottom)
  for (const { block: next, table, headers } of below.toSorted((a, b) => a.block.top - b.block.top)) {
    const isWithin = next.left >= block.left && next.right <= block.right
    if (table !== null || !isWithin || matchColumns(headers, inputs).columns.size > 0) break
    block = { ...block, bottom: next.bottom }
  }
  return block
}

function isAt(region: Region, sheet: string, table: string | null): boolean {
  return region.block.sheet.toLowerCase() === sheet.toLowerCase() && (table === null || region.table === table)
}
