import { isoDate } from '../../engine/days.ts'
import { sentence, finding } from '../../findings/report.ts'
import type { History } from '../../history/history.ts'
import { keep } from '../../history/keep.ts'
import { layOut } from '../../history/lay-out.ts'
import { lacking, readSnapshots, snapshotInputs } from '../../history/read-snapshots.ts'
import type { SnapshotRows } from '../../history/rows.ts'
import { keepScores } from '../../history/score-rows.ts'
import { storedTable } from '../../history/stored-table.ts'
import type { Column } from '../../model/columns.ts'
import { bindCells } from '../../tables/bind.ts'
import { plainText } from '../../tables/cell-text.ts'
import type { Cell } from '../../tables/cell.ts'
import { isoDate as dayOf } from '../../tables/values/day.ts'
import { outputCell } from '../../tables/write/output.ts'
import { HostProblem, type Region, type Workbook } from '../workbook.ts'
import type { Portfolio } from './portfolio.ts'

/** Where a workbook keeps its snapshots: rows are added below, none is ever changed. */
export const HISTORY_SHEET = 'Salus history'

export interface HistorySheet {
  readonly history: History
  /** null where there is no such sheet yet, or nothing on it. */
  readonly region: Region | null
  readonly header: readonly string[]
}

/** Reads what the workbook has kept. Rejects where somebody else's table stands on the sheet. */
export async function readHistorySheet(workbook: Workbook): Promise<HistorySheet> {
  const region = (await workbook.regions()).find(({ block }) => block.sheet === HISTORY_SHEET) ?? null
  const [read] = region === null ? [] : await workbook.readBlocks([region.block])
  if (region === null || !read) return { history: layOut([]), region: null, header: [] }
  const header = (read.cells[0] ?? []).map((cell) => plainText(cell).trim())
  const lacks = lacking(header)
  if (lacks.length > 0) {
    throw new HostProblem(`The sheet ${HISTORY_SHEET} holds something else: it has no column ${lacks.join(', ')}.`)
  }
  const { columns } = bindCells(read.cells, snapshotInputs(header), { key: 'account' })
  return { history: readSnapshots(columns).history, region: { ...region, block: read.block }, header }
}

export type Kept =
  | { readonly kind: 'kept' | 'same'; readonly date: number; readonly accounts: number }
  /** Other numbers of the same day are kept already. */
  | { readonly kind: 'refused'; readonly message: string }

/** Keeps the scores of a portfolio below what is kept already. `restate` is why other numbers of the same day are kept too. */
export async function keepOnSheet(
  workbook: Workbook,
  portfolio: Portfolio,
  carried: ReadonlyMap<string, Column>,
  restate: string | null,
): Promise<Kept> {
  const there = await readHistorySheet(workbook)
  const scoring = scoringOf(portfolio, carried)
  const { added, refused } = keep(there.history, [scoring], restate)
  const [date, accounts] = [scoring.date, scoring.accounts.length]
  const [first] = refused
  if (first !== undefined) {
    const { account, what, kept, now } = first.difference
    const message = sentence(finding('snapshot-differs', { date: isoDate(date)!, account, what, kept, now }))
    return { kind: 'refused', message }
  }
  if (added.length === 0) return { kind: 'same', date, accounts }
  await append(workbook, there, added)
  return { kind: 'kept', date, accounts }
}

/** Dimensions are kept, measures are not: a sheet is for people, and their columns would be too many. */
function scoringOf(
  { applied, list, scores, overridden }: Portfolio,
  carried: ReadonlyMap<string, Column>,
): SnapshotRows {
  const keeping = { date: applied.asOf, recordedAt: applied.asOf, overridden, carried }
  const scoring = keepScores(applied.plan, list.columns, scores, keeping)
  const once = new Set<string>()
  for (const account of scoring.accounts) {
    if (account === '') throw new HostProblem('A row of the list names no account: every score that is kept needs one.')
    if (once.has(account))
      throw new HostProblem(`The account ${account} stands in the list twice: keep it once, then keep the scores.`)
    once.add(account)
  }
  if (once.size === 0)
    throw new HostProblem('No column of the list names the accounts, so that their scores cannot be kept.')
  return { ...scoring, parts: new Map([...scoring.parts].filter(([, { kind }]) => kind === 'dimension')) }
}

async function append(workbook: Workbook, there: HistorySheet, added: readonly SnapshotRows[]): Promise<void> {
  const { fields, batches } = storedTable(layOut(added))
  const names = fields.map(({ name }) => name)
  const header = [...there.header, ...names.filter((name) => !there.header.includes(name))]
  const places = header.map((name) => names.indexOf(name))
  const rows = batches.flatMap(({ length, columns }) =>
    Array.from({ length }, (_, row) =>
      places.map((at): Cell => (at === -1 ? null : sheetCell(outputCell(columns[at]!, row), fields[at]!.kind))),
    ),
  )
  if (there.region === null) {
    await workbook.writeSheet({ name: HISTORY_SHEET, rows: [header, ...rows] })
    return
  }
  const { block } = there.region
  const right = block.left + header.length - 1
  if (header.length > there.header.length) {
    const left = block.left + there.header.length
    await workbook.writeCells({ ...block, left, right, bottom: block.top }, [header.slice(there.header.length)])
  }
  const top = block.bottom + 1
  await workbook.writeCells({ ...block, top, bottom: top + rows.length - 1, right }, rows)
}

function sheetCell(cell: string | number | null, kind: 'number' | 'text' | 'date'): Cell {
  const day = kind === 'date' && typeof cell === 'string' ? dayOf(cell) : null
  if (day !== null) return { kind: 'date', value: day }
  // A text that begins with = would be a formula.
  return typeof cell === 'string' && cell.startsWith('=') ? `'${cell}` : cell
}
