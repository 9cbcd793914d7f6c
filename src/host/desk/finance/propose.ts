import { isoDate } from '../../../engine/days.ts'
import { monthEnd } from '../../../finance/month-ends.ts'
import { readLedgerCells } from '../../../finance/read/ledger.ts'
import type { Cell } from '../../../tables/cell.ts'
import { isoDate as dayOfIso, isoDay } from '../../../tables/values/day.ts'
import type { FinanceSettings } from '../../document/document.ts'
import type { Region, Workbook } from '../../workbook.ts'
import { type FinanceLists, financeLists, placeOf } from './find-lists.ts'

/** What a workbook offers for figures of its ledger: to be looked at and declared by a person, never used as it is. */
export interface FinanceProposal {
  readonly lists: FinanceLists
  /** Kinds of charge that the ledger names, `recurring` and `one_time` say; one blank kind where it names none. */
  readonly charges: readonly string[]
  /** Currencies of its lines, those with most lines first. */
  readonly currencies: readonly string[]
  readonly settings: FinanceSettings
}

/** Kinds of charge that are called so wherever they recur. */
const RECURRING = /recur|subscri|licen[cs]e/i

/** Reads the likeliest ledger for what it holds; null where no list of the workbook could be one. */
export async function proposeFinance(workbook: Workbook, today: number): Promise<FinanceProposal | null> {
  const regions = await workbook.regions()
  const first = financeLists(regions, 'USD').ledgers[0]
  if (first === undefined) return null
  const survey = await surveyOf(workbook, first, today)
  const currencies = survey.currencies.length === 0 ? ['USD'] : survey.currencies
  // Rates into one of the ledger's own currencies say which one figures are kept in.
  const currency = currencies.find((code) => financeLists(regions, code).rates.length > 0) ?? currencies[0]!
  const lists = financeLists(regions, currency)
  const rates = lists.rates[0] ?? null
  const asOf = (rates && (await lastDay(workbook, rates))) ?? today
  const to = monthEnd(asOf) === asOf ? asOf : monthEnd(asOf - 31)
  const recurring = survey.charges.filter((kind) => RECURRING.test(kind))
  return {
    lists,
    charges: survey.charges,
    currencies,
    settings: {
      ledger: placeOf(first),
      rates: rates && placeOf(rates),
      crm: lists.feeds[0] === undefined ? null : placeOf(lists.feeds[0]),
      currency,
      recurring,
      asOf: isoDay(asOf),
      from: isoDay(monthEnd(to - 366)),
      to: isoDay(to),
      rate: 'closing',
    },
  }
}

async function surveyOf(workbook: Workbook, { block }: Region, today: number) {
  const [read] = await workbook.readBlocks([block])
  // With no kind of charge declared every line is listed as excluded: enough to see which kinds and currencies there are.
  const { ledger } = readLedgerCells(read?.cells ?? [], { asOf: today, currency: 'USD', recurring: [] })
  const counts = new Map<string, number>()
  for (const { currency } of ledger.excluded) {
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  }
  return {
    // A blank kind is there to be declared only where no other is.
    charges: ledger.charge.names.some((kind) => kind !== '') ? ledger.charge.names.filter((kind) => kind !== '') : [''],
    currencies: [...counts].toSorted((a, b) => b[1] - a[1]).map(([code]) => code),
  }
}

/** The last date that stands in a list, whatever its column is called. */
async function lastDay(workbook: Workbook, { block }: Region): Promise<number | null> {
  const [read] = await workbook.readBlocks([block])
  let last: number | null = null
  for (const row of (read?.cells ?? []).slice(1)) {
    for (const cell of row) {
      const day = dayIn(cell)
      if (day !== null && (last === null || day > last)) last = day
    }
  }
  return last
}

function dayIn(cell: Cell): number | null {
  if (typeof cell === 'string') return dayOfIso(cell.trim())
  return typeof cell === 'object' && cell?.kind === 'date' && isoDate(cell.value) !== null ? cell.value : null
}
