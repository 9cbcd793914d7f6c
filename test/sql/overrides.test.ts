import * as fc from 'fast-check'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { overrideInputs } from '../../src/history/override-inputs.ts'
import { readOverrides } from '../../src/history/overrides.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'
import { bindCells } from '../../src/tables/bind.ts'
import { folder, salus } from '../cli/run.ts'
import { anyModelAndRows, INPUTS } from '../engine/arbitrary.ts'
import { cellsOf, type Cell } from './cells.ts'
import { compareRow, nothingCompared } from './differences.ts'
import { ask, connect, fill } from './duckdb.ts'
import { overridesOf } from './people.ts'

const root = resolve(import.meta.dirname, '../..')
const RUNS = 6

test('overrides of a table change what overrides of a file change', { timeout: 300_000 }, async () => {
  const compared = nothingCompared()
  let overridden = 0
  const connection = await connect()
  const sample = fc.sample(anyModelAndRows({ min: 12, max: 30 }), { seed: 20261122, numRuns: RUNS })
  for (const [n, { model, rows, asOf }] of sample.entries()) {
    const explain = n % 2 === 0
    const people = overridesOf(model, rows.length, n)
    const query = queryFor(model, {
      dialect: DIALECTS[0]!,
      table: ['accounts'],
      columnOf: (input) => input.name,
      account: 'the key',
      asOf,
      explain,
      overrides: { table: ['overrides'], without: new Set(), order: 'place' },
    })
    expect(query.findings).toEqual([])
    const cells = rows.map((row) => cellsOf(INPUTS, row))
    await fill(connection, 'accounts', INPUTS, cells)
    await connection.run(
      'create or replace table overrides (place integer, account varchar, path varchar, score double)',
    )
    await connection.run('alter table overrides add band varchar; alter table overrides add reason varchar')
    await connection.run('alter table overrides add author varchar; alter table overrides add date date')
    await connection.run('alter table overrides add expiry date')
    const values = people.map((row, place) => `(${[String(place), ...row.map(literal)].join(', ')})`)
    if (values.length > 0) await connection.run(`insert into overrides values ${values.join(', ')}`)

    const { columns } = bindCells([INPUTS.map(({ name }) => name), ...cells.map((row) => [...row])], INPUTS)
    const table = bindCells([overrideInputs.map(({ name }) => name), ...people], overrideInputs)
    const { byAccount } = readOverrides(model, table.columns, {
      asOf,
      rowNumbers: people.map((_, at) => at + 2),
      accounts: null,
    })
    for (const given of await ask(connection, query.text!)) {
      const overrides = byAccount.get(String(given['account'])) ?? []
      const row = rowAt(columns, INPUTS, Number(given['account']))
      const expected = evaluate(model, row, { asOf, overrides })
      if (overrides.length > 0) overridden++
      compareRow(model, expected, given, compared, { explained: explain, overridden: true })
    }
  }
  expect(compared.differences.slice(0, 10)).toEqual([])
  expect(overridden).toBeGreaterThan(20)
})

test('without an order the later date counts, and blank dates come first', async () => {
  const {
    data,
    overrides,
    'm.salus': model,
  } = folder({
    data: 'account,n\na,10\nb,10\nc,10\n',
    overrides: '',
    'm.salus': `model m
inputs {
  account text key
  n count
}
missing skip
dimension d { measure n  poor < 5 <= healthy }`,
  })
  void overrides
  const args = [
    'sql',
    '--model',
    model,
    '--as-of',
    '2025-06-30',
    '--overrides',
    'people',
    '--overrides-without',
    'path',
  ]
  const { out, code } = await salus(args)
  expect(code).toBe(0)
  const connection = await connect()
  await connection.run(`create table accounts as select * from read_csv('${data}')`)
  await connection.run(`create table people as select * from (values
    ('a', 2.0, null, 'later', 'ann', date '2025-06-01', null),
    ('a', 7.0, 'poor', 'earlier', 'bob', date '2025-05-01', date '2026-01-01'),
    ('b', null, 'Healthy', 'no date', 'ann', null, null),
    ('b', 3.0, null, 'dated', 'bob', date '2025-01-01', null),
    ('c', 1.0, null, 'past', 'ann', date '2025-01-01', date '2025-06-29'),
    ('c', 1.0, null, 'to come', 'ann', date '2025-07-01', null),
    ('c', null, 'no such band', 'unread', 'ann', null, null)
  ) as t(account, score, band, reason, author, date, expiry)`)
  const rows = (await ask(connection, out)).toSorted((a, b) => (String(a['account']) < String(b['account']) ? -1 : 1))
  expect(rows.map((row) => [row['score'], row['band'], row['score_before'], row['override_reason']])).toEqual([
    [2, 'poor', 10, 'later'],
    [3, 'poor', 10, 'dated'],
    [10, 'healthy', 10, null],
  ])
})

test('what is said wrongly of overrides is answered in one sentence', async () => {
  const model = join(root, 'models/sourcegraph.salus')
  const wrongly = async (...more: string[]): Promise<string> => {
    const { code, err } = await salus(['sql', '--model', model, ...more])
    expect(code).toBe(2)
    return err
  }
  const date = ['--as-of', '2025-06-30']
  expect(await wrongly('--overrides', 'people')).toContain('overrides expire: add --as-of')
  expect(await wrongly('--overrides-order', 'id')).toContain('add --overrides')
  expect(await wrongly(...date, '--overrides', 'p', '--overrides-without', 'nothing')).toContain('no column `nothing`')
  expect(await wrongly(...date, '--overrides', 'p', '--overrides-without', 'score', 'band')).toContain(
    'a score or a band',
  )
  expect(await wrongly(...date, '--overrides', 'p', '--overrides-without', 'date')).toContain('add --overrides-order')
  expect(await wrongly(...date, '--overrides', 'p..q')).toContain('--overrides takes a name like')
  expect(await wrongly(...date, '--overrides', 'p', '--overrides-order', '')).toContain('takes the name of a column')
})

function literal(cell: Cell): string {
  return cell === null ? 'null' : `'${String(cell).replaceAll("'", "''")}'`
}
