import { sampleEvents, SAMPLE_DAY } from '../../scripts/sample-events.ts'
import { compile } from '../../src/compile/index.ts'
import { evaluate } from '../../src/engine/evaluate.ts'
import { filler } from '../../src/history/events/fill.ts'
import { columnsToRead, linesOf } from '../../src/history/events/lines.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Model } from '../../src/model/model.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'
import { bindCells } from '../../src/tables/browser.ts'
import type { Engine, TableColumn } from '../equal/engines/engine.ts'

/** Every kind of figure, over days, since a date and over all, against the time before and not, to be computed by a database and by the engine. */
const amounts = [
  ['count', 'count of events', ''],
  ['count', 'count of events where event = "insight analyzed"', ''],
  ['count', 'distinct user of events', ' where role = "owner"'],
  ['number', 'sum of value of events', ''],
  ['number', 'sum of value / 3 of events', ' where event = "nps answered"'],
  ['number', 'average of value / 3 of events', ''],
  ['number', 'min of value of events', ''],
  ['number', 'max of value - 5 of events', ''],
  ['number', 'last of value of events', ''],
  ['number', 'first of value of events', ' where role = "member"'],
  ['number', 'share of role = "owner" of events', ''],
  ['number', 'share of value > 5 of events', ''],
] as const
const texts = [
  ['text', 'last of detail of events where detail is not missing'],
  ['text', 'first of user of events over 3 days'],
  [
    'yes/no',
    'last of event = "payment failed" of events where event is one of ("payment failed", "payment succeeded")',
  ],
  ['date', 'last of at of events where role = "owner"'],
  ['one of Scale, Other', 'last of detail of events where event = "plan changed"'],
  ['days', 'days since events where event = "insight analyzed"'],
  ['days', 'days since first events'],
  ['count', 'streak of days of events'],
  ['count', 'streak of weeks with 3+ of events where event = "insight analyzed"'],
  ['count', 'streak of months of events where role = "owner"'],
  ['ratio', 'stickiness of user of events over 28 days'],
  ['ratio', 'stickiness of user of events since renewed'],
] as const
const windows = ['', ' over 7 days', ' over 30 days missing as 0', ' since renewed', ' since renewed missing as -1']
const against = ['', 'increase of ', 'decrease of ', 'change of ', 'previous of ']

const figures: readonly Figure[] = [
  ...texts,
  // Each amount over each window, the comparisons taking turns.
  ...amounts.flatMap(([type, amount, where], n) =>
    windows.map((window, w): readonly [string, string] => {
      const comparison = window === '' ? '' : against[(n + w) % against.length]!
      const isShare = comparison !== '' && comparison !== 'previous of '
      return [isShare ? 'number' : type, `${comparison}${amount}${where}${window}`]
    }),
  ),
]

type Figure = readonly [type: string, written: string]

const text = `model figures
inputs {
  account text "Account" key
  renewed date
  first_seen days = days since first events
${figures.map(([type, figure], n) => `  f${n} ${type} = ${figure}`).join('\n')}
}
inputs from events {
  account text key
  at date
  event text
  user text
  role text
  detail text
  value number
}
missing skip
measure first_seen  poor < 30 <= healthy
${figures.map((_, n) => `result r${n} = f${n}`).join('\n')}
`

/** A figure of an account as a database and as the engine has it. */
export interface FigurePair {
  readonly account: string
  readonly figure: string
  readonly found: unknown
  readonly expected: unknown
}

