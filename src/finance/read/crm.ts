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
import { amountOf } from './amount.ts'
import { type DayOrder, dayOf, isUntold, NO_DAY, toldDay, untoldText, weighOrder } from './days.ts'
import { columnsAnd, type Field, fieldColumn, fieldInputs, serveFields } from './fields.ts'
import { currencyCode } from './settle.ts'

/** One churn as a CRM tells it. */
export interface CrmChurn {
  /** As written; the number of the row where the feed has no ids. */
  readonly event: string
  /** Where a person finds it, from 1. */
  readonly row: number
  readonly account: string
  /** Days since 1970-01-01. */
  readonly day: number
  /** Integer cents of what was lost a year; null where the feed does not say. */
  readonly lost: number | null
  /** Null where the feed does not say. */
  readonly currency: string | null
  readonly reason: string | null
}

export interface CrmReading {
  readonly churns: readonly CrmChurn[]
  readonly findings: readonly Finding[]
  /** Rows with anything in them. */
  readonly read: number
}

const FIELDS: readonly Field[] = [
  {
    name: 'event',
    headers: [
      ['event_id', 'churn_event_id', 'case id', 'opportunity id'],
      ['event', 'id'],
    ],
    required: false,
  },
  {
    name: 'account',
    headers: [
      ['account_id', 'customer_id', 'company_id', 'client_id', 'account number', 'account key'],
      ['account', 'customer', 'company', 'client'],
    ],
    required: true,
  },
  {
    name: 'date',
    headers: [
      ['churn_date', 'date of churn', 'churned on', 'close date'],
      ['date', 'end_date'],
    ],
    required: true,
  },
  {
    name: 'lost',
    headers: [['arr_lost', 'acv lost', 'lost arr', 'churned arr', 'annual value'], ['amount']],
    required: false,
  },
  { name: 'currency', headers: [['currency', 'currency code', 'currency iso code', 'ccy']], required: false },
  { name: 'reason', headers: [['reason', 'churn reason', 'reason_code', 'loss reason']], required: false },
]

/** The inputs to open a churn feed with, with `key: false`. */
export const crmInputs: readonly Input[] = fieldInputs(FIELDS)

/** Reads a churn feed; `dates` says how 03/04/2024 is read. A row without account or date is told and left out. */
export async function readCrm(table: Table, dates?: DayOrder): Promise<CrmReading> {
  const reading = crmReading(table.header, table.matching, dates)
  const findings: Finding[] = []
  for await (const batch of table.batches) {
    reading.add(batch.columns, batch.rowNumbers)
    findings.push(...batch.findings)
  }
  return reading.finish([...table.findings.filter((one) => one.slug === 'file-unreadable'), ...findings])
}

/** The same for the cells of a range, the first row its header. */
export function readCrmCells(cells: readonly (readonly Cell[])[]): CrmReading {
  const { columns, matching } = bindCells(cells, crmInputs, { key: false })
  const header = (cells[0] ?? []).map((cell) => plainText(cell).trim())
  const reading = crmReading(header, matching)
  reading.add(
    columns,
    Array.from({ length: columns.length }, (_, i) => i + 2),
  )
  return reading.finish([])
}

interface Row {
  readonly row: number
  readonly texts: Readonly<Record<string, string>>
}

function crmReading(header: readonly string[], matching: Matching, dates?: DayOrder) {
  const served = serveFields(header, matching, FIELDS)
  const rows: Row[] = []
  return {
    add(columns: Columns, rowNumbers: ArrayLike<number>): void {
      const read = FIELDS.map(({ name }) => ({ name, column: fieldColumn(columns.inputs, served, name) }))
      for (let i = 0; i < columns.length; i++) {
        const texts = read.map(({ name, column }): [string, string] => {
          const code = column?.codes[i] ?? -1
          return [name, code < 0 ? '' : column!.dictionary[code]!.trim()]
        })
        if (texts.some(([, text]) => text !== '')) rows.push({ row: rowNumbers[i]!, texts: Object.fromEntries(texts) })
      }
    },
    finish(before: readonly Finding[]): CrmReading {
      const reports = gatherReports()
      const orders = { dayFirst: false, monthFirst: false, slashes: false }
      const days = rows.map(({ texts }) => dayOf(texts['date']!))
      for (const day of days) if (isUntold(day)) weighOrder(day, orders)
      const { dayFirst, monthFirst, slashes } = orders
      const isUnclear = dates === undefined && dayFirst === monthFirst && (slashes || dayFirst)
      const order = dates ?? (monthFirst ? 'month-day' : 'day-month')
      const untold = days.find(isUntold)
      const churns = rows.flatMap(({ row, texts }, k): CrmChurn[] => {
        const event = texts['event'] === '' ? String(row) : texts['event']!
        const leaveOut = (because: string): CrmChurn[] => {
          reports.add('crm-row-unreadable', 'events are left out', () =>
            finding('crm-row-unreadable', { row, event, because }),
          )
          return []
        }
        const written = days[k]!
        const day = isUntold(written) ? (isUnclear ? NO_DAY : toldDay(written, order)) : written
        if (texts['account'] === '') return leaveOut('it names no account')
        if (day === NO_DAY) return leaveOut(`\`${texts['date']!.slice(0, 24)}\` is not a date`)
        const lost = texts['lost'] === '' ? null : amountOf(texts['lost']!)
        if (lost === null && texts['lost'] !== '')
          return leaveOut(`\`${texts['lost']!.slice(0, 24)}\` is not an amount`)
        return [
          {
            event,
            row,
            account: texts['account']!,
            day,
            lost: lost?.cents ?? null,
            currency: currencyCode(texts['currency']!) ?? currencyCode(lost?.currency ?? ''),
            reason: texts['reason'] === '' ? null : texts['reason']!,
          },
        ]
      })
      const asks =
        isUnclear && untold !== undefined ? [finding('ledger-dates-untold', { text: untoldText(untold) })] : []
      return {
        churns,
        findings: columnsAnd(served.findings, [...before, ...asks, ...reports.finish()]),
        read: rows.length,
      }
    },
  }
}
