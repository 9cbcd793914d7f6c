import { expect, test } from 'vitest'
import { contractTable, type ContractLine } from '../../../src/finance/import/contract-line.ts'
import { recurlyLines, type RecurlyTables, RECURLY_TABLES } from '../../../src/finance/import/recurly.ts'
import type { ExportRow } from '../../../src/finance/import/records.ts'
import { readLedgerCells } from '../../../src/finance/read/ledger.ts'
import { closes, day } from '../open.ts'

type Given = { readonly [K in keyof typeof RECURLY_TABLES]?: readonly Partial<ExportRow>[] }

function tables(given: Given): RecurlyTables {
  const names = Object.keys(given) as (keyof typeof RECURLY_TABLES)[]
  return Object.fromEntries(
    names.map((name) => {
      const blank = Object.fromEntries(RECURLY_TABLES[name].map((column) => [column, '']))
      return [name, given[name]!.map((row) => ({ ...blank, ...row }) as ExportRow)]
    }),
  )
}

const plan = [{ id: 'p', code: 'PRO', interval_unit: 'months', interval_length: '1' }]

function version(more: Partial<ExportRow>): Partial<ExportRow> {
  return {
    id: 's',
    account_id: 'a',
    plan_id: 'p',
    state: 'active',
    currency: 'USD',
    unit_amount: '99.0',
    quantity: '1',
    add_ons_total: '0.0',
    activated_at: '2024-01-10 08:00:00',
    current_period_started_at: '2024-01-10 08:00:00',
    updated_at: '2024-01-10 08:00:00',
    ...more,
  }
}

const shown = ({ line, account, sku, start, end, annual, charge }: ContractLine) =>
  [line, account, sku, start, end, annual, charge].join(' ')

test('a subscription is a line of units × quantity + add-ons, over its interval', () => {
  const lines = recurlyLines(
    tables({ plan, subscription: [version({ unit_amount: '2999.0', quantity: '2', add_ons_total: '2597.5' })] }),
  )
  expect(lines.map(shown)).toEqual(['s a PRO 2024-01-10  103146.00 recurring'])
})

test('versions that cost the same are one line; another price starts another with its period', () => {
  const subscription = [
    version({
      updated_at: '2024-04-10 08:00:00',
      current_period_started_at: '2024-04-10 08:00:00',
      unit_amount: '120.0',
    }),
    version({}),
    version({ updated_at: '2024-03-10 08:00:00', current_period_started_at: '2024-03-10 08:00:00' }),
  ]
  expect(recurlyLines(tables({ plan, subscription })).map(shown)).toEqual([
    's a PRO 2024-01-10 2024-04-10 1188.00 recurring',
    's:2 a PRO 2024-04-10  1440.00 recurring',
  ])
})

test('a change in force starts a line; one that was deleted, or is still to come, does not', () => {
  const change = {
    id: 'c',
    subscription_id: 's',
    unit_amount: '99.0',
    quantity: '3',
    activate_at: '2024-02-01 00:00:00',
  }
  const lines = recurlyLines(
    tables({
      plan,
      subscription: [version({})],
      subscription_change: [
        { ...change, activated: 'true' },
        { ...change, id: 'd', quantity: '9', activated: 'true', deleted_at: '2024-02-02 00:00:00' },
        { ...change, id: 'e', quantity: '9', activated: 'false' },
      ],
    }),
  )
  expect(lines.map(shown)).toEqual([
    's a PRO 2024-01-10 2024-02-01 1188.00 recurring',
    's:2 a PRO 2024-02-01  3564.00 recurring',
  ])
})

test.each([
  [{ state: 'expired', expires_at: '2024-06-10 08:00:00' }, '2024-01-10', '2024-06-10', 'recurring'],
  [{ state: 'canceled', expires_at: '2024-12-10 08:00:00' }, '2024-01-10', '2024-12-10', 'recurring'],
  [{ state: 'paused', paused_at: '2024-05-10 08:00:00' }, '2024-01-10', '2024-05-10', 'recurring'],
  [{ trial_ends_at: '2024-01-24 08:00:00' }, '2024-01-24', '', 'recurring'],
  [{ state: 'failed' }, '2024-01-10', '', 'failed'],
])('%o', (more, start, end, charge) => {
  const [line] = recurlyLines(tables({ plan, subscription: [version(more)] }))
  expect([line!.start, line!.end, line!.charge]).toEqual([start, end, charge])
})

test('credits, coupons and what belongs to nothing are listed with their amounts, and the ledger adds up', () => {
  const lines = recurlyLines(
    tables({
      plan,
      subscription: [version({}), version({ id: 't', plan_id: 'gone' })],
      line_item: [
        {
          id: 'l1',
          type: 'credit',
          account_id: 'a',
          currency: 'USD',
          amount: '-5.0',
          created_at: '2024-02-11T02:09:45',
        },
        {
          id: 'l2',
          type: 'charge',
          account_id: 'a',
          currency: 'USD',
          amount: '99.0',
          created_at: '2024-02-11T02:09:45',
        },
      ],
      coupon_redemption: [{ id: 'r', account_id: 'a', currency: 'USD', discounted: '20.5', created_at: '2024-02-11' }],
      subscription_change: [{ id: 'c', subscription_id: 'gone', activated: 'true', activate_at: '2024-02-01' }],
    }),
  )
  const { ledger } = readLedgerCells(contractTable(lines), {
    asOf: day('2025-01-01'),
    currency: 'USD',
    recurring: ['recurring'],
  })
  expect(ledger.ids).toEqual(['s'])
  expect(ledger.excluded.map(({ line, reason, amount }) => [line, reason, amount])).toEqual([
    ['t', 'amount-unreadable', null],
    ['c', 'not-recurring', 0],
    ['l1', 'not-recurring', -500],
    ['r', 'not-recurring', -2050],
  ])
  expect(closes(ledger)).toBe(true)
})
