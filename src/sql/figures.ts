import { allInputs } from '../model/all-inputs.ts'
import { allLogs } from '../model/all-logs.ts'
import type { Expression } from '../model/expression.ts'
import type { EventFigure } from '../model/figure.ts'
import type { Input } from '../model/input.ts'
import type { Log } from '../model/log.ts'
import type { Model } from '../model/model.ts'
import { anchorName, columnText, figureCtes, type FigureSaid } from './amounts.ts'
import { ctesOf, tableNamed, type Cte } from './ctes.ts'
import type { Dialect } from './dialect.ts'
import { say } from './expression.ts'
import { sayInput } from './inputs.ts'
import { FARTHEST_DAY, NOTHING, numeric, type Reader, type Said } from './said.ts'
import { sheetFor, type Sheet } from './sheet.ts'
import { sql } from './sql.ts'

/** Where figures of logs are computed from. */
export interface LogTables {
  /** The table of a log, by the log's name; each part a name. */
  readonly tables: ReadonlyMap<string, readonly string[]>
  /** The column of a log that one of its declared columns is read from. */
  readonly columnOf: (column: Input) => string
}

/** The table of accounts with a column for each figure, as queries that stand before the scoring. */
export interface SaidFigures {
  readonly ctes: readonly Cte[]
  /** What is scored in place of the table of accounts. */
  readonly from: string
  /** The column that holds the figure of an input, by its name: as the engine has it. */
  readonly columns: ReadonlyMap<string, string>
}

export interface FigureOptions {
  readonly dialect: Dialect
  readonly table: readonly string[]
  readonly account: string
  readonly columnOf: (input: Input) => string | null
  readonly asOf: number | null
  readonly logs?: LogTables
  readonly said?: { readonly table: string }
}

/** Says the figures of the logs that have a table; inputs of other logs are read from columns. `named` gives a free name. */
export function sayFigures(
  model: Model,
  options: FigureOptions,
  named: (wanted: string) => string,
  refuse: (what: string, where: string) => void,
): SaidFigures {
  const { dialect, asOf } = options
  const table = options.said?.table ?? tableNamed(options.table, dialect)
  const none: SaidFigures = { ctes: [], from: table, columns: new Map() }
  const given = allLogs(model).filter(({ name }) => options.logs?.tables.has(name))
  const inputs = allInputs(model)
  const ctes: Cte[] = []
  const joined: { readonly name: string; readonly figures: readonly FigureSaid[] }[] = []
  for (const log of given) {
    const own = inputs.filter(({ figure }) => figure?.kind === 'events' && figure.log === log.name)
    if (own.length === 0) continue
    if (options.said !== undefined) refuse('figures of a log in a template', log.name)
    else if (asOf === null) refuse('figures of a log without a scoring date', log.name)
    else joined.push(sayLog(log, own, inputs, { ...options, asOf }, ctes, named, refuse))
  }
  if (joined.length === 0) return none
  const key = `${dialect.trimmed(`cast(a.${dialect.quoted(options.account)} as ${dialect.string})`)}`
  const columns = joined.flatMap(({ figures }, n) => figures.map((figure) => [figure, `f${n + 1}`] as const))
  const lines = columns.map(([figure, from]) => `${columnText(figure, from, dialect)} as ${columnName(figure)}`)
  const joins = joined.map(({ name }, n) => `left join ${name} f${n + 1} on f${n + 1}.figure_account = ${key}`)
  const name = named('accounts_with_figures')
  ctes.push({
    name,
    text: `select\n    a.*,\n    ${lines.join(',\n    ')}\n  from ${table} a\n  ${joins.join('\n  ')}`,
  })
  return { ctes, from: name, columns: new Map(columns.map(([figure]) => [figure.input.name, columnName(figure)])) }
}

function columnName({ figure, n }: FigureSaid): string {
  return `figure_of_${figure.log}_${n}`
}

