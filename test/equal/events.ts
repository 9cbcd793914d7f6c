import { resolve } from 'node:path'
import Papa from 'papaparse'
import { sampleEvents, SAMPLE_DAY } from '../../scripts/sample-events.ts'
import { compileFile } from '../../src/cli/load-model.ts'
import { filler } from '../../src/history/events/fill.ts'
import { columnsToRead, linesOf } from '../../src/history/events/lines.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Input } from '../../src/model/input.ts'
import type { Log } from '../../src/model/log.ts'
import { bindCells } from '../../src/tables/bind.ts'
import type { Table, TableCell, TableColumn } from './engines/index.ts'
import { rowsOf, type Subject } from './subject.ts'

/** PostHog's health score from raw events and daily figures: what the engine makes of the logs, and the logs as tables. */
export function scoredFromEvents(accounts: number, seed: number): Subject {
  const name = 'models/posthog.salus'
  const { model } = compileFile(resolve(import.meta.dirname, '../..', name))
  const sample = sampleEvents(accounts, seed)
  const keys = new Map(linesIn(sample.accounts).map(({ Account }, n) => [Account!, String(n)]))
  const logs = model.logs.map((log) => {
    const text = log.name === 'daily' ? sample.daily : sample.events
    const rows = linesIn(text).map((line) => log.columns.map((column) => cellOf(log, column, line[column.name]!, keys)))
    return { log, rows }
  })
  const lines = logs.map(({ log, rows }) => {
    const header = log.columns.map((column) => column.name)
    const read = bindCells([header, ...rows], columnsToRead(log), { key: false }).columns
    return [log.name, linesOf(log, read, log.name, [...rows.keys()]).lines] as const
  })
  const figures = filler(model, { logs: new Map(lines), history: null }, SAMPLE_DAY)
  const inputs = allInputs(model).filter((input) => !figures.names.has(input.name))
  const rows = rowsOf(
    'accounts with events',
    inputs,
    [...keys.values()].map((key) => inputs.map((input) => (input.role === 'account' ? key : null))),
  )
  return {
    name: `${name}, from events`,
    kind: 'from events',
    model,
    file: null,
    asOf: SAMPLE_DAY,
    rows: { ...rows, columns: figures.fill(rows.columns) },
    logs: new Map(logs.map((one) => [one.log.name, tableOf(one.log, one.rows)])),
  }
}

type Line = Readonly<Record<string, string>>

function linesIn(text: string): readonly Line[] {
  return Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data
}

/** A point in time in UTC: as a column without a zone has it. */
function cellOf(log: Log, { name, type }: Input, text: string, keys: ReadonlyMap<string, string>): TableCell {
  if (text === '') return null
  if (name === log.account) return keys.get(text) ?? text
  if (name === log.at) return text.length === 10 ? text : new Date(text).toISOString().slice(0, 19).replace('T', ' ')
  return type === 'text' ? text : Number(text)
}

function tableOf(log: Log, rows: readonly (readonly TableCell[])[]): Table {
  const typeOf = ({ name, type }: Input): TableColumn['type'] => {
    if (name === log.at) return log.name === 'daily' ? 'date' : 'timestamp'
    return type === 'text' ? 'text' : 'double'
  }
  const columns = log.columns.map((column, at) => ({
    name: column.name,
    type: typeOf(column),
    cells: rows.map((row) => row[at]!),
  }))
  return { name: `log of ${log.name}`, columns }
}
