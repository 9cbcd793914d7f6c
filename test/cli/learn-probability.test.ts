import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import Papa from 'papaparse'
import { folder, salus } from './run.ts'

const { dir } = folder({})
const probabilities = join(dir, 'today.csv')

const history = '--data samples/snapshots.csv --date snapshot_date --ledger samples/ledger.csv --as-of 2025-06-30'
const quick = '--folds 5 --repeats 1 --resamples 0'
const learned = await salus(['learn', ...`${history} ${quick}`.split(' '), '--probability', probabilities])
const rows = table(readFileSync(probabilities, 'utf8'))

describe('the fly model on the sample, end to end', () => {
  test('every account of the last month has its probability inside its interval', () => {
    expect(learned.code).toBe(0)
    const lastMonth = table(readFileSync('samples/snapshots.csv', 'utf8')).filter(
      (row) => row['snapshot_date'] === '2025-06-30',
    )
    expect(rows.map((row) => row['account_id']).toSorted()).toEqual(
      lastMonth.map((row) => row['account_id']).toSorted(),
    )
    for (const row of rows) {
      const [low, p, high] = ['churn_low', 'churn_probability', 'churn_high'].map((name) =>
        Number.parseFloat(row[name]!),
      ) as [number, number, number]
      expect(low <= p && p <= high && high <= 100).toBe(true)
    }
  })

  test('an account called unusual has a measure far from its own median', () => {
    const past = table(readFileSync('samples/snapshots.csv', 'utf8'))
    const flagged = rows.filter((row) => row['unusual'] === 'yes')
    expect(flagged.length).toBeGreaterThan(0)
    for (const row of flagged) {
      const own = past.filter((one) => one['account_id'] === row['account_id'])
      const values = own.map((one) => one[row['unusual_measure']!]!).filter((text) => text !== '')
      const before = values.slice(0, -1).slice(-12).map(Number)
      const [last, median] = [Number(values.at(-1)), middle(before)]
      const spread = 1.4826 * middle(before.map((value) => Math.abs(value - median)))
      expect(Math.abs(last - median)).toBeGreaterThanOrEqual(3.5 * spread - 1e-9)
    }
  })

  test('the model reads what was written: prediction, its spread, and what is unusual', async () => {
    const scored = await salus(
      ['score', '--model', 'samples/fly.salus', '--data', probabilities].concat(['--as-of', '2025-06-30']),
    )
    expect(scored.code).toBe(0)
    const scores = table(scored.out)
    expect(scores.length).toBe(rows.length)
    for (const [at, row] of rows.entries()) {
      const score = scores[at]!
      expect(score['account']).toBe(row['account_id'])
      // The prediction falls in a line from 100 at 0% to 0 at 40%.
      const p = Number.parseFloat(row['churn_probability']!)
      expect(Number(score['prediction.score'])).toBeCloseTo(Math.max(0, 100 - 2.5 * p), 9)
      const spread = Number.parseFloat(row['churn_high']!) - Number.parseFloat(row['churn_low']!)
      expect(Number(score['churn_spread'])).toBeCloseTo(spread / 100, 9)
      expect(score['indicators']!.includes('Unusual against its own history')).toBe(row['unusual'] === 'yes')
    }
  })

  test('the sample’s own test of it passes', async () => {
    expect((await salus(['check', 'samples/fly.salus'])).code).toBe(0)
    expect((await salus(['test', 'samples/fly.salus'])).code).toBe(0)
  })
})

function table(text: string): readonly Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text.trim(), { header: true }).data
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
