import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileFile } from '../../src/cli/load-model.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import { withDuckdb } from '../../src/tables/parquet/duckdb.ts'
import { salus } from '../cli/run.ts'
import { rowsFor } from '../sql/cells.ts'
import { ask, fill } from '../sql/duckdb.ts'

const root = resolve(import.meta.dirname, '../..')
const sourcegraph = join(root, 'models/sourcegraph.salus')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salus-[duckdb]*-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** The same call by both engines, and what each wrote. */
async function both(args: readonly string[], format = 'csv') {
  const results = []
  for (const engine of ['kernels', 'duckdb']) {
    const out = join(folder, `${engine}.${format}`)
    const { code, err } = await salus([...args, '--out', out, '--engine', engine])
    results.push({ code, err, text: code === 0 ? await contents(out) : null })
  }
  return { kernels: results[0]!, duckdb: results[1]! }
}

async function contents(path: string): Promise<unknown> {
  if (path.endsWith('.csv')) return readFile(path, 'utf8')
  const query = `from read_parquet('${path.replaceAll(/[[*?]/g, '[$&]')}')`
  return withDuckdb({}, async (connection) => ({
    columns: await ask(connection, `select column_name, column_type from (describe ${query})`),
    rows: await ask(connection, query),
  }))
}

describe.each(['posthog', 'sourcegraph', 'maturity-run'])('%s', (name) => {
  test('is written by DuckDB as by the kernels, to the byte', async () => {
    const path = join(root, `models/${name}.salus`)
    const { model } = compileFile(path)
    const inputs = allInputs(model)
    const data = join(folder, 'accounts.parquet')
    await withDuckdb({}, async (connection) => {
      await fill(connection, 'accounts', inputs, rowsFor(model, 300, 20261122))
      await connection.run(`copy accounts to '${data}' (format parquet)`)
    })
    const { kernels, duckdb } = await both([
      'score',
      '--model',
      path,
      '--data',
      data,
      '--key',
      'the key',
      '--as-of',
      '2025-06-30',
    ])
    expect(kernels.code).toBe(0)
    expect(duckdb).toEqual(kernels)
  })
})

test('accounts stay in their order where several cores read them', async () => {
  const data = join(folder, 'many.parquet')
  const count = 40_960
  await withDuckdb({}, async (connection) => {
    const columns = `'a' || i as "Account", (i % 9)::varchar as "Versions Behind", if(i % 3 = 0, 'yes', 'no') as "Active Champion?"`
    const rows = `select ${columns} from range(${count}) t(i)`
    await connection.run(`copy (${rows}) to '${data}' (format parquet, row_group_size 2048)`)
  })
  const out = join(folder, 'many.csv')
  const { code } = await salus(['score', '--model', sourcegraph, '--data', data, '--engine', 'duckdb', '--out', out])
  expect(code).toBe(0)
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\n').slice(1)
  const accounts = lines.map((line) => line.slice(0, line.indexOf(',')))
  expect(accounts).toEqual(Array.from({ length: count }, (_, n) => `a${n}`))
})

const HOSTILE = `Account,Segment,Account - TA Sentiment,Versions Behind,Last month MAU / Seats,Last 4 Wk DAU / MAU,Access to Buyer?
a1,Digital,Healthy,"1,204",85%,0.3,yes
 a2 ,ELA, poor ,2,80,30%,✓
"a,3",,"Con""cerning",x,79.9,1.5,maybe
,digital,none,#REF!,,,0
a1,Onboarding,Healthy,3,(5),0.29999999999999998,1
=b,"line
break",Healthy,2.5,1e2,2e-1,f
`

const UNREADABLE = `Account,Segment,Versions Behind
a,Digital,1
b,Digital,many
c,Digital,2
`

test.each([
  ['what cannot be read, is blank or comes twice', HOSTILE],
  ['a single cell that cannot be read, among sound keys,', UNREADABLE],
])('%s is said by both in the same words', async (_, text) => {
  const data = join(folder, 'hostile.csv')
  await writeFile(data, text)
  for (const format of ['csv', 'parquet']) {
    const { kernels, duckdb } = await both(['score', '--model', sourcegraph, '--data', data], format)
    expect(kernels.code).toBe(0)
    expect(kernels.err).toContain('it counts as missing')
    expect(duckdb).toEqual(kernels)
  }
})

test.each([
  ['a segment asked for', ['--segment', 'Digital']],
  ['an account column that is not there', ['--key', 'Acount']],
])('the same with %s', async (_, more) => {
  const { kernels, duckdb } = await both([
    'score',
    '--model',
    sourcegraph,
    '--data',
    join(root, 'samples/accounts.csv'),
    ...more,
  ])
  expect(duckdb).toEqual(kernels)
})

test.each([
  ['quotes within cells', 'Account,Segment\na "b",x\n', 'has quotes within cells'],
  ['a quote left open', 'Account,Segment\n"a,x\n', 'has a quote that is never closed'],
  ['several kinds of line ends', 'Account,Segment\na,x\r\nb,y\n', 'has several kinds of line ends'],
  ['rows that are too short', 'Account,Segment,Airgapped\na,x\n', 'DuckDB cannot score'],
])('a csv with %s is left to the kernels', async (_, text, problem) => {
  const data = join(folder, 'odd.csv')
  await writeFile(data, text)
  const { code, err } = await salus(['score', '--model', sourcegraph, '--data', data, '--engine', 'duckdb'])
  expect(code).toBe(2)
  expect(err).toContain(problem)
})

test.each([
  [['--format', 'json'], '--format json is not for --engine duckdb'],
  [['--why'], '--why is not for --engine duckdb'],
  [['--engine', 'abacus'], '--engine is one of kernels, duckdb, spark'],
  [['--memory', 'much'], '--memory is a size such as 2GB'],
])('%j is refused in one sentence', async (more, sentence) => {
  const { code, out, err } = await salus([
    'score',
    '--model',
    sourcegraph,
    '--data',
    join(root, 'samples/accounts.csv'),
    '--engine',
    'duckdb',
    ...more,
  ])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
})

test('nothing is left behind, neither when all is well nor when writing fails', async () => {
  const own = await mkdtemp(join(folder, 'out-'))
  const args = ['score', '--model', sourcegraph, '--data', join(root, 'samples/accounts.csv'), '--engine', 'duckdb']
  expect((await salus([...args, '--out', join(own, 'scores.parquet')])).code).toBe(0)
  expect((await salus([...args, '--out', join(own, 'none', 'scores.csv')])).code).toBe(2)
  expect(await readdir(own)).toEqual(['scores.parquet'])
})

test('without --out the table is printed', async () => {
  const args = ['score', '--model', sourcegraph, '--data', join(root, 'samples/accounts.csv')]
  const kernels = await salus(args)
  expect(await salus([...args, '--engine', 'duckdb'])).toEqual(kernels)
})
