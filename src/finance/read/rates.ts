import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import { bindCells } from '../../tables/bind.ts'
import { plainText } from '../../tables/cell-text.ts'
import type { Cell } from '../../tables/cell.ts'
import type { Matching } from '../../tables/match.ts'
import { gatherReports } from '../../tables/reports.ts'
import type { Table } from '../../tables/table.ts'
import { isoDay } from '../../tables/values/day.ts'
import { numberText } from '../../tables/values/number-text.ts'
import { type Rate, rateOf, type Rates, sameRate } from '../rates.ts'
import { dayOf, isUntold, NO_DAY } from './days.ts'
import { columnsAnd, type Field, fieldColumn, fieldInputs, serveFields } from './fields.ts'
import { currencyCode } from './settle.ts'

export interface RatesReading {
  readonly rates: Rates
  readonly findings: readonly Finding[]
}

/** What a table of rates into `currency` is asked for; the header of the rate may name that currency. */
export function ratesFields(currency: string): readonly Field[] {
  const to = currency.toLowerCase()
  return [
    {
      name: 'date',
      headers: [['month_end', 'date', 'rate date', 'day', 'month', 'as of', 'period end']],
      required: true,
    },
    { name: 'from', headers: [['currency', 'from', 'from currency', 'currency code', 'base', 'ccy']], required: true },
    { name: 'to', headers: [['to', 'to currency', 'target', 'quote', 'into']], required: false },
    {
      name: 'rate',
      headers: [
        [`rate_to_${to}`, `to_${to}`, `rate ${to}`, `fx_rate_${to}`, `in ${to}`],
        ['rate', 'fx rate', 'exchange rate', 'value'],
      ],
      required: true,
    },
  ]
}

/** The inputs to open a table of rates with, with `key: false`. */
export function ratesInputs(currency: string): readonly Input[] {
  return fieldInputs(ratesFields(currency))
}

/** Reads rates, one row a currency and day. Rates are kept as the decimals they are written as, to 15 digits. */
export async function readRates(table: Table, currency: string): Promise<RatesReading> {
  const reading = ratesReading(table.header, table.matching, currency)
  const findings: Finding[] = []
  for await (const batch of table.batches) {
    reading.add(batch.columns, batch.rowNumbers)
    findings.push(...batch.findings)
  }
  return reading.finish([...table.findings.filter((one) => one.slug === 'file-unreadable'), ...findings])
}

/** The same for the cells of a range, the first row its header. */
export function readRatesCells(cells: readonly (readonly Cell[])[], currency: string): RatesReading {
  const { columns, matching, findings } = bindCells(cells, ratesInputs(currency), { key: false })
  const header = (cells[0] ?? []).map((cell) => plainText(cell).trim())
  const reading = ratesReading(header, matching, currency)
  reading.add(
    columns,
    Array.from({ length: columns.length }, (_, i) => i + 2),
  )
  return reading.finish(findings.filter(({ slug }) => slug === 'value-unreadable' || slug === 'data-more'))
}

/** Rates at hand, as decimals: for tests, and where a ledger is all in one currency. */
export function ratesOf(
  currency: string,
  rows: readonly { readonly from: string; readonly day: number; readonly rate: string }[],
): Rates {
  const kept = new Map<string, Kept[]>()
  for (const { from, day, rate } of rows) {
    const exact = writtenRate(rate)
    if (exact !== null) keptFor(kept, from).push({ day, rate: exact, row: 0 })
  }
  return lookup(currency, kept)
}

interface Kept {
  readonly day: number
  readonly rate: Rate
  readonly row: number
}

function ratesReading(header: readonly string[], matching: Matching, currency: string) {
  const served = serveFields(header, matching, ratesFields(currency))
  const reports = gatherReports()
  const kept = new Map<string, Kept[]>()

  const addRow = (row: number, date: string, from: string, to: string, rate: string): void => {
    if (date === '' && from === '' && rate === '') return
    const unreadable = (text: string, expected: string) =>
      reports.add('rate-unreadable', `rates are left out: not ${expected}`, () =>
        finding('rate-unreadable', { row, text: text.slice(0, 24), expected }),
      )
    const day = monthEnd(date)
    const code = currencyCode(from)
    const exact = writtenRate(rate)
    if (day === null) return unreadable(date, 'a date such as 2024-01-31')
    if (code === null) return unreadable(from, 'a currency such as EUR')
    if (to !== '' && currencyCode(to) !== currency) return unreadable(to, `${currency}, the currency of the figures`)
    if (exact === null) return unreadable(rate, 'a rate above zero')
    keptFor(kept, code).push({ day, rate: exact, row })
  }

  return {
    add(columns: Columns, rowNumbers: ArrayLike<number>): void {
      const texts = ['date', 'from', 'to', 'rate'].map((field) => {
        const column = fieldColumn(columns.inputs, served, field)
        return (row: number) =>
          column === null || column.codes[row]! < 0 ? '' : column.dictionary[column.codes[row]!]!.trim()
      })
      const [date, from, to, rate] = texts as [Text, Text, Text, Text]
      for (let i = 0; i < columns.length; i++) addRow(rowNumbers[i]!, date(i), from(i), to(i), rate(i))
    },
    finish(before: readonly Finding[]): RatesReading {
      for (const [code, rates] of kept) {
        rates.sort((a, b) => a.day - b.day || a.row - b.row)
        for (const [k, one] of rates.entries()) {
          const first = k > 0 ? rates[k - 1]! : null
          if (first === null || first.day !== one.day || sameRate(first.rate, one.rate)) continue
          reports.add('rate-twice', 'rates differ from another of their day', () =>
            finding('rate-twice', { row: one.row, first: first.row, currency: code, date: isoDay(one.day) }),
          )
        }
      }
      return { rates: lookup(currency, kept), findings: columnsAnd(served.findings, [...before, ...reports.finish()]) }
    },
  }
}

type Text = (row: number) => string

function keptFor(kept: Map<string, Kept[]>, code: string): Kept[] {
  const known = kept.get(code) ?? []
  kept.set(code, known)
  return known
}

/** The latest rate on or before a day, the first of its day where two disagree. */
function lookup(currency: string, kept: ReadonlyMap<string, readonly Kept[]>): Rates {
  const sorted = new Map(
    [...kept].map(([code, rates]) => {
      const byDay = rates.toSorted((a, b) => a.day - b.day || a.row - b.row)
      return [code, byDay.filter((one, k) => k === 0 || byDay[k - 1]!.day !== one.day)]
    }),
  )
  return {
    currency,
    at(from, day) {
      if (from === currency) return ONE
      const rates = sorted.get(from) ?? []
      let low = 0
      let high = rates.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (rates[middle]!.day <= day) low = middle + 1
        else high = middle
      }
      return low === 0 ? null : rates[low - 1]!.rate
    },
  }
}

const ONE: Rate = { numerator: 1, denominator: 1 }

/** A month such as 2024-01 stands for its last day. */
function monthEnd(text: string): number | null {
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  const day = month === null ? dayOf(text) : Math.floor(Date.UTC(Number(month[1]), Number(month[2]), 0) / 86_400_000)
  return day === NO_DAY || isUntold(day) ? null : day
}

/** A rate as it is written. */
function writtenRate(text: string): Rate | null {
  const typed = numberText(text)
  if (typed === null || typed === 'comma' || typed.percent || typed.currency !== null) return null
  return rateOf(Number(typed.digits))
}
