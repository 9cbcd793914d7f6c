/**
 * Makes samples/quarters.csv, the scores of the sample at the quarter ends of its last two years as snapshots keep them,
 * from samples/snapshots.csv and models/sourcegraph.salus:
 *
 *     node scripts/sample-history.ts
 *
 * `acv` is what each account was worth on the day by samples/ledger.csv, in USD.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import Papa from 'papaparse'
import { compile } from '../src/compile/index.ts'
import { type Plan, plan } from '../src/engine/kernels/plan.ts'
import { readLedgerCells } from '../src/finance/read/ledger.ts'
import { readRatesCells } from '../src/finance/read/rates.ts'
import { balancesAt } from '../src/finance/reconcile/balances.ts'
import { layOut } from '../src/history/lay-out.ts'
import type { SnapshotRows } from '../src/history/rows.ts'
import { scoreRows } from '../src/history/score-rows.ts'
import { storedTable } from '../src/history/stored-table.ts'
import { allInputs } from '../src/model/all-inputs.ts'
import { bindCells } from '../src/tables/bind.ts'
import { isoDate } from '../src/tables/values/day.ts'
import { outputCell } from '../src/tables/write/output.ts'

const FROM = '2023-06-30'
const LAST_MONTHS = new Set(['03', '06', '09', '12'])

/** Columns that say something about the sample; all others would be blank or the same throughout. */
const COLUMNS = ['snapshot_date', 'model', 'model_version', 'model_hash', 'ladder', 'account', 'segment']
const FIGURES = ['score', 'shown', 'band', 'coverage', 'acv']

/** The file's text. */
export function sampleHistory(): string {
  const ready = plan(compile(readFileSync('models/sourcegraph.salus', 'utf8'), 'sourcegraph.salus').model, {
    asOf: null,
  })
  const [header = [], ...rows] = cellsOf('snapshots')
  const dates = [...new Set(rows.map((row) => row[0]!))].filter(isShown).toSorted()
  const worth = valuesOf()
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
  worth: ReadonlyMap<string, number>,
): SnapshotRows {
  const { columns } = bindCells(cells, allInputs(ready.model), { key: 'account_id' })
  const values = Float64Array.from(columns.accounts!, (account) => (worth.get(account) ?? NaN) / 100)
  const carried = new Map([['acv', { kind: 'number', values, unreadable: [] } as const]])
  return scoreRows(ready, columns, { date, recordedAt: null, overridden: new Map(), carried })
}

/** Cents of USD by account on a day. */
function valuesOf(): (day: number) => ReadonlyMap<string, number> {
  const asOf = isoDate('2025-06-30')!
  const policy = { asOf, currency: 'USD', recurring: ['recurring'], rate: 'closing', gapDays: 0 } as const
  const { rates } = readRatesCells(cellsOf('fx'), policy.currency)
  const { ledger } = readLedgerCells(cellsOf('ledger'), { ...policy, rates })
  return (day) =>
    new Map(balancesAt(ledger, rates, policy, day).map(({ account, amount }) => [account, amount] as const))
}

function isShown(date: string): boolean {
  return date >= FROM && LAST_MONTHS.has(date.slice(5, 7))
}

function cellsOf(name: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(readFileSync(`samples/${name}.csv`, 'utf8').trimEnd()).data
}

if (import.meta.main) writeFileSync('samples/quarters.csv', sampleHistory())
