import { isoDate } from '../../tables/values/day.ts'
import type { Finding } from '../../findings/finding.ts'
import { finding, sentence } from '../../findings/report.ts'
import type { Outcomes } from '../../validation/outcomes.ts'
import { readOutcomes } from '../../validation/read/outcomes.ts'
import { rowsAtLandmarks } from '../../validation/learn/landmark-rows.ts'
import { textTable } from '../validate/load-scores.ts'
import { horizonDays } from '../validate/options.ts'
import { scoreAccount } from '../../engine/account.ts'
import { allInputs } from '../../model/all-inputs.ts'
import { bareInput } from '../../model/bare-input.ts'
import type { Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import type { Model } from '../../model/model.ts'
import { joinAsOf, type Joined } from '../../validation/learn/as-of-join.ts'
import { offer } from '../../validation/learn/candidates.ts'
import type { Decision } from '../../validation/learn/decisions.ts'
import { directedBy } from '../../validation/learn/directions.ts'
import { rowsOf, type Observations } from '../../validation/learn/observations.ts'
import { Problem } from '../problem.ts'
import { asOfDay } from '../dates.ts'
import { readRenewals } from './renewals.ts'
import { rowsByDay } from './rows-by-day.ts'
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
  /** How measures and outcomes lie in time, in a sentence; null where rows were given as they are. */
  readonly design: string | null
}

/** Reads the measures and what became of the accounts, and puts the two side by side. */
export async function gather(call: LearnCall, current: Model | null): Promise<Gathered> {
  const inData = call.outcomes === undefined ? call.outcome : undefined
  const plain = [call.date, inData?.split('=')[0]].filter((name) => name !== undefined)
  const table = await readWhole(call.data, current === null ? [] : allInputs(current), { ...call, plain })
  const key = keyOf(table, call)
  const joined = inData === undefined ? await fromOutcomes(call, table) : fromColumn(inData, call, table)
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
    current: current && risksBy(current, table.columns, joined, whole.days),
  }
  const findings = [
    // Snapshots name an account once for each date.
    ...table.findings.filter(({ slug }) => !joined.dated || !['account-duplicate', 'data-more'].includes(slug)),
    ...offered.leftOut.map((column) => finding('learn-column', { column })),
    ...(joined.unmatched === 0
      ? []
      : [finding('learn-unmatched', { count: joined.unmatched, all: joined.unmatched + rows.length })]),
  ]
  const named = key === null ? [] : [bareInput('account', 'text', { labels: [key], role: 'account' })]
  const inputs = new Map([...offered.inputs, ...named.map((input) => [input.name, input] as const)])
  return { observations, inputs, findings, whole, design: joined.design }
}

interface Found {
  readonly joined: readonly Joined[]
  readonly dated: boolean
  readonly design: string | null
  readonly unmatched: number
}

/** Each row of the data says itself what became of it. */
function fromColumn(outcome: string, call: LearnCall, table: WholeTable): Found {
  const [name, value] = outcome.split('=')
  const churned = outcomesIn(table, headerOf(table.headers, name!, call.data), value)
  const { accounts } = table.columns
  const joined = churned.flatMap((one, row): Joined[] =>
    // Without a column of accounts every row is taken for one of its own: equal rows have one name.
    one === null ? [] : [{ account: accounts?.[row] ?? rowName(table, row), day: 0, churned: one, row }],
  )
  return { joined, dated: false, design: null, unmatched: 0 }
}

/** Outcomes of a file of their own, each with the snapshot known before it. */
async function fromOutcomes(call: LearnCall, table: WholeTable): Promise<Found> {
  const { accounts } = table.columns
  if (call.ledger === undefined && call.outcomes === undefined)
    throw new Problem('say what became of the accounts: --ledger, --outcomes or --outcome')
  if (accounts === null) throw new Problem(`no column of ${call.data} names the accounts: say which with --key`)
  const outcomes = call.outcomes === undefined ? null : await readOutcomeTable(call, call.outcomes)
  const days = datesIn(table, call)
  if (outcomes !== null && !outcomes.dated) return fromAccounts(outcomes, accounts, days)
  if (days === null) throw new Problem('say with --date which column of the snapshots holds their date')
  if (outcomes !== null && outcomes.known === null) {
    const until = asOfDay(call.asOf) ?? outcomes.until!
    const horizon = horizonDays(call.horizon)
    const joined = rowsAtLandmarks({ accounts, days }, outcomes, horizon, until)
    return { joined, dated: true, design: `Churn is a loss within ${horizon} days of the measures.`, unmatched: 0 }
  }
  const decisions = outcomes === null ? await renewalsIn(call, call.ledger!) : outcomes.decisions!
  const lead = leadOf(call.lead)
  const joined = joinAsOf(decisions, { accounts, days }, lead)
  const design = `Measures are those of ${lead.count} ${lead.unit} before the outcome.`
  return { joined, dated: true, design, unmatched: decisions.length - joined.length }
}

/** Whether each account was lost, nobody knows when: only for data that has no dates either. */
function fromAccounts({ losses, known }: Outcomes, accounts: readonly string[], days: Float64Array | null): Found {
  if (days !== null) throw new Problem('the outcomes have no dates: nothing says which snapshots came before them')
  const joined = accounts.flatMap((account, row): Joined[] =>
    known === null || known.has(account) ? [{ account, day: 0, churned: losses.has(account), row }] : [],
  )
  return { joined, dated: false, design: null, unmatched: 0 }
}

async function readOutcomeTable(call: LearnCall, path: string): Promise<Outcomes> {
  const table = await readWhole(path, [], {})
  const [churned, meaning] = call.outcome?.split('=') ?? []
  const { outcomes, findings } = readOutcomes(textTable(table), {
    ...(churned !== undefined && { churned: headerOf(table.headers, churned, path) }),
    ...(meaning !== undefined && { meaning }),
  })
  const error = findings.find(({ level }) => level === 'error')
  if (error) throw new Problem(`${path}: ${sentence(error)}`)
  return outcomes
}

async function renewalsIn(call: LearnCall, path: string): Promise<readonly Decision[]> {
  const asOf = asOfDay(call.asOf)
  if (asOf === null) throw new Problem('say with --as-of until when the ledger is known: a later end is no churn yet')
  const recurring = call.recurring.split(',').map((kind) => kind.trim())
  return readRenewals(path, asOf, recurring)
}

/** The date of every row; null where the data has none. */
function datesIn(table: WholeTable, { date, data }: LearnCall): Float64Array | null {
  return date === undefined ? null : Float64Array.from(textsOf(table, headerOf(table.headers, date, data)), dayOf)
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
function risksBy(model: Model, columns: Columns, { joined, dated }: Found, days: Float64Array | null): Float64Array {
  const rowsDay = (row: number): number | null => (dated && days !== null ? days[row]! : null)
  const rowOf = rowsByDay(model, columns, rowsDay)
  return Float64Array.from(joined, ({ row }) => {
    const { root } = scoreAccount(model, rowOf(row), { asOf: rowsDay(row) })
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
