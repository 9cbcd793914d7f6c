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
    const date = subject.asOf === null ? [] : ['--as-of', isoDate(subject.asOf)]
    const { err } = await salus(
      ['score', '--engine', 'duckdb', '--model', subject.file!, '--data', data, '--key', KEY, '--out', out].concat(
        date,
      ),
    )
    return outcomeOf(async () => {
      const text = await readFile(out, 'utf8').catch(() => {
        throw new Error(err.trim().split('\n').at(-1))
      })
      return read(
        subject,
        Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true }).data,
      )
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

/** The columns that such a file has: measures are not among them. */
function read({ model }: Subject, rows: readonly Readonly<Record<string, string>>[]): Outcome {
  const values = valuesOf(model)
  const one = (row: Readonly<Record<string, string>>): Outcome['rows'][number] =>
    values.map(({ key, kind }) => {
      const [path, what] = key.split('|') as [string, string]
      const name = path === '' ? (what === 'number' ? 'score' : what) : (NAMES[what]?.(path) ?? what)
      const text = row[name]
      if (path.trim() === 'risk' || path.trim() === 'opportunity') return undefined
      if (text === undefined) return undefined
      if (text === '') return null
      if (kind === 'truth') return text === 'true'
      return kind === 'number' ? Number(text) : text
    })
  const ordered: Outcome['rows'][number][] = []
  for (const row of rows) ordered[Number(row['account'])] = one(row)
  return { rows: ordered }
}

const NAMES: Readonly<Record<string, (path: string) => string>> = {
  number: (path) => `${path}.score`,
  band: (path) => `${path}.band`,
}
