import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileFile } from '../../src/cli/load-model.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'
import { bindCells } from '../../src/tables/bind.ts'
import { salus } from '../cli/run.ts'
import { rowsFor } from './cells.ts'
import { folder, models, queriesOf } from './goldens.ts'
import { compare, nothingCompared } from './differences.ts'
import { ask, connect, fill } from './duckdb.ts'

const root = resolve(import.meta.dirname, '../..')
const [duckdb] = DIALECTS
const AS_OF = 20269
const ROWS = 300

describe.each(models)('%s', (file) => {
  test('scores in DuckDB as in the evaluator, and says why', { timeout: 60_000 }, async () => {
    const { model } = compileFile(join(root, 'models', file))
    const inputs = allInputs(model)
    const rows = rowsFor(model, ROWS, 20261122)
    const query = queryFor(model, {
      dialect: duckdb!,
      table: ['accounts'],
      columnOf: (input) => input.name,
      account: 'the key',
      asOf: AS_OF,
      explain: true,
    })
    expect(query.findings).toEqual([])
    const connection = await connect()
    await fill(connection, 'accounts', inputs, rows)
    const found = await ask(connection, query.text!)
    const { columns } = bindCells([inputs.map((input) => input.name), ...rows], inputs)
    const compared = nothingCompared()
    compare(model, columns, { asOf: AS_OF }, found, compared, true)
    expect(compared.rows).toBe(ROWS)
    expect(compared.differences.slice(0, 5)).toEqual([])
    // Not only near: the same doubles.
    expect(compared.near).toBe(0)
  })

  test('is written in every dialect as the files in test/golden/sql that were read through', async () => {
    for (const [name, text] of queriesOf(file)) await expect(text).toMatchFileSnapshot(join(folder, name))
  })
})

test.each(DIALECTS)('salus sql --dialect $name gives that query', async ({ name }) => {
  const asked = ['sql', '--model', join(root, 'models/sourcegraph.salus'), '--as-of', '2025-06-30', '--dialect', name]
  const { code, out } = await salus(asked)
  expect(code).toBe(0)
  expect(out).toBe(readFileSync(join(folder, `sourcegraph.${name}.sql`), 'utf8'))
})
