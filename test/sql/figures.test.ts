import { expect, test } from 'vitest'
import { sampleEvents, SAMPLE_DAY } from '../../scripts/sample-events.ts'
import { compile } from '../../src/compile/index.ts'
import { evaluate } from '../../src/engine/evaluate.ts'
import { filler } from '../../src/history/events/fill.ts'
import { columnsToRead, linesOf } from '../../src/history/events/lines.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'
import { bindCells } from '../../src/tables/browser.ts'
import { ask, connect } from './duckdb.ts'

/** Every kind of figure, over days, since a date and over all, against the time before and not, as DuckDB and as the engine computes it. */
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

const figures = [
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
const model = `model figures
inputs {
  account text "Account" key
  renewed date
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
measure f5  poor < 3 <= healthy
${figures.map((_, n) => `result r${n} = f${n}`).join('\n')}
`

test('figures of a log in DuckDB are those of the engine', async () => {
  const compiled = compile(model, 'figures.salus')
  expect(compiled.findings.filter(({ level }) => level === 'error')).toEqual([])
  const sample = sampleEvents(18, 7)
  const cells = (text: string): string[][] =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split(','))
  const [, ...accounts] = cells(sample.accounts)
  const dates = ['2025-06-01', '2025-06-25', '', '2025-08-01', '2025-06-30', '2025-03-03']
  const table = [['Account', 'renewed'], ...accounts.map(([name], n) => [name!, dates[n % dates.length]!])]
  // In a warehouse a point in time has a type; DuckDB and the engine are given the same ones.
  const [header, ...events] = cells(sample.events)
  const lines = events.map(([account, at, ...rest]) => [account!, new Date(at!).toISOString(), ...rest])

  const connection = await connect()
  await connection.run(
    `create table accounts as select * from (values ${valuesOf(table.slice(1))}) t("Account", renewed_text)`,
  )
  await connection.run('alter table accounts add column renewed date')
  await connection.run('update accounts set renewed = cast(renewed_text as date)')
  await connection.run(`create table log as select account, cast(replace(moment, 'Z', '') as timestamp) as "at", event, "user", role, detail, cast(value as double) as value
    from (values ${valuesOf(lines)}) t(account, moment, event, "user", role, detail, value)`)
  const query = queryFor(compiled.model, {
    dialect: DIALECTS.find(({ name }) => name === 'duckdb')!,
    table: ['accounts'],
    columnOf: ({ labels, name }) => labels[0] ?? name,
    account: 'Account',
    asOf: SAMPLE_DAY,
    logs: { tables: new Map([['events', ['log']]]), columnOf: ({ name }) => name },
  })
  expect(query.findings).toEqual([])
  const rows = await ask(connection, query.text!)

  const [log] = compiled.model.logs
  const read = bindCells([header!, ...lines], columnsToRead(log!), { key: false }).columns
  const { lines: ordered, findings } = linesOf(log!, read, 'events.csv', [...lines.keys()])
  expect(findings).toEqual([])
  const inputs = allInputs(compiled.model)
  const filled = filler(compiled.model, { logs: new Map([['events', ordered]]), history: null }, SAMPLE_DAY)
  const bound = bindCells(
    table,
    inputs.filter(({ name }) => !filled.names.has(name)),
  ).columns
  const columns = filled.fill(bound)
  const byAccount = new Map(rows.map((row) => [row['account'], row]))
  let present = 0
  for (let row = 0; row < columns.length; row++) {
    const { account = null, results } = evaluate(compiled.model, rowAt(columns, inputs, row), {
      asOf: SAMPLE_DAY,
      account: columns.accounts![row]!,
    })
    const found = byAccount.get(account)!
    for (const [n, [type, figure]] of figures.entries()) {
      const value = found[`result__r${n}`] ?? null
      const expected = results[`r${n}`] ?? null
      if (expected !== null) present += 1
      expect({ account, figure, value: plain(value, type) }).toEqual({ account, figure, value: plain(expected, type) })
    }
  }
  expect(present).toBeGreaterThan(figures.length * columns.length * 0.6)
})

/** A text as DuckDB has it where it was folded, a date as its days. */
function plain(value: unknown, type: string): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'string') return type === 'text' ? value.toLowerCase() : value
  return typeof value === 'bigint' ? Number(value) : value
}

function valuesOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (text === '' ? 'null' : `'${text.replaceAll("'", "''")}'`)
  return rows.map((row) => `(${row.map(cell).join(', ')})`).join(', ')
}
