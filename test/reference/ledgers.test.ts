import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { bridge } from '../../src/finance/bridge.ts'
import { contractTable } from '../../src/finance/import/contract-line.ts'
import { type ExportRow, readRecords, recordInputs } from '../../src/finance/import/records.ts'
import { RECURLY_TABLES, recurlyLines } from '../../src/finance/import/recurly.ts'
import { STRIPE_TABLES, stripeLines } from '../../src/finance/import/stripe.ts'
import { monthEnds } from '../../src/finance/month-ends.ts'
import { amountOf } from '../../src/finance/read/amount.ts'
import { ledgerInputs } from '../../src/finance/read/ledger-fields.ts'
import { type LedgerReading, readLedger, readLedgerCells } from '../../src/finance/read/ledger.ts'
import type { LedgerOptions } from '../../src/finance/read/options.ts'
import { ratesOf } from '../../src/finance/read/rates.ts'
import { withTable } from '../../src/tables/node.ts'
import { closes, day, said } from '../finance/open.ts'
import { dataFile } from './data.ts'

const DECLARED: LedgerOptions = { asOf: day('2024-12-31'), currency: 'USD', recurring: ['recurring'] }
const OPTIONS: LedgerOptions = { ...DECLARED, charge: 'recurring' }

function ledgerIn(path: string, options: Partial<LedgerOptions> = {}): Promise<LedgerReading> {
  return withTable(dataFile(path), ledgerInputs, (table) => readLedger(table, { ...OPTIONS, ...options }), {
    key: false,
  })
}

function rowsOf(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(dataFile(path), 'utf8').trimEnd(), { header: true }).data
}

async function exportOf<K extends string>(
  folder: string,
  tables: Readonly<Record<K, readonly string[]>>,
  files: Readonly<Record<K, string>>,
): Promise<Record<K, readonly ExportRow[]>> {
  const read: Partial<Record<K, readonly ExportRow[]>> = {}
  for (const name of Object.keys(tables) as K[]) {
    const columns = tables[name]
    const path = dataFile(`${folder}/${files[name]}.csv`)
    const { rows, findings } = await withTable(path, recordInputs(columns), (table) => readRecords(table, columns), {
      key: false,
    })
    expect(findings).toEqual([])
    read[name] = rows
  }
  return read as Record<K, readonly ExportRow[]>
}

describe('ravenstack', () => {
  test('re-saved by a spreadsheet, dates the other way round, it is the same ledger', async () => {
    const [iso, resaved] = await Promise.all([
      ledgerIn('ravenstack/ravenstack_subscriptions.csv'),
      ledgerIn('ravenstack/ravenstack_subscriptions.excel-resaved-ddmmyyyy.csv'),
    ])
    expect(resaved).toEqual(iso)
    expect(iso.ledger.control.read).toBe(5000)
    expect(closes(iso.ledger)).toBe(true)
    expect(new Set(iso.ledger.excluded.map(({ reason }) => reason))).toEqual(new Set(['ends-before-start']))
  })

  test('a year is twelve months on every line, and trials are the lines worth nothing', async () => {
    const yearly = await ledgerIn('ravenstack/ravenstack_subscriptions.csv')
    const header = 'line_id,account_id,start_date,end_date,monthly_amount'
    const monthly = rowsOf('ravenstack/ravenstack_subscriptions.csv').map((row) => [
      row['subscription_id']!,
      row['account_id']!,
      row['start_date']!,
      row['end_date']!,
      row['mrr_amount']!,
    ])
    const asMonths = readLedgerCells([header.split(','), ...monthly], { ...OPTIONS, amounts: 'monthly' })
    expect([...asMonths.ledger.annual]).toEqual([...yearly.ledger.annual])
    const trials = rowsOf('ravenstack/ravenstack_subscriptions.csv').filter((row) => row['is_trial'] === 'True')
    const excluded = yearly.ledger.excluded.filter(({ amount }) => amount === 0).length
    expect([...yearly.ledger.annual].filter((cents) => cents === 0).length + excluded).toBe(trials.length)
  })
})

test('mrr-playbook: amounts a month, declared, give the published movements of the whole ledger', async () => {
  const { ledger, findings } = await ledgerIn('mrr-playbook/subscription_periods.csv', {
    amounts: 'monthly',
    asOf: day('2020-03-31'),
  })
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  expect([ledger.length, new Set(ledger.account.codes).size]).toEqual([121, 55])
  const firstDays = monthEnds(day('2017-07-31'), day('2020-02-29')).map((end) => end + 1)
  const policy = { ...OPTIONS, asOf: day('2020-03-31'), rate: 'closing', gapDays: 0 } as const
  const months = bridge(ledger, ratesOf('USD', []), policy, firstDays)
  const total = (part: 'new' | 'reactivation' | 'expansion' | 'contraction' | 'churn') =>
    months.reduce((sum, month) => sum + month[part], 0) / 12 / 100
  expect(['new', 'reactivation', 'expansion', 'contraction', 'churn'].map((part) => total(part as 'new'))).toEqual([
    2295, 150, 660, -555, -2550,
  ])
})

