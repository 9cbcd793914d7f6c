import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'
import { bindCells } from '../../src/tables/bind.ts'
import { anyModelAndRows, INPUTS } from '../engine/arbitrary.ts'
import { cellsOf } from './cells.ts'
import { compare, nothingCompared } from './differences.ts'
import { ask, connect, fill } from './duckdb.ts'

const RUNS = 60

test('random models score in DuckDB as in the evaluator, or are refused', { timeout: 300_000 }, async () => {
  const compared = nothingCompared()
  const refused = new Set<string>()
  const connection = await connect()
  const sample = fc.sample(anyModelAndRows({ min: 12, max: 30 }), { seed: 20261122, numRuns: RUNS })
  for (const [n, { model, rows, asOf }] of sample.entries()) {
    const explain = n % 3 === 0
    const query = queryFor(model, {
      dialect: DIALECTS[0]!,
      table: ['accounts'],
      columnOf: (input) => input.name,
      account: 'the key',
      asOf,
      explain,
    })
    for (const found of query.findings) {
      const { what } = found.parameters as { what: string }
      refused.add(what)
    }
    if (query.text === null) continue
    const cells = rows.map((row) => cellsOf(INPUTS, row))
    await fill(connection, 'accounts', INPUTS, cells)
    const { columns } = bindCells([INPUTS.map((input) => input.name), ...cells.map((row) => [...row])], INPUTS)
    compare(model, columns, { asOf }, await ask(connection, query.text), compared, explain)
  }
  // Nothing that random models say is refused today: what comes to be is listed here by name.
  expect([...refused]).toEqual([])
  expect(compared.differences.slice(0, 10)).toEqual([])
  expect(compared.rows).toBeGreaterThan(1000)
})
