import { isoDate } from '../../tables/values/day.ts'
import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { scoreAccount } from '../../engine/account.ts'
import { allInputs } from '../../model/all-inputs.ts'
import type { Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import type { Model } from '../../model/model.ts'
import { rowAt } from '../../model/row-at.ts'
import { joinAsOf, type Joined } from '../../validation/learn/as-of-join.ts'
import { offer } from '../../validation/learn/candidates.ts'
import type { Decision } from '../../validation/learn/decisions.ts'
import { directedBy } from '../../validation/learn/directions.ts'
import { rowsOf, type Observations } from '../../validation/learn/observations.ts'
import { Problem } from '../problem.ts'
import { asOfDay } from '../dates.ts'
import { readRenewals } from './renewals.ts'
import { leadOf, type LearnCall } from './options.ts'
import { headerOf, readWhole, textsOf, type WholeTable } from './read-whole.ts'

/** What there is to learn from, with how its columns are declared. */
export interface Gathered {
  readonly observations: Observations
  /** Of every candidate, by name, and of the column that names the accounts. */
  readonly inputs: ReadonlyMap<string, Input>
  readonly findings: readonly Finding[]
  /** Every row of the data, as it is without its outcome. */
  readonly whole: Observations
}

/** Reads the measures and what became of the accounts, and puts the two side by side. */
export async function gather(call: LearnCall, current: Model | null): Promise<Gathered> {
  const plain = [call.date, call.outcome?.split('=')[0]].filter((name) => name !== undefined)
  const table = await readWhole(call.data, current === null ? [] : allInputs(current), { ...call, plain })
  const key = keyOf(table, call)
  const joined = call.outcome === undefined ? await fromOutcomes(call, table) : fromColumn(call, table)
  const used = [key, ...plain.map((name) => headerOf(table.headers, name, call.data))]
  const offered = offer(
    table.columns,
    table.declared,
    table.headers.filter((header) => !used.includes(header)),
  )
  const candidates = current === null ? offered.candidates : directedBy(current, offered.candidates)
  const accounts = table.columns.accounts
  const whole: Observations = {
    length: table.columns.length,
    accounts: accounts ?? [],
    days: datesIn(table, call),
    churned: new Uint8Array(table.columns.length),
    current: null,
    candidates,
  }
  const rows = joined.joined.map(({ row }) => row)
  const observations: Observations = {
    ...rowsOf(whole, rows),
    accounts: joined.joined.map(({ account }) => account),
    days: joined.dated ? Float64Array.from(joined.joined, ({ day }) => day) : null,
    churned: Uint8Array.from(joined.joined, ({ churned }) => Number(churned)),
    current: current && risksBy(current, table.columns, joined),
  }
  const findings = [
    // Snapshots name an account once for each date.
    ...table.findings.filter(({ slug }) => !joined.dated || !['account-duplicate', 'data-more'].includes(slug)),
    ...offered.leftOut.map((column) => finding('learn-column', { column })),
    ...(joined.unmatched === 0
      ? []
      : [finding('learn-unmatched', { count: joined.unmatched, all: joined.unmatched + rows.length })]),
  ]
  const inputs = key === null ? offered.inputs : new Map([...offered.inputs, ['account', keyInput(key)]])
  return { observations, inputs, findings, whole }
}

interface Outcomes {
  readonly joined: readonly Joined[]
  readonly dated: boolean
  readonly unmatched: number
}

/** Each row of the data says itself what became of it. */
function fromColumn(call: LearnCall, table: WholeTable): Outcomes {
  const [name, value] = call.outcome!.split('=')
  const churned = outcomesIn(table, headerOf(table.headers, name!, call.data), value)
  const { accounts } = table.columns
  const joined = churned.flatMap((one, row): Joined[] =>
    // Without a column of accounts every row is taken for one of its own: equal rows have one name.
    one === null ? [] : [{ account: accounts?.[row] ?? rowName(table, row), day: 0, churned: one, row }],
  )
  return { joined, dated: false, unmatched: 0 }
}

/** Outcomes of a table of their own, each with the snapshot known before it. */
async function fromOutcomes(call: LearnCall, table: WholeTable): Promise<Outcomes> {
  const { accounts } = table.columns
  if (accounts === null) throw new Problem(`no column of ${call.data} names the accounts: say which with --key`)
  const decisions = await decisionsOf(call)
  if (call.date === undefined) throw new Problem('say with --date which column of the snapshots holds their date')
  const joined = joinAsOf(decisions, { accounts, days: datesIn(table, call)! }, leadOf(call.lead))
  return { joined, dated: true, unmatched: decisions.length - joined.length }
}

/** The date of every row; null where the data has none. */
function datesIn(table: WholeTable, { date, data }: LearnCall): Float64Array | null {
  return date === undefined ? null : Float64Array.from(textsOf(table, headerOf(table.headers, date, data)), dayOf)
}

async function decisionsOf(call: LearnCall): Promise<readonly Decision[]> {
  if (call.outcomes !== undefined) return readDecisions(call.outcomes)
  if (call.ledger === undefined) throw new Problem('say what became of the accounts: --ledger, --outcomes or --outcome')
  const asOf = asOfDay(call.asOf)
  if (asOf === null) throw new Problem('say with --as-of until when the ledger is known: a later end is no churn yet')
  return readRenewals(
    call.ledger,
    asOf,
    call.recurring.split(',').map((kind) => kind.trim()),
  )
}

async function readDecisions(path: string): Promise<readonly Decision[]> {
  const table = await readWhole(path, [], {})
  const { accounts } = table.columns
  if (accounts === null) throw new Problem(`no column of ${path} names the accounts`)
  const find = (names: readonly string[]): string => {
    const found = table.headers.find((header) => names.includes(header.toLowerCase()))
    if (found !== undefined) return found
    throw new Problem(`${path} has no column called ${names.join(' or ')}`)
  }
  const days = textsOf(table, find(['date', 'renewal_date', 'churn_date', 'outcome_date'])).map(dayOf)
  const churned = outcomesIn(table, find(['churned', 'churn', 'outcome']), undefined)
  return accounts.flatMap((account, row): Decision[] =>
    churned[row] === null || Number.isNaN(days[row]!) ? [] : [{ account, day: days[row]!, churned: churned[row]! }],
  )
}

const YES = /^(?:yes|y|true|t|1|churned|lost|left)$/i
const NO = /^(?:no|n|false|f|0|renewed|retained|stayed|active)$/i

/** Whether each row churned: `value` says which value means it; otherwise the words must. */
function outcomesIn(table: WholeTable, header: string, value: string | undefined): readonly (boolean | null)[] {
  return textsOf(table, header).map((text) => {
    if (text === null || text === '') return null
    if (value !== undefined) return text.toLowerCase() === value.toLowerCase()
    if (YES.test(text)) return true
    if (NO.test(text)) return false
    throw new Problem(
      `\`${text}\` in \`${header}\` does not say whether it is churn: add the value, --outcome "${header}=${text}"`,
    )
  })
}

/** Risk by the model in use: its score, turned round where higher is healthier. Each row is scored as of its own date. */
function risksBy(model: Model, columns: Columns, { joined, dated }: Outcomes): Float64Array {
  const inputs = allInputs(model)
  return Float64Array.from(joined, ({ row, day }) => {
    const { root } = scoreAccount(model, rowAt(columns, inputs, row), { asOf: dated ? day : null })
    if (root?.points == null) return NaN
    return root.member.scale.higherIsWorse ? root.points : -root.points
  })
}

function keyOf(table: WholeTable, call: LearnCall): string | null {
  if (call.key !== undefined) return headerOf(table.headers, call.key, call.data)
  const { accounts } = table.columns
  if (accounts === null) return null
  return (
    table.headers.find((header) => textsOf(table, header).every((text, row) => (text ?? '') === accounts[row])) ?? null
  )
}

function keyInput(header: string): Input {
  return {
    name: 'account',
    labels: [header],
    type: 'text',
    low: null,
    high: null,
    whole: false,
    choices: [],
    currency: null,
    missingWhen: [],
    grain: 'account',
    role: 'account',
    doc: null,
    span: null,
  }
}

function rowName(table: WholeTable, row: number): string {
  return JSON.stringify(
    [...table.columns.inputs.values()].map((column) =>
      column.kind === 'text' ? column.codes[row] : column.values[row],
    ),
  )
}

function dayOf(text: string | null): number {
  return isoDate(text ?? '') ?? NaN
}
