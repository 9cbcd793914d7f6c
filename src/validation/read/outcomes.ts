import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { DayOrder } from '../../finance/read/days.ts'
import type { Decided, Loss, Outcomes } from '../outcomes.ts'
import { AMOUNT_HEADERS } from './scores.ts'
import { headerNamed, type TextTable } from './text-table.ts'
import { readAmounts, readAnswers, readDays } from './values.ts'

const LOSS_DATE_HEADERS = ['churn_date', 'churned_on', 'date_of_churn', 'lost_on', 'cancel_date', 'end_date']
const OUTCOME_DATE_HEADERS = [...LOSS_DATE_HEADERS, 'renewal_date', 'outcome_date', 'close_date', 'date']
const CHURNED_HEADERS = ['churned', 'churn', 'churn_flag', 'is_churned', 'lost', 'attrition', 'outcome', 'churn_value']

export interface OutcomesReading {
  readonly outcomes: Outcomes
  readonly findings: readonly Finding[]
}

export interface OutcomesDeclared {
  /** The column that says who was lost, and the value that says so where words do not. */
  readonly churned?: string
  readonly meaning?: string
  readonly date?: string
  /** The last day of which losses are known; without it, the last date of the table. */
  readonly until?: number
  /** How dates such as 03/04/2024 are to be read. */
  readonly dates?: DayOrder
}

/**
 * Reads what became of accounts: account with a date, an answer (churned or not), or both. Rows with a date and no answer
 * are losses; rows with an answer and no date make a cross-section.
 */
export function readOutcomes(table: TextTable, declared: OutcomesDeclared): OutcomesReading {
  const { headers } = table
  const findings: Finding[] = []
  const churnedHeader = declared.churned ?? headerNamed(headers, CHURNED_HEADERS)
  const dateHeader = declared.date ?? headerNamed(headers, OUTCOME_DATE_HEADERS)
  const accounts = table.accounts ?? []
  if (table.accounts === null) findings.push(finding('validate-column-missing', { column: 'account', of: 'outcomes' }))
  if (churnedHeader === null && dateHeader === null)
    findings.push(finding('validate-column-missing', { column: 'churned', of: 'outcomes' }))
  const answers =
    churnedHeader === null ? null : readAnswers(table.texts(churnedHeader), churnedHeader, declared.meaning ?? null)
  const days = dateHeader === null ? null : readDays(table.texts(dateHeader), dateHeader, declared.dates)
  findings.push(...(answers?.findings ?? []), ...(days?.findings ?? []))
  const rows = accounts.flatMap((account, at): Row[] => {
    const churned =
      answers === null ? (days !== null && !Number.isNaN(days.values[at]!) ? 1 : NaN) : answers.values[at]!
    return account === '' || Number.isNaN(churned)
      ? []
      : [{ account, day: days?.values[at] ?? NaN, churned: churned === 1 }]
  })
  const dated = days !== null && rows.some(({ day, churned }) => churned && !Number.isNaN(day))
  const undated = rows.filter(({ churned, day }) => churned && Number.isNaN(day)).length
  if (dated && undated > 0) findings.push(finding('validate-loss-undated', { count: undated }))
  const used = dated ? rows.filter(({ churned, day }) => !churned || !Number.isNaN(day)) : rows
  const last = used.reduce((latest, { day }) => (day > latest ? day : latest), -Infinity)
  const outcomes: Outcomes = {
    losses: lossesOf(used),
    known: answers === null ? null : new Set(used.map(({ account }) => account)),
    dated,
    until: dated ? (declared.until ?? last) : null,
    decisions: dated ? decisionsOf(used) : null,
    worth: worthOf(table, accounts, findings),
    isCustomer: null,
    since: null,
    parentOf: null,
  }
  return { outcomes, findings }
}

interface Row {
  readonly account: string
  readonly day: number
  readonly churned: boolean
}

function lossesOf(rows: readonly Row[]): ReadonlyMap<string, readonly Loss[]> {
  const losses = new Map<string, Loss[]>()
  for (const { account, day, churned } of rows) {
    if (churned) losses.set(account, [...(losses.get(account) ?? []), { day, returns: null }])
  }
  for (const own of losses.values()) own.sort((a, b) => a.day - b.day)
  return losses
}

/** Days on which accounts decided: known only where those who stayed have days too. */
function decisionsOf(rows: readonly Row[]): readonly Decided[] | null {
  const decided = rows.filter(({ day }) => !Number.isNaN(day))
  return decided.some(({ churned }) => !churned) ? decided : null
}

/** By account, where those who stayed have amounts as well: lost amounts alone weigh nothing against. */
function worthOf(table: TextTable, accounts: readonly string[], findings: Finding[]): Outcomes['worth'] {
  const header = headerNamed(table.headers, [...AMOUNT_HEADERS, 'amount'])
  if (header === null) return null
  const { values, findings: said } = readAmounts(table.texts(header), header)
  findings.push(...said)
  if (values.filter((value) => !Number.isNaN(value)).length < 0.9 * accounts.length) return null
  const amounts = new Map(accounts.map((account, at) => [account, values[at]!]))
  return (account) => amounts.get(account) ?? null
}
