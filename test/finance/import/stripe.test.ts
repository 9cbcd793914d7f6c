import { expect, test } from 'vitest'
import type { ContractLine } from '../../../src/finance/import/contract-line.ts'
import type { ExportRow } from '../../../src/finance/import/records.ts'
import { stripeLines, type StripeTables, STRIPE_TABLES } from '../../../src/finance/import/stripe.ts'

/** Rows with every column of their table, blank where not given. */
function rows(table: keyof typeof STRIPE_TABLES, given: readonly Partial<ExportRow>[]): ExportRow[] {
  const blank = Object.fromEntries(STRIPE_TABLES[table].map((column) => [column, '']))
  return given.map((row) => ({ ...blank, ...row }) as ExportRow)
}

function tables(more: { readonly [K in keyof typeof STRIPE_TABLES]?: readonly Partial<ExportRow>[] }): StripeTables {
  const given = {
    subscription: [
      { id: 's', customer_id: 'c', status: 'active', start_date: '2024-01-15 10:00:00', livemode: 'true' },
    ],
    subscription_item: [{ id: 'i', subscription_id: 's', price_id: 'p', quantity: '3' }],
    price: [recurring('p', '2999', 'month', '1')],
    ...more,
  }
  const names = Object.keys(given) as (keyof typeof STRIPE_TABLES)[]
  return Object.fromEntries(names.map((name) => [name, rows(name, given[name]!)]))
}

function recurring(id: string, cents: string, interval: string, count: string, currency = 'usd') {
  return {
    id,
    currency,
    unit_amount: cents,
    type: 'recurring',
    recurring_interval: interval,
    recurring_interval_count: count,
    product_id: `product of ${id}`,
  }
}

const shown = ({ line, account, sku, start, end, annual, currency, charge }: ContractLine) =>
  [line, account, sku, start, end, annual, currency, charge].join(' ')

test('an item of a subscription is a line: cents × quantity × payments a year', () => {
  expect(stripeLines(tables({})).map(shown)).toEqual(['i c product of p 2024-01-15  1079.64 USD recurring'])
})

test.each([
  ['10000', 'year', '1', 'usd', '300.00'],
  ['10000', 'year', '2', 'usd', '150.00'],
  ['10000', 'month', '3', 'usd', '1200.00'],
  ['10000', 'week', '2', 'usd', '7800.00'],
  ['10000', 'day', '1', 'usd', '109500.00'],
  ['10000', 'month', '7', 'usd', '514.29'],
  ['1000', 'month', '1', 'jpy', '36000.00'],
  ['1000', 'month', '1', 'kwd', '36.00'],
])('%s every %s, %s, %s: %s', (cents, interval, count, currency, annual) => {
  const [line] = stripeLines(tables({ price: [recurring('p', cents, interval, count, currency)] }))
  expect(line!.annual).toBe(annual)
})

test('parts of a cent are kept until the year is added up', () => {
  const [line] = stripeLines(tables({ price: [{ ...recurring('p', '4', 'month', '1'), unit_amount_decimal: '4.5' }] }))
  expect(line!.annual).toBe('1.62')
})

test.each([
  [{ status: 'canceled', ended_at: '2024-06-01 00:00:00' }, '2024-01-15', '2024-06-01', 'recurring'],
  [{ cancel_at: '2024-12-31 12:00:00' }, '2024-01-15', '2024-12-31', 'recurring'],
  [{ status: 'trialing', trial_end: '2024-02-15 00:00:00' }, '2024-02-15', '', 'recurring'],
  [{ status: 'incomplete_expired' }, '2024-01-15', '', 'incomplete_expired'],
  [{ status: 'past_due' }, '2024-01-15', '', 'recurring'],
  [{ livemode: 'false' }, '2024-01-15', '', 'test_mode'],
])('%o', (change, start, end, charge) => {
  const base = { id: 's', customer_id: 'c', status: 'active', start_date: '2024-01-15 10:00:00', livemode: 'true' }
  const [line] = stripeLines(tables({ subscription: [{ ...base, ...change }] }))
  expect([line!.start, line!.end, line!.charge]).toEqual([start, end, charge])
})

