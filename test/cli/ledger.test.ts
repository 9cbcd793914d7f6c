import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { STRIPE_TABLES } from '../../src/finance/import/stripe.ts'
import { call } from './call.ts'
import { folder } from './run.ts'

describe('salus ledger', () => {
  test('lists each line that does not count, and its sums close', async () => {
    const { code, out } = await call(['ledger', 'samples/ledger.csv', '--json'])
    const said = JSON.parse(out) as {
      read: number
      used: number
      excluded: number
      amounts: Record<string, Record<'read' | 'used' | 'excluded', string>>
      lines: { line: string; amount: string }[]
    }
    expect([code, said.read, said.lines.length]).toEqual([0, said.used + said.excluded, said.excluded])
    const cents = (text: string) => Math.round(Number(text) * 100)
    for (const { read, used, excluded } of Object.values(said.amounts)) {
      expect(cents(read)).toBe(cents(used) + cents(excluded))
    }
  })

  test('writes lines in one form, and reads them again as the same', async () => {
    const messy = [
      'Customer,Plan,Start,End,MRR,Ccy',
      'ACME,CORE,23/12/2023,22/12/2024,"$1,000.00",usd',
      'BITS,CORE,01/02/2024,,(12.50),USD',
      'Total,,,,987.50,',
    ].join('\n')
    const files = folder({ 'messy.csv': messy, 'clean.csv': '' })
    const declared = ['--amounts', 'monthly', '--charge', 'recurring', '--ends', 'last-day']
    const first = await call(['ledger', files['messy.csv'], ...declared, '--out', files['clean.csv']])
    expect(first.code).toBe(0)
    expect(readFileSync(files['clean.csv'], 'utf8').replaceAll('\r', '').trimEnd().split('\n').slice(1)).toEqual([
      '2,ACME,CORE,2023-12-23,2024-12-23,12000.00,USD,recurring,,,',
      '3,BITS,CORE,2024-02-01,,-150.00,USD,recurring,,,',
    ])
    const again = await call(['ledger', files['clean.csv']])
    expect(again.out).toContain('2 lines read: 2 count, 0 do not')
    expect(again.out).toContain('11,850.00')
  })

  test('reads an export by the names of its tables', async () => {
    const blank = (table: keyof typeof STRIPE_TABLES, row: Readonly<Record<string, string>>) =>
      [STRIPE_TABLES[table], STRIPE_TABLES[table].map((column) => row[column] ?? '')].join('\n')
    const files = folder({
      'subscriptions.csv': blank('subscription', {
        id: 's',
        customer_id: 'c',
        status: 'active',
        start_date: '2024-01-01',
      }),
      'subscription_item_data.csv': blank('subscription_item', { id: 'i', subscription_id: 's', plan_id: 'p' }),
      'plan.csv': blank('plan', { id: 'p', amount: '5000', currency: 'eur', interval: 'month', interval_count: '1' }),
    })
    const { code, out } = await call(['ledger', '--from', 'stripe', files['plan.csv'].replace(/plan\.csv$/, '')])
    expect([code, out.split('\n')[0]]).toEqual([0, '1 lines read: 1 count, 0 do not'])
    expect(out).toContain('600.00')
  })

  test.each([
    [['ledger', 'nowhere.csv'], 2, 'nowhere.csv does not exist|it does not exist'],
    [['ledger', 'samples/fx.csv'], 1, 'no column for `account_id`'],
    [['ledger', 'samples/ledger.csv', '--dates', 'iso'], 2, '--dates is one of day-month, month-day'],
    [['ledger', '--from', 'paper', 'samples'], 2, '--from is one of stripe, recurly'],
    [['ledger', '--from', 'constructor', 'samples'], 2, '--from is one of stripe, recurly'],
    [['ledger', '--from', 'stripe', 'samples'], 2, 'has no table subscription'],
    [['ledger', '--from', 'stripe', 'samples/fx.csv'], 2, 'there is no folder samples/fx.csv'],
    [['ledger', 'samples/ledger.csv', '--out', 'lines.pdf'], 2, '--out takes a file that ends in'],
  ])('%j ends with %i', async (args, code, words) => {
    const found = await call(args)
    expect(found.code).toBe(code)
    expect(found.err).toMatch(new RegExp(words))
  })

  test('of a file that is not there one thing is said, not also which columns it lacks', async () => {
    const { err } = await call(['ledger', 'nowhere.csv'])
    expect(err.match(/^error:/gm)).toHaveLength(1)
  })
})
