import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Finding } from '../../findings/finding.ts'
import { allInputs } from '../../model/all-inputs.ts'
import type { Model } from '../../model/model.ts'
import { DIALECTS } from '../../sql/index.ts'
import type { Format } from '../../tables/format.ts'
import type { Matching } from '../../tables/match.ts'
import { sqlName, sqlText, withDuckdb, type DuckDBConnection } from '../../tables/parquet/duckdb.ts'
import { csvSelectList, scoredQuery, selectList, type ScoredQuery } from '../scored-query.ts'
import { countKeys } from './count-keys.ts'
import { withProgress, type Progress } from './progress.ts'
import { readView, type ReadView } from './read-view.ts'
import { sourceOf } from './source.ts'

export interface DuckdbScoring {
  readonly data: string
  readonly format: Format | null
  readonly header: readonly string[]
  readonly matching: Matching
  /** The scoring date in days since 1970-01-01. */
  readonly asOf: number | null
  /** The name of a segment that all accounts are scored as. */
  readonly segment?: string
  /** As DuckDB writes it: `2GB`. What does not fit is laid down in `spill`, which is made where it is needed and removed. */
  readonly memory: string
  readonly spill: string
  readonly progress: Progress
}

/** Scores a file and writes the table that `salus score` writes, or says why DuckDB is not the one to ask. */
export type Refused = { readonly kind: 'refused'; readonly problem: string; readonly findings: readonly Finding[] }

/** Ready to write; `troubled`: some keys are to be reported, which only reading the rows one by one can do. */
export interface Ready {
  readonly kind: 'ready'
  readonly rows: number
  readonly troubled: boolean
  /**
   * Writes all accounts, and says whether that was done: not where `unreadable` cells are to stop it and there is one.
   * Cells that cannot be read count as missing otherwise.
   */
  readonly write: (path: string, format: 'csv' | 'parquet', unreadable: 'stop' | 'missing') => Promise<boolean>
}

const DUCKDB = DIALECTS.find(({ name }) => name === 'duckdb')!
const VIEW = 'salus_accounts'
/** The type of bands: of a few words known beforehand, DuckDB moves and writes numbers. */
const BAND = 'salus_band'
/** What DuckDB says where a cell stops it. */
const STOPPED = 'salus: a cell cannot be read'

/**
 * Scores a csv or parquet file inside DuckDB and gives the result to `use`, which may write it. What DuckDB cannot do as
 * `salus score` does it is refused before anything is written.
 */
export function scoreInDuckdb<T>(
  model: Model,
  scoring: DuckdbScoring,
  use: (result: Ready | Refused) => Promise<T>,
): Promise<T> {
  const { memory, spill } = scoring
  const settings = {
    memory_limit: memory,
    temp_directory: spill,
    threads: String(availableParallelism()),
    // It makes a join of a list of values, and accounts come out of a join in any order.
    disabled_optimizers: 'in_clause',
  }
  return withDuckdb(settings, async (connection) => {
    try {
      return await use(await prepare(connection, model, scoring))
    } finally {
      await rm(spill, { force: true, recursive: true })
    }
  })
}

async function prepare(connection: DuckDBConnection, model: Model, scoring: DuckdbScoring): Promise<Ready | Refused> {
  const { data, format, header, matching, asOf, segment, progress } = scoring
  const refused = (problem: string, findings: readonly Finding[] = []): Refused => ({
    kind: 'refused',
    problem,
    findings,
  })
  const inputs = allInputs(model)
  const source = await sourceOf(connection, data, format, header)
  if ('problem' in source) return refused(`${data} ${source.problem}`)
  const view = readView(source, header, matching, inputs)
  const bound = new Map(view.inputs.map((one) => [one.input.name, one]))
  const bands = new Set<string>()
  const query = scoredQuery(model, {
    dialect: { ...DUCKDB, band: (name) => (bands.add(name), `${sqlText(name)}::${BAND}`) },
    table: [VIEW],
    columnOf: (input) => bound.get(input.name)?.value ?? null,
    account: view.account,
    isRead: true,
    asOf,
    ...(segment !== undefined && { segment }),
  })
  if ('problem' in query) return refused(`${model.name} ${query.problem}`, query.findings)

  if (bands.size > 0)
    await connection.run(`create type ${BAND} as enum (${[...bands].map((name) => sqlText(name)).join(', ')})`)
  const reading = (account: string): string =>
    `create or replace temp view ${sqlName(VIEW)} as select * replace (${account} as account) from (${view.sql})`
  await connection.run(reading(view.account))
  const counted = await withProgress(connection, 'read', progress, () =>
    countKeys(connection, sqlName(VIEW), matching.account === null ? null : view.account),
  )
  return {
    kind: 'ready',
    rows: counted.rows,
    troubled: counted.rows === 0 || counted.troubles > 0,
    write: async (path, written, unreadable) => {
      await connection.run(reading(unreadable === 'stop' ? orStop(view) : view.account))
      try {
        await withProgress(connection, 'scored', progress, () => copy(connection, query, path, written))
        return true
      } catch (error) {
        if (error instanceof Error && error.message.includes(STOPPED)) return false
        throw error
      }
    },
  }
}

/** The account, unless a cell of its row cannot be read: so cells are looked at while they are scored, not in a pass before. */
function orStop({ account, inputs }: ReadView): string {
  if (inputs.length === 0) return account
  return `case when ${inputs.map(({ unreadable }) => unreadable).join(' or ')} then error(${sqlText(STOPPED)}) else ${account} end`
}

/** A word of a type that has no other: DuckDB writes it once, and not for every row. */
function onlyWord(text: string): string {
  return `${text}::enum(${text})`
}

async function copy(
  connection: DuckDBConnection,
  { text, columns }: ScoredQuery,
  path: string,
  format: 'csv' | 'parquet',
): Promise<void> {
  const options =
    format === 'parquet'
      ? 'format parquet'
      : `format csv, header true, delimiter ',', quote '"', escape '"', nullstr ''`
  const list = format === 'parquet' ? selectList(columns, DUCKDB, onlyWord) : csvSelectList(columns, DUCKDB)
  await connection.run(`copy (select ${list} from (${text})) to ${sqlText(path)} (${options}, preserve_order true)`)
}
