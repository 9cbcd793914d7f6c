import { isoDate } from '../../engine/days.ts'
import { HISTORY_SHEET } from '../../host/desk/history-sheet.ts'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import type { Region, SheetContent, Workbook } from '../../host/workbook.ts'
import type { Band } from '../../model/judge.ts'
import { plainText } from '../../tables/cell-text.ts'
import type { Cell } from '../../tables/cell.ts'
import { foldHeader } from '../../tables/match.ts'
import { isoDate as dayOf } from '../../tables/values/day.ts'
import { ladderOf } from './tally.ts'

/** Bands of an earlier date, from a sheet of the workbook. */
export interface EarlierScores {
  readonly sheet: string
  /** Days since 1970-01-01; null where the sheet does not say. */
  readonly date: number | null
  /** By account: the name of its band; null where it had none. */
  readonly bands: ReadonlyMap<string, string | null>
}

/** The latest earlier scores there are: a list with an account and a band in each row, and a date before `asOf` or none. null where there is none. */
export async function readEarlierScores(workbook: Workbook, portfolio: Portfolio): Promise<EarlierScores | null> {
  const regions = (await workbook.regions()).filter((region) => isOfScores(region, portfolio))
  if (regions.length === 0) return null
  const blocks = await workbook.readBlocks(regions.map(({ block }) => block))
  const found = blocks.flatMap((read, at) => (read === null ? [] : readBlock(read.cells, regions[at]!, portfolio)))
  return found.toSorted((a, b) => (b.date ?? -Infinity) - (a.date ?? -Infinity))[0] ?? null
}

/** Today's scores as a sheet that later days can be compared with. */
export function scoresSheet(portfolio: Portfolio): SheetContent {
  const { list, scores, applied } = portfolio
  const { asOf, model, plan } = applied
  const labels = new Map(ladderOf(portfolio).map(({ name, label }) => [name, label]))
  const rows = [...(list.columns.accounts ?? [])].map((account, index): readonly Cell[] => {
    const shown = scores.account?.shown[index] ?? scores.score[index]!
    const band = plan.bands[scores.band[index]!]
    return [
      account,
      { kind: 'date', value: asOf },
      model.segments[scores.segment[index]!]?.label ?? null,
      Number.isNaN(shown) ? null : shown,
      band === undefined ? null : (labels.get(band) ?? band),
    ]
  })
  return { name: `Scores ${isoDate(asOf)}`, rows: [['Account', 'Date', 'Segment', 'Score', 'Band'], ...rows] }
}

function isOfScores({ block, headers }: Region, { list }: Portfolio): boolean {
  const own = list.region.block
  // It holds many dates, and has a view of its own.
  if (block.sheet === HISTORY_SHEET) return false
  if (block.sheet === own.sheet && block.top === own.top && block.left === own.left) return false
  const folded = headers.map(foldHeader)
  return folded.includes('account') && folded.includes('band')
}

function readBlock(
  [header = [], ...rows]: readonly (readonly Cell[])[],
  { block }: Region,
  portfolio: Portfolio,
): readonly EarlierScores[] {
  const folded = header.map((cell) => foldHeader(plainText(cell)))
  const [account, band, date] = ['account', 'band', 'date'].map((name) => folded.indexOf(name))
  const names = bandNames(ladderOf(portfolio))
  const byDate = new Map<number | null, Map<string, string | null>>()
  for (const row of rows) {
    const day = date === -1 ? null : dayIn(row[date!] ?? null)
    const key = plainText(row[account!] ?? null).trim()
    if (key === '' || (day !== null && day >= portfolio.applied.asOf)) continue
    const bands = byDate.get(day) ?? new Map<string, string | null>()
    byDate.set(day, bands)
    const text = plainText(row[band!] ?? null).trim()
    bands.set(key, names.get(text.toLowerCase()) ?? null)
  }
  return [...byDate].map(([day, bands]) => ({ sheet: block.sheet, date: day, bands }))
}

function bandNames(rungs: readonly Band[]): ReadonlyMap<string, string> {
  return new Map(
    rungs.flatMap(({ name, label }) => [
      [name.toLowerCase(), name],
      [label.toLowerCase(), name],
    ]),
  )
}

/** The serial number that spreadsheets give to 1970-01-01. */
const EPOCH = 25_569

function dayIn(cell: Cell): number | null {
  if (typeof cell === 'number') return Math.floor(cell) - EPOCH
  if (typeof cell === 'object' && cell?.kind === 'date') return cell.value
  return typeof cell === 'string' ? dayOf(cell.trim()) : null
}