/** Figures of all accounts of a sample, by a database and by the engine. */
export async function figuresOf(engine: Engine): Promise<readonly FigurePair[]> {
  const { model, findings } = compile(text, 'figures.salus')
  if (findings.some(({ level }) => level === 'error')) throw new Error(JSON.stringify(findings))
  const sample = sampleEvents(18, 7)
  const [, ...accounts] = cells(sample.accounts)
  const dates = ['2025-06-01', '2025-06-25', '', '2025-08-01', '2025-06-30', '2025-03-03']
  const table = accounts.map(([name], n) => [name!, dates[n % dates.length]!])
  const [header = [], ...events] = cells(sample.events)
  // In a warehouse a point in time has a type, without an offset.
  const lines = events.map(([account, at, ...rest]) => [account!, new Date(at!).toISOString(), ...rest])
  const found = await byDatabase(engine, model, table, header, lines)
  const expected = byEngine(model, table, header, lines)
  return [...expected].flatMap(([account, results]) =>
    figures.map(([type, figure], n) => ({
      account,
      figure,
      found: plain(found.get(account)?.[`result__r${n}`], type),
      expected: plain(results[`r${n}`], type),
    })),
  )
}

type Rows = readonly (readonly string[])[]
type Values = Readonly<Record<string, unknown>>

async function byDatabase(
  engine: Engine,
  model: Model,
  table: Rows,
  header: readonly string[],
  lines: Rows,
): Promise<ReadonlyMap<string, Values>> {
  const column = (rows: Rows, at: number, name: string, type: TableColumn['type']): TableColumn => ({
    name,
    type,
    cells: rows.map((row) => {
      const cell = row[at]!
      if (cell === '') return null
      if (type === 'timestamp') return cell.replace('T', ' ').replace('.000Z', '')
      return type === 'double' ? Number(cell) : cell
    }),
  })
  const types: Readonly<Record<string, TableColumn['type']>> = { at: 'timestamp', value: 'double' }
  await engine.load({
    name: 'accounts',
    columns: [column(table, 0, 'Account', 'text'), column(table, 1, 'renewed', 'date')],
  })
  await engine.load({ name: 'log', columns: header.map((name, at) => column(lines, at, name, types[name] ?? 'text')) })
  const query = queryFor(model, {
    dialect: DIALECTS.find(({ name }) => name === engine.name)!,
    table: ['accounts'],
    columnOf: ({ labels, name }) => labels[0] ?? name,
    account: 'Account',
    asOf: SAMPLE_DAY,
    logs: { tables: new Map([['events', ['log']]]), columnOf: ({ name }) => name },
  })
  if (query.text === null) throw new Error(JSON.stringify(query.findings))
  const { names, rows } = await engine.ask(query.text)
  const named = rows.map((row) => Object.fromEntries(row.map((value, at) => [names[at]!, value])))
  return new Map(named.map((row) => [String(row['account']), row]))
}

function byEngine(model: Model, table: Rows, header: readonly string[], lines: Rows): ReadonlyMap<string, Values> {
  const [log] = model.logs
  const read = bindCells([header, ...lines], columnsToRead(log!), { key: false }).columns
  const ordered = linesOf(log!, read, 'events.csv', [...lines.keys()])
  if (ordered.findings.length > 0) throw new Error(JSON.stringify(ordered.findings))
  const inputs = allInputs(model)
  const filled = filler(model, { logs: new Map([['events', ordered.lines]]), history: null }, SAMPLE_DAY)
  const bound = bindCells(
    [['Account', 'renewed'], ...table],
    inputs.filter(({ name }) => !filled.names.has(name)),
  )
  const columns = filled.fill(bound.columns)
  return new Map(
    columns.accounts!.map((account, row) => [
      account,
      evaluate(model, rowAt(columns, inputs, row), { asOf: SAMPLE_DAY, account }).results,
    ]),
  )
}

function cells(csv: string): string[][] {
  return csv
    .trim()
    .split('\n')
    .map((line) => line.split(','))
}

/** A text as a database has it where it was folded; a number whatever type it came in. */
function plain(value: unknown, type: string): unknown {
  if (value === undefined || value === null) return null
  if (type === 'text') return String(value).toLowerCase()
  if (type === 'date' || type === 'yes/no' || type.startsWith('one of'))
    return value instanceof Date ? value.toISOString().slice(0, 10) : value
  return Number(value)
}
