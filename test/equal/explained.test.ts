import * as fc from 'fast-check'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileFile } from '../../src/cli/load-model.ts'
import { evaluate } from '../../src/engine/evaluate.ts'
import { overrideInputs } from '../../src/history/override-inputs.ts'
import { readOverrides } from '../../src/history/overrides.ts'
import type { ScoreOptions } from '../../src/engine/account.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Input } from '../../src/model/input.ts'
import type { Model } from '../../src/model/model.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { DIALECTS, queryFor, type QueryOptions } from '../../src/sql/index.ts'
import { bindCells } from '../../src/tables/bind.ts'
import { anyModelAndRows, INPUTS } from '../engine/arbitrary.ts'
import { cellsOf, rowsFor, type Cell } from '../sql/cells.ts'
import { compareRow, nothingCompared } from '../sql/differences.ts'
import { overridesOf } from '../sql/people.ts'
import { startPostgres, startSpark, type Engine, type TableColumn } from './engines/index.ts'
import { KEY, rowsOf } from './subject.ts'

const AS_OF = 20269
const SEED = 20261122

describe.each(Object.entries({ PostgreSQL: startPostgres, Spark: startSpark }))(
  '%s',
  (_, start) => {
    let engine: Engine
    beforeAll(async () => {
      engine = await start()
    }, 240_000)
    afterAll(() => engine.stop())

    test.each(['sourcegraph', 'vitally', 'posthog-2026'])('says why as the engine does: %s', async (name) => {
      const { model } = compileFile(resolve(import.meta.dirname, `../../models/${name}.salus`))
      const given = { model, inputs: allInputs(model), cells: rowsFor(model, 200, SEED), asOf: AS_OF }
      expect(await differences(engine, given, { explain: true })).toEqual([])
    })

    test('overrides of a table change what overrides of a file change', async () => {
      const sample = fc.sample(anyModelAndRows({ min: 12, max: 30 }), { seed: SEED, numRuns: 3 })
      for (const [n, { model, rows, asOf }] of sample.entries()) {
        const people = overridesOf(model, rows.length, n)
        expect(people.length).toBeGreaterThan(0)
        const cells = rows.map((row) => cellsOf(INPUTS, row))
        const given = { model, inputs: INPUTS, cells, asOf, people }
        expect(await differences(engine, given, { explain: n % 2 === 0 })).toEqual([])
      }
    })
  },
  600_000,
)

interface Given {
  readonly model: Model
  readonly inputs: readonly Input[]
  readonly cells: readonly (readonly Cell[])[]
  readonly asOf: number | null
  readonly people?: readonly (readonly Cell[])[]
}

/** Between what the query gives for each account and what the evaluator gives for it. */
async function differences(
  engine: Engine,
  { model, inputs, cells, asOf, people }: Given,
  options: Pick<QueryOptions, 'explain'>,
): Promise<readonly string[]> {
  const { table, columns } = rowsOf('accounts', inputs, cells)
  await engine.load(table)
  if (people !== undefined) await engine.load({ name: 'overrides', columns: peopleColumns(people) })
  const query = queryFor(model, {
    dialect: DIALECTS.find(({ name }) => name === engine.name)!,
    table: ['accounts'],
    columnOf: ({ name }) => name,
    account: KEY,
    asOf,
    ...options,
    ...(people !== undefined && { overrides: { table: ['overrides'], without: new Set<string>(), order: 'place' } }),
  })
  expect(query.findings).toEqual([])
  const { names, rows } = await engine.ask(query.text!)
  const overrides = people === undefined ? new Map<string, never>() : read(model, people, asOf)
  const compared = nothingCompared()
  for (const row of rows) {
    const account = String(row[0])
    const own: ScoreOptions = { asOf, overrides: overrides.get(account) ?? [] }
    const expected = evaluate(model, rowAt(columns, inputs, Number(account)), own)
    const given = row.map((value, at) => {
      if (query.columns[at]!.kind !== 'date' || value === null) return value
      return new Date(`${String(value).slice(0, 10)}T00:00:00Z`)
    })
    const found = Object.fromEntries(given.map((value, at) => [names[at]!, value]))
    compareRow(model, expected, found, compared, {
      explained: options.explain === true,
      overridden: people !== undefined,
    })
  }
  expect(compared.rows).toBe(cells.length)
  return compared.differences.slice(0, 10)
}

type Overrides = ReturnType<typeof readOverrides>['byAccount']

function read(model: Model, people: readonly (readonly Cell[])[], asOf: number | null): Overrides {
  const cells = people.map((row) => [...row])
  const table = bindCells([overrideInputs.map(({ name }) => name), ...cells], overrideInputs)
  const rowNumbers = people.map((_, at) => at + 2)
  return readOverrides(model, table.columns, { asOf, rowNumbers, accounts: null }).byAccount
}

/** As a warehouse has them: typed, and in no order but that of a column. */
function peopleColumns(people: readonly (readonly Cell[])[]): readonly TableColumn[] {
  const types: Readonly<Record<string, TableColumn['type']>> = { score: 'double', date: 'date', expiry: 'date' }
  const names = ['account', 'path', 'score', 'band', 'reason', 'author', 'date', 'expiry']
  const columns = names.map((name, at) => ({
    name,
    type: types[name] ?? 'text',
    cells: people.map((row) => row[at]!),
  }))
  return [{ name: 'place', type: 'bigint', cells: people.map((_, place) => place) }, ...columns]
}
