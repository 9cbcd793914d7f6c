import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { compileFile } from '../../src/cli/load-model.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Model } from '../../src/model/model.ts'
import { DIALECTS, queryFor, type QueryOptions } from '../../src/sql/index.ts'
import { bindCells } from '../../src/tables/bind.ts'
import { open } from '../models/open.ts'
import { rowsFor, type Cell } from './cells.ts'
import { compare, nothingCompared, type Compared } from './differences.ts'
import { ask, connect, fill } from './duckdb.ts'

const root = resolve(import.meta.dirname, '../..')
const AS_OF = 20269

test('a forced segment scores as it does on the command line', async () => {
  const { model } = compileFile(join(root, 'models/sourcegraph.salus'))
  const compared = await compareIn(model, rowsFor(model, 200, 5), { segment: 'digital' })
  expect(compared).toMatchObject({ rows: 200, near: 0, differences: [] })
})

test('results of every type are columns of their types', async () => {
  const { model } = open(
    'results.salus',
    `model results
inputs {
  account text key
  team    text
  plan    one of Free, Paid
  seats   count
  paid    yes/no
  renewal date
}
let owner = if paid then team else "Nobody's own"
dimension d { measure seats  poor < 5 <= healthy }
result owner_of "Owner" = coalesce(owner, plan)
result plan_of = plan
result often = paid or seats > 10
result next = renewal
result level = band of d.seats
result nothing = seats / 0
segment free when plan = Free { }
otherwise no score`,
  )
  const rows: Cell[][] = [
    ['1', ' Digital ', ' fREE', 11, true, '2024-02-29'],
    ['2', null, 'free', 2, true, null],
    ['3', 'n/a', 'FREE', 5, false, '1999-12-31'],
    ['4', 'Scale', 'Paid', 5, false, '1999-12-31'],
    ['5', 'Scale', 'Free', null, null, null],
  ]
  const compared = await compareIn(model, rows)
  expect(compared).toMatchObject({ rows: 5, near: 0, differences: [] })
})

/** Held against the evaluator row by row. */
async function compareIn(
  model: Model,
  rows: readonly (readonly Cell[])[],
  options: Pick<QueryOptions, 'segment'> = {},
): Promise<Compared> {
  const inputs = allInputs(model)
  const { text, findings } = queryFor(model, {
    dialect: DIALECTS[0]!,
    table: ['accounts'],
    columnOf: (input) => input.name,
    account: 'the key',
    asOf: AS_OF,
    ...options,
  })
  expect(findings).toEqual([])
  const connection = await connect()
  await fill(connection, 'accounts', inputs, rows)
  const { columns } = bindCells([inputs.map((input) => input.name), ...rows.map((row) => [...row])], inputs)
  const compared = nothingCompared()
  compare(model, columns, { asOf: AS_OF, ...options }, await ask(connection, text!), compared)
  return compared
}
