import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTable } from '../../src/tables/node.ts'
import { input } from './inputs.ts'
import { whole } from './read.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salus-[parquet]*-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** Lets DuckDB write what a query yields and reads it as a table. */
async function query(select: string, inputs: Parameters<typeof withTable>[1]) {
  const path = join(folder, 'table.parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`)
  connection.closeSync()
  return withTable(path, inputs, whole)
}

test('types that other tools write', async () => {
  const day = Date.parse('2025-01-31') / 86_400_000
  const read = await query(
    `SELECT 9007199254740993::BIGINT AS account, 40::BIGINT AS mau, 0.85::FLOAT AS ratio, 29.3::DECIMAL(9, 2) AS share, 
            true AS champion, DATE '2025-01-31' AS renewal, TIMESTAMP '2025-01-31 23:59:59' AS seen, '1,204' AS seats, [1, 2] AS list
     UNION ALL SELECT 7, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL`,
    [
      input('mau', 'count'),
      input('ratio', 'ratio'),
      input('share', 'percent'),
      input('champion', 'yes/no'),
      input('renewal', 'date'),
      input('seen', 'date'),
      input('seats', 'count'),
      input('list', 'count'),
    ],
  )
  expect(read).toMatchObject({
    accounts: ['9007199254740993', '7'],
    inputs: {
      mau: [40, null],
      ratio: [0.85, null],
      share: [0.293, null],
      champion: [1, null],
      renewal: [day, null],
      seen: [day, null],
      seats: [1204, null],
      list: [null, null],
    },
    says: ['row 1, "list": `[1, 2]` is not a whole number; it counts as missing'],
  })
})

test('many row groups arrive in order', async () => {
  const { accounts, inputs } = await query('SELECT i AS account, i % 97 AS mau FROM range(200000) t(i)', [
    input('mau', 'count'),
  ])
  expect(accounts).toEqual(Array.from({ length: 200_000 }, (_, i) => String(i)))
  expect(inputs['mau']).toEqual(Array.from({ length: 200_000 }, (_, i) => i % 97))
})
