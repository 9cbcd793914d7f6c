import { describe, expect, test } from 'vitest'
import { folder, salus } from '../cli/run.ts'
import { dataFile, readData } from './data.ts'

// The negative control: nothing in it leads churn (AUC 0.47 to 0.52 by whatever column), so nothing may be found in it.

const subscriptions = rows('ravenstack/ravenstack_subscriptions.csv')
const usage = rows('ravenstack/ravenstack_feature_usage.csv')
const tickets = rows('ravenstack/ravenstack_support_tickets.csv')
const accounts = rows('ravenstack/ravenstack_accounts.csv')

describe('RavenStack does not predict', () => {
  test('usage of a subscription, against its churn flag', async () => {
    const used = totals(usage, 'subscription_id', (row) => Number(row['usage_count']))
    const errors = totals(usage, 'subscription_id', (row) => Number(row['error_count']))
    const scored = subscriptions.map((row) => {
      const id = row['subscription_id']!
      return `${id},${(used.get(id) ?? 0) - 2 * (errors.get(id) ?? 0)},${row['arr_amount']}`
    })
    const report = await validated(scored, [
      '--outcomes',
      dataFile('ravenstack/ravenstack_subscriptions.csv'),
      '--outcome-key',
      'subscription_id',
      '--outcome',
      'churn_flag',
      // Every loss has an end, every open subscription none: dates would tell the answer.
      '--outcome-date',
      'start_date',
    ])
    expect(report.verdict.kind).toBe('does not predict')
    expect(report.n).toBe(5000)
    expect(report.ci.low).toBeLessThan(0.5)
    expect(report.ci.high).toBeGreaterThan(0.5)
  })

  test.each([
    ['tickets', () => totals(tickets, 'account_id', () => -1)],
    ['escalations', () => totals(tickets, 'account_id', (row) => (row['escalation_flag'] === 'True' ? -1 : 0))],
    ['satisfaction', () => totals(tickets, 'account_id', (row) => Number(row['satisfaction_score'] || 3) - 3)],
    ['seats', () => new Map(accounts.map((row) => [row['account_id']!, Number(row['seats'])]))],
  ])('%s of an account, against its churn flag', async (_, scores) => {
    const found = scores()
    const scored = accounts.map((row) => `${row['account_id']},${found.get(row['account_id']!) ?? 0},`)
    const report = await validated(scored, ['--outcomes', dataFile('ravenstack/ravenstack_accounts.csv')])
    expect(report.verdict.kind).toBe('does not predict')
    expect(report.verdict.sentence).toContain('does not predict churn')
    expect(report).toMatchObject({ n: 500, events: 110 })
  })

  test('tickets before a day, against churn events after it', async () => {
    const day = '2024-06-30'
    const before = tickets.filter((row) => row['submitted_at']!.slice(0, 10) <= day)
    const counts = totals(before, 'account_id', () => 1)
    const there = accounts.filter((row) => row['signup_date']! <= day)
    const scored = there.map((row) => `${row['account_id']},${-(counts.get(row['account_id']!) ?? 0)},`)
    const report = await validated(scored, [
      '--outcomes',
      dataFile('ravenstack/ravenstack_churn_events.csv'),
      '--scored-on',
      day,
      '--horizon',
      '180d',
      '--until',
      '2024-12-31',
    ])
    expect(report.verdict.kind).toBe('does not predict')
    expect(report.data.design).toBe('landmarks')
  })
})

interface Report {
  readonly verdict: { readonly kind: string; readonly sentence: string }
  readonly n: number
  readonly ci: { readonly low: number; readonly high: number }
  readonly data: { readonly design: string }
}

async function validated(scored: readonly string[], more: readonly string[]): Promise<Report> {
  const files = folder({ 'scores.csv': ['account,score,arr', ...scored].join('\n') })
  const { out, err } = await salus(['validate', '--scores', files['scores.csv'], ...more, '--json'])
  expect(err).toBe('')
  return JSON.parse(out) as Report
}

type Row = Readonly<Record<string, string>>

function rows(path: string): readonly Row[] {
  const [header = '', ...lines] = readData(path).trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell])))
}

function totals(some: readonly Row[], key: string, valueOf: (row: Row) => number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const row of some) sums.set(row[key]!, (sums.get(row[key]!) ?? 0) + valueOf(row))
  return sums
}
