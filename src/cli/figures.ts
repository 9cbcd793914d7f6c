import type { Command } from 'commander'
import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import { filler, type Filler } from '../history/events/fill.ts'
import { columnsToRead, linesOf, type LogLines } from '../history/events/lines.ts'
import { allInputs } from '../model/all-inputs.ts'
import { allLogs } from '../model/all-logs.ts'
import { bareInput } from '../model/bare-input.ts'
import { namesFollowed, namesIn } from '../model/names-read.ts'
import type { Columns } from '../model/columns.ts'
import { labelOf } from '../model/input.ts'
import type { Log } from '../model/log.ts'
import type { Model } from '../model/model.ts'
import { readsScores } from '../model/reads-scores.ts'
import { foldHeader, withTable } from '../tables/node.ts'
import { demandWhole } from './accounts.ts'
import { joinColumns } from './join-columns.ts'
import { Problem } from './problem.ts'
import { hasErrors } from './text/findings.ts'

/** Files that figures of inputs are computed from. */
export interface FigureOptions {
  readonly events?: string
  readonly daily?: string
  readonly snapshots?: string
  readonly history?: string
  readonly historyDate?: string
  readonly key?: string
}

/** Adds the options to a command that scores a table. */
export function figureOptions(command: Command): Command {
  return command
    .option('--events <file>', 'events of the accounts, for inputs that are figures of `events`')
    .option('--daily <file>', 'figures of each day, for inputs that are figures of `daily`')
    .option('--snapshots <file>', 'figures of earlier days, for inputs that are figures of `snapshots`')
    .option('--history <file>', 'the accounts of earlier days, for formulas that look back')
    .option('--history-date <column>', 'its column that says when; `date` unless said otherwise')
}

/** Reads the files that are given, for one scoring date; null where none is. */
export async function loadFigures(
  model: Model,
  options: FigureOptions,
  asOf: number | null,
  say: (findings: readonly Finding[], path: string) => void,
): Promise<Filler | null> {
  const fillerOf = await loadSources(model, options, say)
  if (fillerOf === null) return null
  if (asOf === null) throw new Problem('figures of earlier days need a scoring date: add --as-of 2025-06-30')
  return fillerOf(asOf)
}

/** The same for any scoring date. */
export async function loadSources(
  model: Model,
  options: FigureOptions,
  say: (findings: readonly Finding[], path: string) => void,
): Promise<((asOf: number) => Filler) | null> {
  const declared = allLogs(model)
  const given = LOGS.flatMap((name) => (options[name] === undefined ? [] : [{ name, path: options[name] }]))
  if (given.length === 0 && options.history === undefined) return null
  const logs = new Map<string, LogLines>()
  for (const { name, path } of given) {
    const log = declared.find((one) => one.name === name)
    if (log === undefined)
      throw new Problem(`${model.name} computes nothing from ${name}: it has no \`inputs from ${name} { }\``)
    logs.set(name, await readLog(log, path, say))
  }
  const history = options.history === undefined ? null : await readHistory(model, options.history, options, say)
  return (asOf) => filler(model, { logs, history }, asOf)
}

const LOGS = ['events', 'daily', 'snapshots'] as const

async function readLog(
  log: Log,
  path: string,
  say: (findings: readonly Finding[], path: string) => void,
): Promise<LogLines> {
  const { columns, rowNumbers, findings } = await readWhole(log, path)
  const told = findings.map((found) => asMissingOfLog(found, log))
  const { lines, findings: dropped } = linesOf(log, columns, log.name, rowNumbers)
  // Of a file that is refused, its lines say nothing more.
  say(hasErrors(told) ? told : [...told, ...dropped], path)
  demandWhole(path, told)
  return lines
}

/** Every column a log declares must be there: without one, what is counted would quietly be something else. */
function asMissingOfLog(found: Finding, log: Log): Finding {
  if (found.slug !== 'input-column-missing') return found
  const { input, nearest } = found.parameters as { readonly input: string; readonly nearest: string | null }
  return finding('log-column-missing', { log: log.name, column: input, nearest })
}

