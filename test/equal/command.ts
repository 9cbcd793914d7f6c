import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { isoDate } from '../../src/engine/days.ts'
import { salus } from '../cli/run.ts'
import { outcomeOf, type Backend, type Found } from './backend.ts'
import { startDuckDB, type Table } from './engines/index.ts'
import { valuesOf, type Outcome } from './outcome.ts'
import { KEY, type Subject } from './subject.ts'

/** `salus score --engine duckdb`, over csv and, for accounts that are stored otherwise, over parquet; what it writes is read. */
export async function startCommand(): Promise<Backend> {
  const folder = await mkdtemp(join(tmpdir(), 'salus-equal-'))
  const files = await startDuckDB()
  let before: Promise<unknown> = Promise.resolve()
  let made = 0
  const ask = async (subject: Subject): Promise<Found> => {
    const own = join(folder, String(++made))
    await mkdir(own)
    const data = join(own, subject.kind === 'written' ? 'accounts.csv' : 'accounts.parquet')
    if (subject.kind === 'written') await writeFile(data, csvOf(subject.rows.table))
    else {
      await files.load({ ...subject.rows.table, name: 'accounts' })
      await files.run(`copy accounts to '${data}' (format parquet)`)
    }
    const out = join(own, 'scores.csv')
    const date = subject.asOf === null ? [] : ['--as-of', String(isoDate(subject.asOf))]
    const models = ['--model', subject.file!, '--data', data, '--key', KEY]
    const { err } = await salus(['score', '--engine', 'duckdb', '--out', out, ...models, ...date])
    if (/--engine kernels does/.test(err)) return { kind: 'refused', because: [err.trim().split('\n').at(-1)!] }
    return outcomeOf(async () => {
      const text = await readFile(out, 'utf8').catch(() => {
        throw new Error(err.trim().split('\n').at(-1))
      })
      return read(subject, Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data)
    })
  }
  return {
    label: 'salus score --engine duckdb',
    takes: ({ kind, file }) => file !== null && (kind === 'written' || kind === 'stored otherwise'),
    ask: (subject) => {
      const answer = before.then(() => ask(subject))
      before = answer
      return answer
    },
    stop: async () => {
      await files.stop()
      await rm(folder, { recursive: true })
    },
  }
}

function csvOf({ columns }: Table): string {
  const rows = columns[0]!.cells.map((_, at) => columns.map(({ cells }) => written(cells[at] ?? null)))
  return Papa.unparse([columns.map((column) => column.name), ...rows])
}

function written(cell: Table['columns'][number]['cells'][number]): string {
  return cell === null ? '' : Object.is(cell, -0) ? '-0' : String(cell)
}

/** The columns that such a file has: measures are not among them, and indicators stand in one. */
function read({ model }: Subject, rows: readonly Line[]): Outcome {
  const values = valuesOf(model).map((value) => ({ ...value, column: columnOf(value.key) }))
  const one = (row: Line): Outcome['rows'][number] =>
    values.map(({ kind, column }) => {
      const text = row[column.name]
      if (text === undefined) return undefined
      if (column.label !== null) return text.split('; ').includes(column.label)
      if (text === '') return null
      if (kind === 'truth') return text === 'yes'
      return kind === 'number' ? Number(text) : text
    })
  const ordered: Outcome['rows'][number][] = []
  for (const row of rows) ordered[Number(row['account'])] = one(row)
  return { rows: ordered }
}

type Line = Readonly<Record<string, string>>

/** The column that has a value; with the label of an indicator, the column of all that hold. */
function columnOf(key: string): { readonly name: string; readonly label: string | null } {
  const [before, what] = key.split('|') as [string, string]
  if (before === 'risk ' || before === 'opportunity ') return { name: 'indicators', label: what }
  if (before === 'result ') return { name: what, label: null }
  const name = what === 'number' ? 'score' : what
  return { name: before === '' ? name : `${before}.${name}`, label: null }
}
