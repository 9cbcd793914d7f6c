import { finding } from '../findings/report.ts'
import type { Finding } from '../findings/finding.ts'
import { isAcross, stageOf } from '../model/across.ts'
import { allInputs } from '../model/all-inputs.ts'
import { asSegment } from '../model/as-segment.ts'
import { acrossWith } from './across.ts'
import type { Input } from '../model/input.ts'
import type { Model } from '../model/model.ts'
import type { Dialect } from './dialect.ts'
import { NOTHING, type Said } from './said.ts'
import { sayInput, sayReadInput, spellInput } from './inputs.ts'
import { outputsOf, type Output } from './outputs.ts'
import { explainedOutputs } from './explained.ts'
import { pointsNames, sayModel, type SaidModel, type SayWith } from './said-model.ts'
import { ctesOf, tableNamed, withCtes, type Cte } from './ctes.ts'
import { sayFigures, type LogTables, type SaidFigures } from './figures.ts'
import { freeNames } from './free-names.ts'
import { sheetFor, type Kind, type Stage, type Sheet } from './sheet.ts'
import { overrideOutputs, sayOverrides, type OverridesTable } from './overrides.ts'
import { sql, type Sql } from './sql.ts'
import { withoutOverrides } from './without-overrides.ts'

export interface QueryOptions {
  readonly dialect: Dialect
  /** The table of accounts; with its schema where it has one, each part a name. */
  readonly table: readonly string[]
  /** The column of the table that an input is read from; null: there is none, and it is missing in every row. */
  readonly columnOf: (input: Input) => string | null
  /** The column that names the accounts. */
  readonly account: string
  /**
   * Whether the columns hold what has been read already, as the engine has it: numbers on the model's scale, dates as days
   * since 1970-01-01, texts and accounts without blanks around them, choices folded. Otherwise they are cells of a warehouse.
   */
  readonly isRead?: boolean
  /** The scoring date in days since 1970-01-01. */
  readonly asOf: number | null
  /** The tables of logs whose figures are computed here; other figures are read from columns. */
  readonly logs?: LogTables
  /** Makes it a view of this name. */
  readonly view?: readonly string[]
  /** The name of a segment that all accounts are scored as. */
  readonly segment?: string
  /** Also the columns that say why. */
  readonly explain?: boolean
  /** Overrides by people, joined by account. */
  readonly overrides?: OverridesTable
  /** What stands for the table and for the scoring date in a text that a template fills in. */
  readonly said?: { readonly table: string; readonly asOf: string; readonly overrides: string | null }
}

/** A query that gives every account's score, or why the dialect cannot say the model. */
export interface Query {
  /** Null where something is refused. */
  readonly text: string | null
  /** What it gives, in order. */
  readonly columns: readonly QueryColumn[]
  readonly findings: readonly Finding[]
}

export interface QueryColumn {
  readonly name: string
  /** Of which member: its path, '' of the whole; of a result or an indicator its name or label. */
  readonly of: string
  readonly what: string
  readonly kind: Kind
  /** What it is, in words. */
  readonly about: string
}

/** The whole model as one query: one row an account, with its score, its parts, its results and its indicators. */
export function queryFor(model: Model, options: QueryOptions): Query {
  const { dialect } = options
  const sheet = sheetFor(dialect)
  const refused = new Map<string, Finding>()
  const refuse = (what: string, where: string): void => {
    refused.set(`${where} ${what}`, finding('sql-unsaid', { dialect: dialect.label, where, what }))
  }
  const { isRead = false } = options
  const key = dialect.quoted(options.account)
  const cell = isRead ? key : dialect.trimmed(`cast(${key} as ${dialect.string})`)
  const account = sheet.define('account', 'text', 'cells', sql`${cell}`)
  const named = freeNames(tablesOf(options), dialect.longest)
  const figures = sayFigures(model, options, named, refuse)
  const sayOne = (input: Input): Said => {
    const figure = figures.columns.get(input.name)
    if (figure !== undefined) return sayReadInput(input, figure, sheet)
    return (isRead ? sayReadInput : sayInput)(input, options.columnOf(input), sheet)
  }
  const inputs = inputsOf(model, isRead, sayOne, refuse)
  const scored = options.segment === undefined ? model : asSegment(model, options.segment)
  const spelt = (input: Input, value: Sql): Sql => {
    const figure = figures.columns.get(input.name)
    return spellInput(input, value, figure ?? options.columnOf(input), sheet, isRead || figure !== undefined)
  }
  const asOf = dayOf(options, sheet)
  const overrides = options.overrides
    ? sayOverrides(model, { ...options.overrides, said: options.said?.overrides ?? null }, asOf, sheet)
    : null
  const given: SayWith = {
    sheet,
    asOf,
    input: (name) => inputs(name),
    refuse,
    across: acrossWith({
      account,
      columnOf: options.columnOf,
      spelt: (input) => spelt(input, inputs(input.name).sql),
    }),
  }
  const said = sayModel(scored, { ...given, explains: options.explain ?? false, overrides })

  for (const name of namesIn(model, options)) {
    const why = dialect.refused(name)
    if (why !== null) refuse(why, model.name)
  }
  // The columns stay the same whichever segment is asked for.
  const names = new Map([...pointsNames(model), ...pointsNames(scored)])
  const speltInput = (name: string): Sql =>
    spelt(
      model.inputs.find((one) => one.name === name)!,
      said.reader.input(name).sql,
    )
  const plain = outputsOf(model, { account, said, sheet, spelt: speltInput, names })
  const explain = options.explain === true
  const reaches = (path: string): boolean => overrides?.reaches(path) ?? false
  const outputs = [
    ...plain,
    ...(explain || overrides !== null ? beforeOutputs(scored, said, given, reaches) : []),
    ...(explain ? explainedOutputs(model, said, reaches) : []),
    ...(overrides !== null ? overrideOutputs(scored, overrides, said, sheet) : []),
  ]
  const stages = sheet.stages(named)
  if (stages === null) refuse(circleOf(model), model.name)
  if (refused.size > 0 || stages === null) return { text: null, columns: [], findings: [...refused.values()] }
  const columns = outputs.map(({ sql: column, ...rest }) => ({ name: sheet.nameOf(column), ...rest }))
  const people = overrides?.ctes(stages[0]!.name, named) ?? []
  return { text: written(stages, outputs, figures, people, options), columns, findings: [] }
}

