import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileFile } from '../../src/cli/load-model.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import { withDuckdb } from '../../src/tables/parquet/duckdb.ts'
import { prepareInSpark } from '../../src/warehouse/spark/score.ts'
import { withSpark } from '../../src/warehouse/spark/session.ts'
import { salus } from '../cli/run.ts'
import { rowsFor } from '../sql/cells.ts'
import { ask, fill } from '../sql/duckdb.ts'
import { pythonWith } from './engines/python.ts'
import { startWorkers, type Cluster } from './engines/spark-cluster.ts'

const model = resolve(import.meta.dirname, '../../models/sourcegraph.salus')
const key = 'the key'
let folder = ''
let data = ''
let cluster: Cluster | null = null

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salus-spark-score-'))
  data = join(folder, 'accounts.parquet')
  const { model: compiled } = compileFile(model)
  await withDuckdb({}, async (connection) => {
    await fill(connection, 'accounts', allInputs(compiled), rowsFor(compiled, 2000, 20261122))
    await connection.run(`copy accounts to '${data}' (format parquet)`)
  })
  process.env['SALUS_PYTHON'] = await pythonWith(['pyspark'])
  cluster = await startWorkers(2, folder)
}, 600_000)
afterAll(async () => {
  await cluster?.stop()
  await rm(folder, { recursive: true })
})

test('two workers score as the kernels do', { timeout: 900_000 }, async () => {
  const [kernels, spark] = [join(folder, 'kernels.parquet'), join(folder, 'spark.parquet')]
  const args = ['score', '--model', model, '--data', data, '--key', key]
  expect((await salus([...args, '--out', kernels])).code).toBe(0)
  const { code } = await salus([...args, '--out', spark, '--engine', 'spark', '--master', cluster!.address])
  expect(code).toBe(0)
  await withDuckdb({}, async (connection) => {
    const all = (path: string): Promise<unknown> => ask(connection, `from read_parquet('${path}') order by account`)
    expect(await all(join(spark, '*.parquet'))).toEqual(await all(kernels))
  })
})

test('the plan of a plain model reads the table once and sends no row elsewhere', { timeout: 900_000 }, async () => {
  await withSpark({ master: cluster!.address }, async (session) => {
    const prepared = await prepareInSpark(session, compileFile(model).model, { data, key, asOf: null })
    expect(prepared.kind).toBe('ready')
    if (prepared.kind !== 'ready') return
    const plan = String((await session.ask({ kind: 'plan', sql: prepared.sql }))['plan'])
    const steps = plan.split('\n\n')[0]!
    expect(steps.match(/Scan parquet/g)).toHaveLength(1)
    expect(steps).not.toMatch(/Exchange|Join|Aggregate|Sort|Window/)
  })
})