test('an item added later starts later; one without its subscription or its price stays, with what is known', () => {
  const lines = stripeLines(
    tables({
      subscription_item: [
        { id: 'late', subscription_id: 's', price_id: 'p', quantity: '1', created: '2024-03-01 00:00:00' },
        { id: 'astray', subscription_id: 'gone', price_id: 'p', quantity: '1', created: '2024-03-01 00:00:00' },
        { id: 'priceless', subscription_id: 's', price_id: 'gone', quantity: '1' },
      ],
    }),
  )
  expect(lines.map(shown)).toEqual([
    'late c product of p 2024-03-01  359.88 USD recurring',
    'astray  product of p 2024-03-01  359.88 USD recurring',
    'priceless c gone 2024-01-15    recurring',
  ])
})

test('what is metered or paid once does not recur', () => {
  const price = [
    { ...recurring('p', '5', 'month', '1'), recurring_usage_type: 'metered' },
    { id: 'q', currency: 'usd', unit_amount: '5000', type: 'one_time', product_id: 'setup' },
  ]
  const subscription_item = [
    { id: 'i', subscription_id: 's', price_id: 'p', quantity: '' },
    { id: 'j', subscription_id: 's', price_id: 'q', quantity: '2' },
  ]
  expect(stripeLines(tables({ price, subscription_item })).map(({ annual, charge }) => [annual, charge])).toEqual([
    ['0.00', 'metered'],
    ['100.00', 'one_time'],
  ])
})

test.each([
  [{ percent_off: '15.5', duration: 'forever' }, '2024-02-01', '', '-167.34', 'recurring'],
  [
    { percent_off: '10', duration: 'repeating', duration_in_months: '6' },
    '2024-02-01',
    '2024-08-01',
    '-107.96',
    'recurring',
  ],
  [{ amount_off: '500', currency: 'usd', duration: 'forever' }, '2024-02-01', '', '-60.00', 'recurring'],
  [{ percent_off: '25', duration: 'once' }, '2024-02-01', '', '-269.91', 'discount_once'],
])('a discount of %o', (coupon, start, end, annual, charge) => {
  const lines = stripeLines(
    tables({
      coupon: [{ id: 'k', ...coupon }],
      discount: [{ id: 'd', coupon_id: 'k', customer_id: 'c', subscription_id: 's', start: '2024-02-01 00:00:00' }],
    }),
  )
  expect(lines.slice(1).map(shown)).toEqual([`d c product of p ${start} ${end} ${annual} USD ${charge}`])
  expect(lines[1]!.order).toBe('discount')
})

test('a credit note goes to the customer of its invoice and does not recur', () => {
  const lines = stripeLines(
    tables({
      invoice: [{ id: 'in', customer_id: 'c' }],
      credit_note: [{ id: 'cn', invoice_id: 'in', total: '5050', currency: 'usd', created: '2024-05-01 09:00:00' }],
    }),
  )
  expect(lines.slice(1).map(shown)).toEqual(['cn c  2024-05-01  -50.50 USD credit_note'])
})

test.each([
  ['garbage', '6'],
  ['2024-02-01', '99999999999'],
  ['2024-13-45', '6'],
])('a discount from %s for %s months ends on no day that anyone could name', (start, months) => {
  const lines = stripeLines(
    tables({
      coupon: [{ id: 'k', percent_off: '10', duration: 'repeating', duration_in_months: months }],
      discount: [{ id: 'd', coupon_id: 'k', customer_id: 'c', subscription_id: 's', start }],
    }),
  )
  expect(lines[1]).toMatchObject({ line: 'd', start, end: '' })
})

test('an interval named like something of JavaScript is as unknown as any other', () => {
  const price = ['fortnight', 'constructor', '__proto__'].map((name, at) => recurring(`p${at}`, '1000', name, '1'))
  const subscription_item = price.map(({ id }) => ({ id, subscription_id: 's', price_id: id, quantity: '1' }))
  const lines = stripeLines(tables({ price, subscription_item }))
  const [unknown] = lines
  for (const line of lines) expect(line.annual).toBe(unknown!.annual)
})