/** The label of an input that the table has no column for; null for any other finding. */
function absentIn({ slug, parameters }: Finding): string | null {
  return slug === 'input-column-missing' ? String((parameters as { readonly input: unknown }).input) : null
}

async function readHistory(
  model: Model,
  path: string,
  options: FigureOptions,
  say: (findings: readonly Finding[], path: string) => void,
): Promise<LogLines> {
  const log = historyOf(model, options)
  const { columns, rowNumbers, findings } = await readWhole(log, path)
  const { lines, findings: dropped } = linesOf(log, columns, 'history', rowNumbers)
  const absent = findings.map(absentIn)
  if (absent.includes(dateHeader(options)))
    throw new Problem(`${path} has no column \`${dateHeader(options)}\`: name it with --history-date`)
  const account = log.columns.filter(({ name }) => name === log.account).map(labelOf)[0]!
  if (absent.includes(account)) throw new Problem(`${path} has no column \`${account}\`, by which accounts are found`)
  // A figure of a log is read where an earlier table has it, and not missed where it has not.
  const figures = allInputs(model).flatMap((input) => (input.figure === null ? [] : [labelOf(input)]))
  const isFigure = (found: Finding): boolean => figures.includes(absentIn(found) ?? '')
  say([...findings.filter((found) => !isFigure(found)), ...dropped], path)
  demandWhole(path, findings)
  return lines
}

function dateHeader({ historyDate }: FigureOptions): string {
  return historyDate ?? 'date'
}

/** The accounts of earlier days as a log: the model's own columns, those that no formula can do without. */
function historyOf(model: Model, options: FigureOptions): Log {
  const isAsked = (names: readonly string[], header: string): boolean =>
    names.some((name) => foldHeader(name) === foldHeader(header))
  const needed = readInHistory(model)
  const inputs = allInputs(model).filter(({ figure }) => figure?.kind !== 'history')
  const known = inputs.find(
    ({ name, labels, role }) =>
      role === 'account' || (options.key !== undefined && isAsked([name, ...labels], options.key)),
  )
  const account = known ?? bareInput('account', 'text', { labels: [options.key ?? 'account'], role: 'account' })
  const header = dateHeader(options)
  const own = inputs.find(({ name, labels, type }) => type === 'date' && isAsked([name, ...labels], header))
  const at = own ?? bareInput('day of history', 'date', { labels: [header] })
  const rest = inputs.filter((input) => input !== account && input !== at && needed.has(input.name))
  return {
    name: 'history',
    grain: 'snapshot',
    columns: [account, at, ...rest],
    account: account.name,
    at: at.name,
    zone: 'UTC',
    span: null,
  }
}

/** What formulas that look back read: where one is of a score or band, all that is in the data of an account. */
function readInHistory(model: Model): ReadonlySet<string> {
  const formulas = model.inputs.flatMap(({ figure }) => (figure?.kind === 'history' ? [figure.of] : []))
  const plain = model.inputs.filter(({ figure }) => figure?.kind !== 'history').map(({ name }) => name)
  const used = model.uses.flatMap((use) => [...readInHistory(use.model)])
  return new Set([
    ...namesFollowed(model, formulas.flatMap(namesIn)),
    ...(formulas.some((formula) => readsScores(model, formula, 'any'))
      ? [...plain, ...model.uses.flatMap((use) => allInputs(use.model).map(({ name }) => name))]
      : []),
    ...used,
  ])
}

async function readWhole(
  log: Log,
  path: string,
): Promise<{
  readonly columns: Columns
  readonly rowNumbers: readonly number[]
  readonly findings: readonly Finding[]
}> {
  const parts: Columns[] = []
  const rowNumbers: number[] = []
  const findings: Finding[] = []
  await withTable(
    path,
    columnsToRead(log),
    async (table) => {
      findings.push(...table.findings)
      for await (const batch of table.batches) {
        parts.push(batch.columns)
        for (let row = 0; row < batch.columns.length; row++) rowNumbers.push(batch.rowNumbers[row]!)
        findings.push(...batch.findings)
      }
    },
    { key: false, moments: true },
  )
  return { columns: joinColumns(parts), rowNumbers, findings }
}