test('telco-maven: revenue ties out to the cent on every row, and the 120 negative charges are named', async () => {
  const rows = rowsOf('telco-maven/telecom_customer_churn.csv')
  const cents = (text: string | undefined) => amountOf(text ?? '')!.cents
  const off = rows.filter(
    (row) =>
      cents(row['Total Revenue']) !==
      cents(row['Total Charges']) -
        cents(row['Total Refunds']) +
        cents(row['Total Extra Data Charges']) +
        cents(row['Total Long Distance Charges']),
  )
  expect([rows.length, off]).toEqual([7043, []])
  expect(rows.reduce((sum, row) => sum + cents(row['Total Revenue']), 0)).toBe(2_137_113_169)

  const joined = rows.map((row) => [
    row['Customer ID']!,
    row['Contract']!,
    '2024-01-01',
    row['Offer']!,
    row['Monthly Charge']!,
  ])
  const reading = readLedgerCells([['customer_id', 'plan', 'start', 'order type', 'monthly_charge'], ...joined], {
    ...OPTIONS,
    amounts: 'monthly',
  })
  expect(said(reading).some((words) => words.startsWith('120 lines are below zero'))).toBe(true)
  expect(reading.ledger.order.names).toContain('None')
  expect(closes(reading.ledger)).toBe(true)
})

describe('exports', () => {
  test('stripe: each of the 14 items is a line or listed with what is missing', async () => {
    const folder = 'billing-seeds-stripe'
    const files = Object.fromEntries(Object.keys(STRIPE_TABLES).map((name) => [name, `${name}_data`])) as Record<
      keyof typeof STRIPE_TABLES,
      string
    >
    const lines = stripeLines(await exportOf(folder, STRIPE_TABLES, files))
    expect(
      lines.slice(0, 3).map(({ line, account, annual, charge }) => [line.slice(-2), account, annual, charge]),
    ).toEqual([
      // 1,500.00 a month; twice 1,500.00 a month; 1,500.00 every six months.
      ['01', 'sdf6547', '18000.00', 'recurring'],
      ['02', '123fsdf', '36000.00', 'recurring'],
      ['03', '', '3000.00', 'recurring'],
    ])
    const { ledger } = readLedgerCells(contractTable(lines), DECLARED)
    expect(ledger.control.read).toBe(lines.length)
    expect(closes(ledger)).toBe(true)
    // Subscriptions that ended in 2021 have items of 2024; twelve items belong to subscriptions that are not there.
    const reasons = Map.groupBy(ledger.excluded, ({ reason }) => reason)
    expect(reasons.get('ends-before-start')?.length).toBe(2)
    expect(reasons.get('no-account')?.length).toBe(11)
    expect(reasons.get('amount-unreadable')?.map(({ line }) => line.slice(-2))).toContain('14')
    const credits = ledger.excluded.filter(({ because }) => because.includes('credit_note'))
    expect(credits.map(({ amount }) => amount)).toEqual([-50, -100])
  })

  test('recurly: current subscriptions are lines; credits and coupons are listed', async () => {
    const files = {
      subscription: 'subscription_history_data',
      plan: 'plan_history_data',
      subscription_change: 'subscription_change_history_data',
      line_item: 'line_item_history_data',
      coupon_redemption: 'coupon_redemption_history_data',
    }
    const lines = recurlyLines(await exportOf('billing-seeds-recurly', RECURLY_TABLES, files))
    const { ledger } = readLedgerCells(contractTable(lines), DECLARED)
    expect(closes(ledger)).toBe(true)
    // 99.00 a month, and 2,999.00 + 2,597.00 of add-ons a month after a week on trial.
    const counted = ledger.ids.map((id, at) => [id.slice(0, 4), ledger.annual[at], ledger.start[at]])
    expect(counted).toEqual([
      ['2900', 118_800, day('2015-02-11')],
      ['bcd3', 6_715_200, day('2015-02-20')],
    ])
    // Two began and ended on one day.
    expect(ledger.excluded.filter(({ reason }) => reason === 'ends-before-start').map(({ amount }) => amount)).toEqual([
      118_800, 118_800,
    ])
    expect(ledger.excluded.filter(({ because }) => because.includes('`credit`')).map(({ amount }) => amount)).toEqual([
      -500,
    ])
  })
})
