import { expect, test } from 'vitest'
import { compile } from '../../src/compile/index.ts'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'
import { startDuckDB } from '../equal/engines/duckdb.ts'
import { ask, connect } from './duckdb.ts'
import { figuresOf } from './figures.ts'

test('figures of a log in DuckDB are those of the engine', async () => {
  const engine = await startDuckDB()
  const pairs = await figuresOf(engine)
  await engine.stop()
  expect(pairs.filter(({ found, expected }) => found !== expected)).toEqual([])
  expect(pairs.filter(({ expected }) => expected !== null).length).toBeGreaterThan(pairs.length * 0.6)
})

test('no step of the query is called as another, or as a table', async () => {
  const columns = '{\n  account text key\n  at date\n  value number\n}\n'
  const { model, findings } = compile(
    `model steps
inputs {
  account text key
  large count = count of events where round(value) > 3
  eager count = streak of days of events
  steady count = streak of days of daily
}
inputs from events ${columns}inputs from daily ${columns}missing skip
measure large  poor < 1 <= healthy
result eager = eager
result steady = steady
`,
    'steps.salus',
  )
  expect(findings).toEqual([])
  const connection = await connect()
  const lines =
    "select 'a' as account, date '2025-06-29' - cast(day as integer) as at, 3 + day * 0.7 as value from range(3) as t(day)"
  await connection.run(`create table events_figures as ${lines}`)
  for (const table of ['events_cells', 'events_lines', 'accounts_with_figures']) {
    await connection.run(`create table ${table} as select 'a' as account`)
    const { text } = queryFor(model, {
      dialect: DIALECTS[0]!,
      table: [table],
      columnOf: ({ name }) => name,
      account: 'account',
      asOf: 20269,
      logs: {
        tables: new Map([
          ['events', ['events_figures']],
          ['daily', ['events_figures']],
        ]),
        columnOf: ({ name }) => name,
      },
    })
    const [row] = await ask(connection, text!)
    expect(row).toMatchObject({ account: 'a', score: 10, result__eager: 3, result__steady: 3 })
  }
})