/** All parts of names of tables that the query reads: none of its own steps is called so. */
function tablesOf({ table, overrides, logs }: QueryOptions): readonly string[] {
  return [...table, ...(overrides?.table ?? []), ...[...(logs?.tables.values() ?? [])].flat()]
}

function dayOf({ asOf, said }: QueryOptions, sheet: Sheet): Sql | null {
  if (asOf === null) return null
  return said === undefined ? sheet.number(asOf) : sql`${said.asOf}`
}

/** Which columns need each other. */
function circleOf(model: Model): string {
  const isUpward = model.inputs.some((input) => isAcross(input) && stageOf(model, input.figure) === 'children')
  return isUpward ? "a score made of children's scores" : 'segments whose members need each other'
}

/** Score and band as if nobody had overridden anything. */
function beforeOutputs(
  model: Model,
  said: SaidModel,
  given: SayWith,
  reaches: (path: string) => boolean,
): readonly Output[] {
  const { sheet } = given
  const without = withoutOverrides(model, reaches)
  const before = without === null ? said : sayModel(without.model, given, without.called)
  const define = (what: string, kind: Kind): Sql =>
    sheet.define(`${what}_before`, kind, 'explanation', before.column('', what, kind))
  return [
    {
      of: '',
      what: 'score_before',
      kind: 'number',
      sql: define('score', 'number'),
      about: 'The score without overrides',
    },
    { of: '', what: 'band_before', kind: 'text', sql: define('band', 'text'), about: 'The band without overrides' },
  ]
}

/** Inputs by name, each said when it is first read. */
function inputsOf(
  model: Model,
  isRead: boolean,
  say: (input: Input) => Said,
  refuse: (what: string, where: string) => void,
): (name: string) => Said {
  const byName = new Map(allInputs(model).map((input) => [input.name, input]))
  for (const input of everyInput(model)) {
    if (byName.get(input.name)?.type !== input.type)
      refuse('an input with another type in an imported model', input.name)
  }
  for (const input of byName.values()) {
    const marked = !isRead && input.missingWhen.length > 0 && (input.type === 'yes/no' || input.type === 'date')
    if (marked) refuse('a mark for no data among dates or answers', input.name)
  }
  const said = new Map<string, Said>()
  return (name) => {
    const input = byName.get(name)
    if (input === undefined) return NOTHING
    const known = said.get(name) ?? say(input)
    said.set(name, known)
    return known
  }
}

function everyInput(model: Model): readonly Input[] {
  return [...model.inputs, ...model.uses.flatMap((use) => everyInput(use.model))]
}

/** All that may stand in the query as a name. */
function namesIn(model: Model, { table, account, columnOf, overrides, view = [] }: QueryOptions): readonly string[] {
  const columns = allInputs(model).flatMap((input) => [input.name, columnOf(input) ?? ''])
  const members = [...pointsNames(model).keys(), ...model.lets.map((one) => one.name)]
  const people = [...(overrides?.table ?? []), overrides?.order ?? '']
  return [...table, ...view, ...people, account, ...columns, ...members]
}

function written(
  stages: readonly Stage[],
  outputs: readonly Output[],
  figures: SaidFigures,
  people: readonly Cte[],
  options: QueryOptions,
): string {
  const { dialect } = options
  const ctes = [...figures.ctes, ...people.slice(0, -1), ...ctesOf(stages, figures.from, dialect, people.at(-1))]
  const create = options.view === undefined ? '' : `create or replace view ${tableNamed(options.view, dialect)} as\n`
  const chosen = outputs.map((output) => output.sql.text).join(',\n  ')
  return `${create}${withCtes(ctes)}select\n  ${chosen}\nfrom ${stages.at(-1)!.name}${options.view === undefined ? '' : ';'}\n`
}
