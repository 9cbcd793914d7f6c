import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readColumns } from '../../src/cli/accounts.ts'
import { compileFile } from '../../src/cli/load-model.ts'
import { salus } from '../cli/run.ts'
import { compare, nothingCompared } from './differences.ts'
import { ask, connect } from './duckdb.ts'

const root = resolve(import.meta.dirname, '../..')
const path = join(root, 'models/sourcegraph.salus')
const data = join(root, 'samples/accounts.csv')

test('the sample scores by its header labels as salus score scores it', { timeout: 60_000 }, async () => {
  const { model } = compileFile(path)
  const { code, out } = await salus(
    ['sql', '--model', path, '--labels', '--without', 'mau_per_tam', '--view', 'scores'].concat(['--json']),
  )
  expect(code).toBe(0)
  const { sql } = JSON.parse(out) as { sql: string }
  const connection = await connect()
  await connection.run(`create table accounts as select * from read_csv('${data}')`)
  await connection.run(sql)
  const { columns } = await readColumns(model, { data }, { asOf: null })
  const compared = nothingCompared()
  compare(model, columns, { asOf: null }, await ask(connection, 'select * from scores order by account'), compared)
  expect(compared.rows).toBe(columns.length)
  expect(compared.differences).toEqual([])
  expect(compared.near).toBe(0)
})

test('what is asked for wrongly is said in one sentence', async () => {
  const wrongly = (...more: string[]) => salus(['sql', '--model', path, ...more])
  expect(await wrongly('--dialect', 'cobol')).toMatchObject({ code: 2, err: expect.stringContaining('`cobol` is not') })
  expect(await wrongly('--without', 'nothing')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no input `nothing`'),
  })
})
