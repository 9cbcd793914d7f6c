import type { Finding } from '../../../findings/finding.ts'
import { sentence } from '../../../findings/report.ts'
import type { Ledger } from '../../../finance/ledger.ts'
import { monthEnds } from '../../../finance/month-ends.ts'
import type { Policy } from '../../../finance/policy.ts'
import { missingRates } from '../../../finance/rate-table.ts'
import type { Rates } from '../../../finance/rates.ts'
import { type CrmChurn, readCrmCells } from '../../../finance/read/crm.ts'
import { type LedgerReading, readLedgerCells } from '../../../finance/read/ledger.ts'
import { ratesOf, readRatesCells } from '../../../finance/read/rates.ts'
import { plainText } from '../../../tables/cell-text.ts'
import type { Cell } from '../../../tables/cell.ts'
import { isoDate, isoDay } from '../../../tables/values/day.ts'
import type { Block } from '../../block.ts'
import type { FinanceSettings } from '../../document/document.ts'
import type { Workbook } from '../../workbook.ts'
import { refuse, type Refusal } from '../state.ts'
import { listAt } from './find-lists.ts'

/** The books of a workbook, read as somebody declared them. */
export interface Books {
  readonly kind: 'books'
  readonly ledger: Ledger
  readonly rates: Rates
  readonly policy: Policy
  /** Days since 1970-01-01: balances at the ends of these days. */
  readonly from: number
  readonly to: number
  readonly crm: readonly CrmChurn[] | null
  readonly findings: readonly Finding[]
  /** Where the ledger and the rates stand: what formulas refer to. */
  readonly ledgerAt: Block
  readonly ratesAt: Block | null
  /** The cells of each field of the ledger, without its header. */
  readonly columns: ReadonlyMap<string, Block>
  /** Whether the ledger's dates are dates to the spreadsheet too, and not texts. */
  readonly hasDates: boolean
}

/** Reads ledger, rates and churn feed; a refusal says in one sentence why there are no figures. */
export async function readBooks(
  workbook: Workbook,
  settings: FinanceSettings,
  parents: ReadonlyMap<string, string>,
): Promise<Books | Refusal> {
  const [asOf, from, to] = [settings.asOf, settings.from, settings.to].map(isoDate)
  if (asOf === null || from === null || to === null || from! >= to!)
    return refuse('wrong', 'The period must begin before it ends: choose the dates again.')
  const places = [settings.ledger, settings.rates, settings.crm]
  const regions = await workbook.regions()
  const blocks = places.map((place) => (place && listAt(regions, place)?.block) ?? null)
  const gone = places.find((place, at) => place !== null && blocks[at] === null)
  if (gone) return refuse('absent', `There is no list on the sheet ${gone.sheet} any more: choose another.`)
  const [ledgerAt, ratesAt, crmAt] = blocks as [Block, Block | null, Block | null]
  const [ledgerCells, ratesCells, crmCells] = (await readEach(workbook, blocks)) as [Cells, Cells, Cells]

  const { rates, findings: ratesFindings } =
    ratesAt === null
      ? { rates: ratesOf(settings.currency, []), findings: [] }
      : readRatesCells(ratesCells, settings.currency)
  const policy: Policy = {
    asOf: asOf!,
    currency: settings.currency,
    recurring: settings.recurring,
    rate: settings.rate,
    gapDays: 0,
  }
  const reading = readLedgerCells(ledgerCells, {
    ...policy,
    rates,
    from: from!,
    parents,
    firstRowNumber: ledgerAt.top + 2,
  })
  const broken = reading.findings.find(({ slug }) => COLUMNS.has(slug))
  if (broken !== undefined) return refuse('wrong', sentenceOf(broken, ledgerAt.sheet))
  const unrated = reading.ledger.excluded.find(({ reason }) => reason === 'no-rate')
  if (unrated !== undefined) return noRate(unrated.currency ?? 'its currency', settings.currency, from!)
  const [missing] = missingRates(reading.ledger, rates, policy, monthEnds(from!, to!))
  if (missing !== undefined) return noRate(missing.currency, settings.currency, missing.date)
  const columns = fieldBlocks(reading, ledgerCells[0] ?? [], ledgerAt)
  const crm = crmAt === null ? null : readCrmCells(crmCells)
  return {
    kind: 'books',
    ledger: reading.ledger,
    rates,
    policy,
    from: from!,
    to: to!,
    crm: crm?.churns ?? null,
    findings: [...reading.findings, ...ratesFindings, ...(crm?.findings ?? [])],
    ledgerAt,
    ratesAt,
    columns,
    hasDates: areDates(ledgerCells, columns.get('start')!, ledgerAt),
  }
}

type Cells = readonly (readonly Cell[])[]

/** The cells of each block in one round trip; none where there is no block. */
async function readEach(workbook: Workbook, blocks: readonly (Block | null)[]): Promise<readonly Cells[]> {
  const there = blocks.filter((block) => block !== null)
  const read = new Map((await workbook.readBlocks(there)).map((cells, at) => [there[at]!, cells?.cells ?? []]))
  return blocks.map((block) => (block && read.get(block)) ?? [])
}

/** Without the columns that these miss there are no figures at all. */
const COLUMNS: ReadonlySet<string> = new Set([
  'ledger-column-missing',
  'ledger-amount-period',
  'input-column-ambiguous',
  'column-claimed-twice',
])

function sentenceOf(finding: Finding, sheet: string): string {
  const text = sentence(finding).replaceAll('`', '“')
  return `The ledger on ${sheet} cannot be read: ${text.replaceAll(/“([^“]*)“/g, '“$1”')}.`
}

function fieldBlocks(
  { headers }: LedgerReading,
  header: readonly Cell[],
  { sheet, top, left, bottom }: Block,
): ReadonlyMap<string, Block> {
  const texts = header.map((cell) => plainText(cell).trim())
  return new Map(
    [...headers].map(([field, text]) => {
      const column = left + texts.indexOf(text.trim())
      return [field, { sheet, top: top + 1, left: column, bottom, right: column }]
    }),
  )
}

function areDates(cells: Cells, { left }: Block, at: Block): boolean {
  return cells.slice(1).every((row) => typeof (row[left - at.left] ?? null) !== 'string')
}

function noRate(currency: string, to: string, day: number): Refusal {
  const what = `There is no rate from ${currency} to ${to} for ${isoDay(day)}`
  return refuse('absent', `${what}: add it, or choose the list of rates.`)
}