/** The lines of one log, then all its figures by account. */
function sayLog(
  log: Log,
  inputs: readonly Input[],
  all: readonly Input[],
  options: FigureOptions & { readonly asOf: number },
  ctes: Cte[],
  named: (wanted: string) => string,
  refuse: (what: string, where: string) => void,
): { readonly name: string; readonly figures: readonly FigureSaid[] } {
  const { dialect, asOf } = options
  if (log.zone !== 'UTC') refuse(`points in time of ${log.zone}`, log.name)
  const sheet = sheetFor(dialect)
  const sourceOf = (name: string): string =>
    dialect.quoted(options.logs!.columnOf(log.columns.find((column) => column.name === name)!))
  const account = dialect.trimmed(`cast(${sourceOf(log.account)} as ${dialect.string})`)
  sheet.define('figure_account', 'text', 'cells', sql`${account}`)
  const day = sheet.define(
    'figure_day',
    'number',
    'cells',
    sql`cast(${dialect.days(sourceOf(log.at))} as ${dialect.double})`,
  )
  sheet.define('figure_moment', 'date', 'cells', sql`${sourceOf(log.at)}`)
  const reader = readerOf(log, sheet, options, (what) => refuse(what, log.name), numeric(day, FARTHEST_DAY))
  const figures = inputs.map((input, n): FigureSaid => {
    const figure = input.figure as EventFigure
    const counts = figure.where === null ? null : expression(figure.where, reader)
    if (counts !== null)
      sheet.define(`figure_counts_${n}`, 'truth', 'lets', counts.kind === 'truth' ? counts.sql : sql`false`)
    const value = valueOf(figure, reader)
    if (value !== null)
      sheet.define(`figure_value_${n}`, value.kind === 'nothing' ? 'number' : value.kind, 'lets', value.sql)
    return { input, figure, n, counts: counts !== null, value: value?.kind ?? null, asOf }
  })
  const ownNamed = (part: string): string => named(`${log.name}_${part}`)
  const stages = sheet.stages(ownNamed)!
  const source = tableNamed(options.logs!.tables.get(log.name)!, dialect)
  ctes.push(...ctesOf(stages, source, dialect))
  const anchors = anchorsOf(figures, all, options, refuse)
  ctes.push(...figureCtes(stages.at(-1)!.name, figures, anchors, ownNamed, dialect, asOf))
  return { name: ctes.at(-1)!.name, figures }
}

function readerOf(
  log: Log,
  sheet: Sheet,
  options: FigureOptions & { readonly asOf: number },
  refuse: (what: string) => void,
  day: Said,
): Reader {
  const said = new Map<string, Said>([[log.at, day]])
  return {
    sheet,
    asOf: sheet.number(options.asOf),
    input: (name) => {
      const column = log.columns.find((one) => one.name === name)
      if (column === undefined) return NOTHING
      const known = said.get(name) ?? sayInput(column, options.logs!.columnOf(column), sheet)
      said.set(name, known)
      return known
    },
    let: () => NOTHING,
    points: () => NOTHING,
    band: () => NOTHING,
    refuse,
  }
}

function expression(of: Expression, reader: Reader): Said {
  return say({ expression: of, type: 'number', unit: null, computed: true, text: '', span: null }, reader)
}

function valueOf({ amount }: EventFigure, reader: Reader): Said | null {
  switch (amount.kind) {
    case 'count':
    case 'days since':
    case 'streak':
      return null
    case 'distinct':
    case 'stickiness':
      return reader.input(amount.of)
    default:
      return expression(amount.of, reader)
  }
}

/** The columns of the accounts that windows begin with. */
function anchorsOf(
  figures: readonly FigureSaid[],
  all: readonly Input[],
  { dialect, account, columnOf, table }: FigureOptions,
  refuse: (what: string, where: string) => void,
): string | null {
  const names = [
    ...new Set(figures.flatMap(({ figure: { window } }) => (window.kind === 'since' ? [window.anchor] : []))),
  ]
  const columns = names.flatMap((name) => {
    const input = all.find((one) => one.name === name)
    if (input?.figure) refuse('a window that begins with another figure', name)
    const column = input === undefined ? null : columnOf(input)
    const days = column === null ? 'null' : dialect.days(dialect.quoted(column))
    return [`max(cast(${days} as ${dialect.double})) as ${anchorName(name)}`]
  })
  if (columns.length === 0) return null
  const key = dialect.trimmed(`cast(${dialect.quoted(account)} as ${dialect.string})`)
  return `select ${key} as anchor_account, ${columns.join(', ')} from ${tableNamed(table, dialect)} group by ${key}`
}
