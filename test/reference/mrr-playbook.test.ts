import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { bridge, movements } from '../../src/finance/bridge.ts'
import { monthEnds } from '../../src/finance/month-ends.ts'
import { retention } from '../../src/finance/retention.ts'
import { day, dollars, ledgerOf, policyUntil } from '../finance/ledger-of.ts'
import { readData } from './data.ts'

/** dbt Labs' worked example, in months: what is worth 50 a month stands here as 50 a year. */
function read(file: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readData(`mrr-playbook/${file}`).trimEnd(), { header: true }).data
}

const ledger = ledgerOf(
  read('subscription_periods.csv').map((row) => ({
    id: row['subscription_id']!,
    account: row['customer_id']!,
    annual: Number(row['monthly_amount']),
    start: row['start_date']!,
    end: row['end_date']!,
  })),
)
// The example turns the end of its data into churn, so what is known is said to reach beyond it.
const policy = policyUntil('2020-03-31')

/** The example counts a month by its first day, which is after the end of the month before. */
const firstDays = monthEnds(day('2017-07-31'), day('2020-02-29')).map((end) => end + 1)

const CATEGORIES: Readonly<Record<string, string>> = { upgrade: 'expansion', downgrade: 'contraction' }

test('every movement of every customer', () => {
  const expected = read('expected_movements.full-ledger.csv')
    .filter((row) => row['change_category'] !== '')
    .map((row) => ({
      to: day(row['date_month']!),
      account: row['customer_id'],
      category: CATEGORIES[row['change_category']!] ?? row['change_category'],
      opening: Number(row['previous_month_mrr']) * 100,
      moved: Number(row['mrr_change']) * 100,
      closing: Number(row['mrr']) * 100,
    }))
    .toSorted((a, b) => a.to - b.to || (a.account! < b.account! ? -1 : 1))
  const found = movements(ledger, dollars, policy, firstDays).map((movement) => ({
    to: movement.to,
    account: movement.account,
    category: movement.category,
    opening: movement.opening,
    moved: movement.gain + movement.loss,
    closing: movement.closing,
  }))
  expect(expected.length).toBeGreaterThan(100)
  expect(found).toEqual(expected)
})

test('the bridge of every month', () => {
  const months = new Map(bridge(ledger, dollars, policy, firstDays).map((month) => [month.to, month]))
  const expected = read('expected_bridge.full-ledger.csv')
  expect(expected.length).toBeGreaterThan(20)
  for (const row of expected) {
    const amount = (column: string) => Number(row[column]) * 100
    expect(months.get(day(row['date_month']!))).toMatchObject({
      opening: amount('opening'),
      new: amount('new'),
      reactivation: amount('reactivation'),
      expansion: amount('upgrade'),
      contraction: amount('downgrade'),
      churn: amount('churn'),
      fx: 0,
      rounding: 0,
      closing: amount('closing'),
      counts: {
        new: Number(row['new_n']),
        reactivation: Number(row['reactivation_n']),
        expansion: Number(row['upgrade_n']),
        contraction: Number(row['downgrade_n']),
        churn: Number(row['churn_n']),
      },
    })
  }
})

test('G6: retention of the cohort of December 2018, where sums of events mislead', () => {
  const cases = JSON.parse(readFileSync(join(import.meta.dirname, '../finance/golden/cases.json'), 'utf8')) as {
    id: string
    expect: Record<string, number>
  }[]
  const figures = cases.find(({ id }) => id === 'G6')!.expect
  const { cohort, rates } = retention(ledger, dollars, policy, day('2018-12-01'), day('2019-12-01'))
  expect(cohort).toMatchObject({
    opening: figures['opening']! * 100,
    retainedGross: figures['retained_gross']! * 100,
    retainedNet: figures['retained_net']! * 100,
    logosOpen: figures['logos_open'],
    logosLost: figures['logos_open']! - figures['logos_kept']!,
  })
  expect(rates.grr.value).toBe(figures['grr'])
  expect(rates.nrr.value).toBe(figures['nrr'])
  const year = bridge(ledger, dollars, policy, firstDays).filter(
    ({ to }) => to > day('2018-12-01') && to <= day('2019-12-01'),
  )
  const lost = year.reduce((sum, month) => sum + month.churn + month.contraction, 0)
  expect((cohort.opening + lost) / cohort.opening).toBe(figures['naive_flow_grr_all'])
})

test('what is not known to have ended is not churn', () => {
  const known = { ...policy, asOf: day('2020-01-01') }
  expect(bridge(ledger, dollars, known, [day('2020-01-01'), day('2020-02-01')])[0]!.churn).toBe(0)
  expect(bridge(ledger, dollars, policy, [day('2020-01-01'), day('2020-02-01')])[0]!.churn).toBeLessThan(0)
})
