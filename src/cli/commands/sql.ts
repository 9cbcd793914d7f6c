import type { Command } from 'commander'
import type { Finding } from '../../findings/finding.ts'
import { isAcross } from '../../model/across.ts'
import { allInputs } from '../../model/all-inputs.ts'
import { labelOf, type Input } from '../../model/input.ts'
import type { Model } from '../../model/model.ts'
import {
  DIALECTS,
  dbtProject,
  OVERRIDE_COLUMNS,
  queryFor,
  type DbtOptions,
  type Dialect,
  type LogTables,
  type QueryOptions,
} from '../../sql/index.ts'
import type { Console } from '../console.ts'
import { asOfDay } from '../dates.ts'
import { loadSoundModel } from '../load-model.ts'
import { demandDate } from '../needs-date.ts'
import { EXIT, Problem } from '../problem.ts'
import { demandSegment } from '../score-accounts.ts'
import { findingsJson, printFindings } from '../text/findings.ts'
import { tableName } from '../table-name.ts'
import { writeProject } from '../write-project.ts'
import { writeText } from '../write-text.ts'

interface SqlOptions {
  readonly model: string
  readonly dialect: string
  readonly table: string
  readonly key?: string
  readonly labels?: boolean
  readonly without?: readonly string[]
  readonly segment?: string
  readonly explain?: boolean
  readonly events?: string
  readonly daily?: string
  readonly snapshots?: string
  readonly overrides?: string
  readonly overridesWithout?: readonly string[]
  readonly overridesOrder?: string
  readonly view?: string
  readonly dbt?: string
  readonly asOf?: string
  readonly out?: string
  readonly json?: boolean
}

/** `salus sql --model M --dialect duckdb`: the model as one query over a table of accounts. */
export function sqlCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('sql')
    .description('write a model as one SQL query')
    .requiredOption('--model <file>', 'the model')
    .option('--dialect <name>', `one of ${DIALECTS.map(({ name }) => name).join(', ')}`, 'duckdb')
    .option('--table <name>', 'the table of accounts, with its schema where it has one: mart.accounts', 'accounts')
    .option('--key <column>', 'the column that names the accounts, where the model has no key')
    .option('--labels', 'columns are called by the first label of each input; otherwise by its name')
    .option('--without <inputs...>', 'inputs that the table has no column for: missing in every row')
    .option('--events <table>', 'the table of events: figures of `events` are computed from it')
    .option('--daily <table>', 'the table of figures of each day')
    .option('--snapshots <table>', 'the table of figures of earlier days')
    .option('--as-of <date>', 'the scoring date, or today')
    .option('--segment <name>', 'score all accounts as this segment, whatever the data says')
    .option(
      '--explain',
      'also why: states, effective weights, contributions, losses and reasons, and the score before overrides',
    )
    .option('--overrides <table>', 'join overrides by people: account, path, score, band, reason, author, date, expiry')
    .option('--overrides-without <columns...>', 'columns of those that the table of overrides does not have')
    .option('--overrides-order <column>', 'the column that says which override is later; otherwise date')
    .option('--view <name>', 'create or replace a view of that name')
    .option('--dbt <folder>', 'write a dbt model with its documentation and tests into that project')
    .option('--out <file>', 'write there')
    .option('--json', 'the query and what is to be said of it, as JSON')
    .action(async (options: SqlOptions) => done(await runSql(options, console)))
}

async function runSql(options: SqlOptions, console: Console): Promise<number> {
  const loaded = loadSoundModel(options.model, (found) => printFindings(found, console))
  const { model } = loaded
  const asOf = asOfDay(options.asOf)
  demandDate(model, asOf)
  const segment = demandSegment(model, options.segment)
  const without = inputsNamed(model, options.without ?? [])
  const named = (input: Input): string => (options.labels === true ? labelOf(input) : input.name)
  const asked: Omit<QueryOptions, 'table'> = {
    dialect: dialectNamed(options.dialect),
    columnOf: (input) => (without.has(input.name) || isAcross(input) ? null : named(input)),
    account: accountColumn(model, options.key, named),
    asOf,
    logs: logTables(options, named),
    explain: options.explain === true,
    ...(segment !== undefined && { segment }),
    ...overridesOf(options, asOf),
  }
  const table = tableName(options.table, '--table')
  const say = (findings: readonly Finding[], more: object): void => {
    const found = { path: options.model, findings, texts: loaded.texts }
    if (options.json) console.out(`${JSON.stringify({ ...findingsJson(found), ...more }, null, 2)}\n`)
    else if (findings.length > 0) printFindings(found, console)
  }
  if (options.dbt !== undefined) {
    const { files, columns, findings } = dbtProject(model, { ...asked, ...dbtChoice(options, table, asked) })
    const written = files === null ? [] : await writeProject(options.dbt, files)
    say(findings, { files: written, columns })
    if (!options.json) console.out(written.map((path) => `${path}\n`).join(''))
    return files === null ? EXIT.findings : EXIT.fine
  }
  const view = options.view === undefined ? null : tableName(options.view, '--view')
  const { text, columns, findings } = queryFor(model, { ...asked, table, ...(view && { view }) })
  say(findings, { sql: text, columns })
  if (text === null) return EXIT.findings
  if (options.out !== undefined) await writeText(options.out, text)
  else if (!options.json) console.out(text)
  return EXIT.fine
}

