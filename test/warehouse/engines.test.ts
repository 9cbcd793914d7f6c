import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineFor } from '../../src/cli/engines.ts'
import { findSpark } from '../../src/warehouse/spark/find-spark.ts'
import { salus } from '../cli/run.ts'

let folder = ''
let large = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salus-engines-'))
  large = join(folder, 'large.parquet')
  await writeFile(large, '')
  await truncate(large, 1 << 21)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

test('a large file of parquet goes to DuckDB, unless it is asked for what only the kernels give', async () => {
  const duckdb = { name: 'duckdb', isForced: false }
  const kernels = { name: 'kernels', isForced: false }
  expect(await engineFor({ data: large }, 'csv')).toEqual(duckdb)
  expect(await engineFor({ data: large }, 'json')).toEqual(kernels)
  expect(await engineFor({ data: large, why: true }, 'csv')).toEqual(kernels)
  expect(await engineFor({ data: join(folder, 'none.parquet') }, 'csv')).toEqual(kernels)
  expect(await engineFor({ data: join(folder, 'accounts.csv') }, 'parquet')).toEqual(kernels)
})

test('where there is no Spark one sentence says how to come by it', async () => {
  expect(await findSpark('local[2]', { PATH: folder, SALUS_PYTHON: join(folder, 'none') })).toBeNull()
})

test.each([
  [['--out', 'scores.csv'], '--format csv is not for --engine spark: it reads parquet and writes parquet'],
  [[], 'Spark writes a folder of parquet files: add --out scores.parquet'],
  [['--measures', '--out', 'x.parquet'], '--measures is not for --engine spark'],
  [['--out', 'x/y/z.parquet'], 'its folder does not exist'],
])('Spark with %j is refused in one sentence', async (more, sentence) => {
  const { code, err } = await salus([
    'score',
    '--model',
    'models/vitally.salus',
    '--data',
    large,
    '--engine',
    'spark',
    ...more,
  ])
  expect(code).toBe(2)
  expect(err).toContain(sentence)
})
