import { expect, test } from 'vitest'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'
import { choices, input, measure, model, of, raw, whole } from '../engine/build.ts'
import { ask, connect, fill } from './duckdb.ts'
import { HOSTILE_CELLS, hostileModel, hostileQuery, hostileResults, longNames, NAMES } from './hostile.ts'

const duckdb = DIALECTS[0]!

test.each(NAMES)('%j is a name and a word like any other', async (name) => {
  const connection = await connect()
  const cells = HOSTILE_CELLS(name).map((cell) => [cell])
  await fill(connection, name, hostileModel(name).inputs, cells)
  const rows = await ask(connection, hostileQuery(name, duckdb).text!)
  expect(rows.map((row) => Object.values(row))).toEqual(hostileResults(name))
})

test.each(DIALECTS)('names too long for $name stay apart', (dialect) => {
  const { text, columns } = longNames(dialect)
  expect(text).not.toBeNull()
  const names = columns.map((column) => column.name)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(dialect.longest)
})

test('BigQuery names columns in letters, digits and underscores alone', () => {
  const bigquery = DIALECTS.find(({ name }) => name === 'bigquery')!
  for (const name of NAMES) {
    for (const column of hostileQuery(name, bigquery).columns) expect(column.name).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/)
  }
})

test.each([
  ['duckdb', 'DuckDB', 'a\nb', 'a name with a line break'],
  ['spark', 'Spark', 'a${env:HOME}', 'a name with `${`'],
])('what %s cannot have in a name is refused', (dialect, label, name, what) => {
  const made = model({
    inputs: [input(name)],
    root: whole([measure('m', choices({}), { value: raw(of(name)) })]),
  })
  const { text: query, findings } = queryFor(made, {
    dialect: DIALECTS.find((one) => one.name === dialect)!,
    table: ['accounts'],
    columnOf: ({ name: column }) => column,
    account: 'account',
    asOf: null,
  })
  expect(query).toBeNull()
  expect(findings.map(({ parameters }) => parameters)).toContainEqual({ dialect: label, where: 'm', what })
})