function overridesOf(options: SqlOptions, asOf: number | null): Pick<QueryOptions, 'overrides'> {
  const { overrides, overridesWithout: missing = [], overridesOrder: order = null } = options
  if (order?.trim() === '') throw new Problem('--overrides-order takes the name of a column')
  if (overrides === undefined) {
    if (missing.length === 0 && order === null) return {}
    throw new Problem('--overrides-without and --overrides-order say what --overrides is like: add --overrides')
  }
  const stranger = missing.find((name) => !OVERRIDE_COLUMNS.some((one) => one === name))
  if (stranger !== undefined) {
    throw new Problem(`a table of overrides has no column \`${stranger}\`, but ${OVERRIDE_COLUMNS.join(', ')}`)
  }
  const without = new Set(missing)
  if (without.has('account') || (without.has('score') && without.has('band'))) {
    throw new Problem('a table of overrides has an account, and a score or a band')
  }
  if (asOf === null && !without.has('expiry')) {
    throw new Problem('overrides expire: add --as-of 2025-06-30, or --overrides-without expiry')
  }
  if (order === null && without.has('date')) {
    throw new Problem('without a date nothing says which override is later: add --overrides-order')
  }
  return { overrides: { table: tableName(overrides, '--overrides'), without, order } }
}

/** What a dbt model reads, and as of when. */
function dbtChoice(
  options: SqlOptions,
  table: readonly string[],
  { overrides }: Pick<QueryOptions, 'overrides'>,
): Pick<DbtOptions, 'table' | 'date'> {
  if (options.view !== undefined || options.out !== undefined) {
    throw new Problem('--dbt writes files of its own: leave out --view and --out')
  }
  const [first, second, ...more] = table
  if ((overrides?.table.length ?? 0) > 2) {
    throw new Problem(
      `with --dbt, --overrides is a model, or a source and its table; \`${options.overrides!}\` has more parts`,
    )
  }
  if (first === undefined || more.length > 0) {
    throw new Problem(`with --dbt, --table is a model, or a source and its table; \`${options.table}\` has more parts`)
  }
  return { table: second === undefined ? [first] : [first, second], date: options.asOf ?? null }
}

function dialectNamed(name: string): Dialect {
  const dialect = DIALECTS.find((one) => one.name === name)
  if (dialect) return dialect
  throw new Problem(`--dialect is one of ${DIALECTS.map((one) => one.name).join(', ')}; \`${name}\` is not`)
}

function logTables(options: SqlOptions, columnOf: (column: Input) => string): LogTables {
  const given = (['events', 'daily', 'snapshots'] as const).flatMap((log) => {
    const table = options[log]
    return table === undefined ? [] : [[log, tableName(table, `--${log}`)] as const]
  })
  return { tables: new Map(given), columnOf }
}

function inputsNamed(model: Model, names: readonly string[]): ReadonlySet<string> {
  const known = new Set(allInputs(model).map((input) => input.name))
  const stranger = names.find((name) => !known.has(name))
  if (stranger !== undefined) throw new Problem(`${model.name} has no input \`${stranger}\``)
  return new Set(names)
}

function accountColumn(model: Model, key: string | undefined, named: (input: Input) => string): string {
  const input = model.inputs.find((one) => one.role === 'account')
  if (key?.trim() === '') throw new Problem('--key takes the name of a column')
  if (key !== undefined) return key
  if (input !== undefined) return named(input)
  throw new Problem(`${model.name} does not say which input names the accounts: add --key`)
}
