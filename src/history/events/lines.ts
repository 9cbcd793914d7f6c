import { finding } from '../../findings/report.ts'
import type { Finding } from '../../findings/finding.ts'
import type { Columns, TextColumn } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import type { Log } from '../../model/log.ts'
import { pickColumns } from '../../model/pick-rows.ts'
import { momentReader } from './moment.ts'

/** The lines of a log, those of an account together, in the order of time. */
export interface LogLines {
  readonly log: Log
  /** The number of each account, by its key. */
  readonly accounts: ReadonlyMap<string, number>
  /** Where the lines of each account begin; one more at the end. */
  readonly starts: Int32Array
  /** Days since 1970-01-01. */
  readonly days: Int32Array
  /** Milliseconds since 1970: lines with the same one happened at once. */
  readonly moments: Float64Array
  readonly columns: Columns
}

/**
 * The columns by which a table is read as a log: points in time come as text, since a date alone would not say in which
 * order things happened, nor in which zone.
 */
export function columnsToRead(log: Log): readonly Input[] {
  return log.columns.map((column) =>
    column.name === log.at ? { ...column, type: 'text', low: null, high: null, whole: false } : column,
  )
}

/** So many lines that cannot be used are told one by one. */
const MOST = 5

/**
 * Puts the lines in order; `rowNumbers` say where a person finds each. Lines without a readable account or day are left out, and told.
 */
export function linesOf(
  log: Log,
  table: Columns,
  name: string,
  rowNumbers: ArrayLike<number>,
): { readonly lines: LogLines; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  let dropped = 0
  const drop = (row: number, problem: string): void => {
    dropped += 1
    if (dropped <= MOST) findings.push(finding('log-line-dropped', { log: name, row: rowNumbers[row]!, problem }))
  }
  const key = textColumn(table, log.account)
  const at = textColumn(table, log.at)
  const read = momentReader(log.zone)
  const moments = at.dictionary.map(read)
  const accounts = new Map<string, number>()
  const numbers = key.dictionary.map((text) => {
    const account = text.trim()
    const known = accounts.get(account)
    if (known !== undefined || account === '') return known ?? -1
    accounts.set(account, accounts.size)
    return accounts.size - 1
  })
  const kept: number[] = []
  for (let row = 0; row < table.length; row++) {
    if ((numbers[key.codes[row]!] ?? -1) < 0) drop(row, 'it names no account')
    else if ((moments[at.codes[row]!] ?? null) === null)
      drop(
        row,
        at.codes[row] === -1 ? 'it has no date' : `\`${at.dictionary[at.codes[row]!]!.slice(0, 30)}\` is no date`,
      )
    else kept.push(row)
  }
  if (dropped > MOST) findings.push(finding('data-more', { count: dropped - MOST, what: `lines of ${name} left out` }))
  const order = Int32Array.from(kept)
  const accountOf = (row: number): number => numbers[key.codes[row]!]!
  const momentOf = (row: number): number => moments[at.codes[row]!]!.at
  order.sort((a, b) => accountOf(a) - accountOf(b) || momentOf(a) - momentOf(b) || a - b)
  const starts = new Int32Array(accounts.size + 1).fill(order.length)
  for (let line = order.length - 1; line >= 0; line--) starts[accountOf(order[line]!)] = line
  for (let account = accounts.size - 1; account >= 0; account--)
    starts[account] = Math.min(starts[account]!, starts[account + 1]!)
  const days = order.map((row) => moments[at.codes[row]!]!.day)
  const columns = pickColumns({ ...table, accounts: null }, order)
  const inputs = new Map(columns.inputs).set(log.at, {
    kind: 'number',
    values: Float64Array.from(days),
    unreadable: [],
  })
  const moment = Float64Array.from(order, momentOf)
  return { lines: { log, accounts, starts, days, moments: moment, columns: { ...columns, inputs } }, findings }
}

function textColumn(table: Columns, name: string): TextColumn {
  const column = table.inputs.get(name)
  if (column?.kind === 'text') return column
  return { kind: 'text', codes: new Int32Array(table.length).fill(-1), dictionary: [], unreadable: [] }
}
