import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { compileFile } from '../../src/cli/load-model.ts'
import { readColumns } from '../../src/cli/accounts.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { salus } from '../cli/run.ts'
import { pythonWith } from './engines/python.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)
let python = ''

beforeAll(async () => {
  python = await pythonWith(['dbt', 'duckdb'])
}, 120_000)

test('the sample is built green by dbt, and scores as it does here', { timeout: 300_000 }, async () => {
  const data = join(root, 'samples/accounts.csv')
  const model = join(root, 'models/sourcegraph.salus')
  const dir = await project({ 'accounts.csv': data })
  await written(['--model', model, '--labels', '--without', 'mau_per_tam', '--explain', '--dbt', dir])
  const said = await build(dir)
  expect(said).toContain('PASS=8 WARN=0 ERROR=0')
  expect(await rowsOf(dir, 'salus_sourcegraph')).toEqual(await scored(model, data, null))
})

test('names with braces, and a date that dbt is told, mean what they mean here', { timeout: 300_000 }, async () => {
  const dir = await project({})
  const model = join(dir, 'odd.salus')
  const data = join(dir, 'seeds/usage.csv')
  await mkdir(join(dir, 'seeds'))
  await writeFile(model, ODD)
  await writeFile(data, 'account,plan,seen\na,{{ plan }},2025-06-01\nb,{% raw %},2025-01-01\nc,{# no comment #},\n')
  await writeFile(join(dir, 'models/sources.yml'), 'version: 2\nsources: [{name: main, tables: [{name: usage}]}]\n')
  await written(['--model', model, '--table', 'main.usage', '--as-of', '2025-06-11', '--explain', '--dbt', dir])

  await run(dbt(), ['seed', '--profiles-dir', dir], { cwd: dir })
  expect(await build(dir)).toContain('ERROR=0')
  expect(await rowsOf(dir, 'salus_odd')).toEqual(await scored(model, data, '2025-06-11'))
  expect(await build(dir, ['--vars', '{salus_as_of: 2025-01-03}'])).toContain('ERROR=0')
  expect(await rowsOf(dir, 'salus_odd')).toEqual(await scored(model, data, '2025-01-03'))
})

const ODD = `/// What is written in {{ braces }} is not dbt's.
model odd "Odd {% if %} {{ name }}"
inputs {
  account text key
  plan    text "{{ plan }}"
  seen    date
}
missing skip
dimension d "{# remark #}" {
  measure recency points 10 - min(10, days_since(seen))
  measure plan    healthy = "{{ plan }}", poor = "{# no comment #}", otherwise concerning
}
indicator risk "{{ 1 + 1 }}" when plan = "{% raw %}"
`

async function project(seeds: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'salus-dbt-'))
  await writeFile(
    join(dir, 'dbt_project.yml'),
    "name: mart\nversion: '1.0'\nprofile: mart\nflags: {send_anonymous_usage_stats: false}\n",
  )
  await writeFile(
    join(dir, 'profiles.yml'),
    'mart: {target: dev, outputs: {dev: {type: duckdb, path: mart.duckdb, threads: 2}}}\n',
  )
  await mkdir(join(dir, 'models'))
  for (const [name, from] of Object.entries(seeds)) {
    await mkdir(join(dir, 'seeds'), { recursive: true })
    await cp(from, join(dir, 'seeds', name))
  }
  return dir
}

async function written(args: readonly string[]): Promise<void> {
  expect(await salus(['sql', ...args])).toMatchObject({ code: 0, err: '' })
}

/** What `dbt build` prints: seeds, the model and every test of it. */
async function build(dir: string, more: readonly string[] = []): Promise<string> {
  const args = ['--no-use-colors', 'build', '--profiles-dir', dir, ...more]
  const { stdout } = await run(dbt(), args, { cwd: dir, maxBuffer: 1 << 26 }).catch((reason: unknown) => {
    throw new Error((reason as { stdout?: string }).stdout ?? String(reason))
  })
  return stdout
}

function dbt(): string {
  return join(dirname(python), 'dbt')
}

type Row = readonly [account: string, segment: string | null, shown: string | null, band: string | null, score: string]

/** Read by the DuckDB that dbt wrote with. */
async function rowsOf(dir: string, name: string): Promise<readonly Row[]> {
  const script = `import duckdb, json
rows = duckdb.connect('mart.duckdb').execute('select account, segment, shown, band, score from ${name}').fetchall()
print(json.dumps([[*row[:4], repr(row[4])] for row in rows]))`
  const { stdout } = await run(python, ['-c', script], { cwd: dir, maxBuffer: 1 << 26 })
  return sorted(JSON.parse(stdout) as Row[])
}

async function scored(path: string, data: string, asOf: string | null): Promise<readonly Row[]> {
  const { model } = compileFile(path)
  const day = asOf === null ? null : Date.parse(asOf) / 86_400_000
  const { columns } = await readColumns(model, { data }, { asOf: day })
  const inputs = allInputs(model)
  return sorted(
    (columns.accounts ?? []).map((account, index): Row => {
      const { segment, shown, band, score } = evaluate(model, rowAt(columns, inputs, index), { asOf: day })
      return [account, segment, shown, band, score === null ? 'None' : python64(score)]
    }),
  )
}

/** A double as Python writes it. */
function python64(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

function sorted(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted(([a], [b]) => (a < b ? -1 : 1))
}
