import { readFileSync } from 'node:fs'
import { OPEN, type Codes, type Ledger } from '../../../src/finance/ledger.ts'
import type { CrmEvent } from '../../../src/finance/reconcile/crm-event.ts'

/** A contract line as a test writes it: days as ISO dates, amounts as decimals. */
export interface Line {
  readonly account: string
  readonly start: string
  readonly end: string | null
  readonly annual: string
  readonly currency?: string
  readonly sku?: string
  readonly parent?: string | null
  readonly id?: string
}

export function ledgerOf(lines: readonly Line[]): Ledger {
  const account = codesOf(lines.map((line) => line.account))
  const amounts = { read: 0, used: 0, excluded: 0 }
  for (const line of lines) amounts.read += cents(line.annual)
  return {
    length: lines.length,
    ids: lines.map((line, at) => line.id ?? `L${at + 1}`),
    rows: Int32Array.from(lines, (_, at) => at + 2),
    account,
    parents: account.names.map((name) => lines.find((line) => line.account === name)?.parent ?? null),
    sku: codesOf(lines.map((line) => line.sku ?? 'CORE')),
    currency: codesOf(lines.map((line) => line.currency ?? 'USD')),
    charge: codesOf(lines.map(() => 'recurring')),
    order: codesOf(lines.map(() => 'new')),
    start: Int32Array.from(lines, (line) => day(line.start)),
    end: Int32Array.from(lines, (line) => (line.end === null ? OPEN : day(line.end))),
    annual: Float64Array.from(lines, (line) => cents(line.annual)),
    quantity: null,
    excluded: [],
    control: {
      read: lines.length,
      used: lines.length,
      excluded: 0,
      amounts: new Map([['USD', { ...amounts, used: amounts.read }]]),
    },
  }
}

export function day(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000
}

export function cents(decimal: string): number {
  return Math.round(Number(decimal) * 100)
}

/** Records of a file without quotes, by header. */
export function records(path: string): Record<string, string>[] {
  const [header = [], ...rows] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
}

/** The sample's recurring lines. */
export function sampleLines(): Line[] {
  return records('samples/ledger.csv')
    .filter((row) => row['charge_type'] === 'recurring')
    .map((row) => ({
      id: row['line_id']!,
      account: row['account_id']!,
      sku: row['sku']!,
      start: row['start_date']!,
      end: row['end_date']! || null,
      annual: row['annual_value']!,
      currency: row['currency']!,
    }))
}

export function sampleEvents(): CrmEvent[] {
  return records('samples/crm.csv').map((row, at) => ({
    id: row['event_id']!,
    row: at + 2,
    account: row['account_id']!,
    day: day(row['churn_date']!),
    amount: cents(row['arr_lost']!),
    currency: row['currency']!,
    reason: row['reason']!,
  }))
}

function codesOf(texts: readonly string[]): Codes {
  const names = [...new Set(texts)]
  return { names, codes: Int32Array.from(texts, (text) => names.indexOf(text)) }
}
