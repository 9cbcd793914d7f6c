/**
 * Makes samples/quarters.csv, the scores of the sample at the four quarter ends before its last as snapshots keep them,
 * from samples/snapshots.csv and models/sourcegraph.salus:
 *
 *     node scripts/sample-history.ts
 *
 * `acv` is what each account was worth on the day by samples/ledger.csv, in the currency of its contract.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import Papa from 'papaparse'
import { compile } from '../src/compile/index.ts'
import { type Plan, plan } from '../src/engine/kernels/plan.ts'
import { layOut } from '../src/history/lay-out.ts'
import type { SnapshotRows } from '../src/history/rows.ts'
import { scoreRows } from '../src/history/score-rows.ts'
import { storedTable } from '../src/history/stored-table.ts'
import type { Column } from '../src/model/columns.ts'
import { allInputs } from '../src/model/all-inputs.ts'
import { bindCells } from '../src/tables/bind.ts'
import { isoDate } from '../src/tables/values/day.ts'
import { outputCell } from '../src/tables/write/output.ts'

const FROM = '2024-06-30'
/** The last quarter is left to whoever keeps it in the workbook. */
const BEFORE = '2025-06-30'
const LAST_MONTHS = new Set(['03', '06', '09', '12'])

/** Columns that say something about the sample; all others would be blank or the same throughout. */
const COLUMNS = ['snapshot_date', 'model', 'model_version', 'model_hash', 'ladder', 'account', 'segment']
const FIGURES = ['score', 'shown', 'band', 'coverage', 'acv', 'currency']

/** The file's text. */
export function sampleHistory(): string {
  const ready = plan(compile(readFileSync('models/sourcegraph.salus', 'utf8'), 'sourcegraph.salus').model, {
    asOf: null,
  })
  const [header = [], ...rows] = cellsOf('snapshots')
  const dates = [...new Set(rows.map((row) => row[0]!))].filter(isShown).toSorted()
  const worth = worthOf()
  const scorings = dates.map((date) => {
    const ofDate = rows.filter((row) => row[0] === date)
    return scoringOf(ready, isoDate(date)!, [header, ...ofDate], worth(isoDate(date)!))
  })
  const { fields, batches } = storedTable(layOut(scorings))
  const names = [...COLUMNS, ...FIGURES, ...fields.map(({ name }) => name).filter((name) => /^\w+\.score$/.test(name))]
  const places = names.map((name) => fields.findIndex((field) => field.name === name))
  const lines = batches.flatMap(({ length, columns }) =>
    Array.from({ length }, (_, row) => places.map((place) => outputCell(columns[place]!, row))),
  )
  return `${Papa.unparse([names, ...lines], { newline: '\n' })}\n`
}

function scoringOf(
  ready: Plan,
  date: number,
  cells: readonly (readonly string[])[],
  worth: ReadonlyMap<string, Worth>,
): SnapshotRows {
  const { columns } = bindCells(cells, allInputs(ready.model), { key: 'account_id' })
  const accounts = columns.accounts!
  const values = Float64Array.from(accounts, (account) => (worth.get(account)?.cents ?? NaN) / 100)
  const dictionary = ['USD', 'EUR', 'GBP']
  const codes = Int32Array.from(accounts, (account) => dictionary.indexOf(worth.get(account)?.currency ?? ''))
  const carried = new Map<string, Column>([
    ['acv', { kind: 'number', values, unreadable: [] }],
    ['currency', { kind: 'text', codes, dictionary, unreadable: [] }],
  ])
  return scoreRows(ready, columns, { date, recordedAt: null, overridden: new Map(), carried })
}

interface Worth {
  readonly cents: number
  readonly currency: string
}

/** What each account's lines come to on a day. An account has lines of one currency. */
function worthOf(): (day: number) => ReadonlyMap<string, Worth> {
  const [, ...lines] = cellsOf('ledger')
  const read = lines.map(([, account, , , start, end, amount, currency, charge]) => ({
    account: account!,
    start: isoDate(start!)!,
    end: isoDate(end!)!,
    cents: charge === 'recurring' ? Math.round(Number(amount) * 100) : 0,
    currency: currency!,
  }))
  return (day) => {
    const worth = new Map<string, Worth>()
    for (const { account, start, end, cents, currency } of read) {
      if (start <= day && day < end) worth.set(account, { cents: (worth.get(account)?.cents ?? 0) + cents, currency })
    }
    return worth
  }
}

function isShown(date: string): boolean {
  return date >= FROM && date < BEFORE && LAST_MONTHS.has(date.slice(5, 7))
}

function cellsOf(name: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(readFileSync(`samples/${name}.csv`, 'utf8').trimEnd()).data
}

if (import.meta.main) writeFileSync('samples/quarters.csv', sampleHistory())
