import { describe, expect, test } from 'vitest'
import { OPEN } from '../../src/finance/ledger.ts'
import { closes, day, ledgerFrom, ratesFrom, said, sample } from './open.ts'

describe('the sample', () => {
  test('every line is used or listed, and the file adds up', async () => {
    const { rates } = await ratesFrom(sample('fx.csv'))
    const { ledger } = await ledgerFrom(sample('ledger.csv'), { rates, from: day('2021-12-31') })
    const rows = sample('ledger.csv')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    expect(ledger.control.read).toBe(rows.length)
    expect(ledger.length).toBe(rows.filter((row) => row[8] === 'recurring').length)
    expect(ledger.excluded.map(({ line }) => line)).toEqual(
      rows.filter((row) => row[8] !== 'recurring').map(([id]) => id),
    )
    expect(closes(ledger)).toBe(true)
    const eur = rows.filter((row) => row[7] === 'EUR').reduce((sum, row) => sum + Math.round(Number(row[6]) * 100), 0)
    expect(ledger.control.amounts.get('EUR')!.read).toBe(eur)
  })
})

const HEADER = 'line_id,account_id,sku,start_date,end_date,annual_value,currency,charge_type,order_type'
const LINE = 'L1,ACME,CORE,2024-01-01,2025-01-01,1200.00,USD,recurring,new'

describe('a line', () => {
  test('runs from its start to the day before its end', async () => {
    const { ledger, findings } = await ledgerFrom(`${HEADER}\n${LINE}`)
    expect(findings).toEqual([])
    expect([ledger.ids[0], ledger.rows[0], ledger.account.names[ledger.account.codes[0]!]]).toEqual(['L1', 2, 'ACME'])
    expect([ledger.start[0], ledger.end[0], ledger.annual[0]]).toEqual([day('2024-01-01'), day('2025-01-01'), 120000])
  })

  test.each(['', 'None', 'open', ' '])('with `%s` for an end is open', async (end) => {
    const { ledger } = await ledgerFrom(`${HEADER}\n${LINE.replace('2025-01-01', end)}`)
    expect(ledger.end[0]).toBe(OPEN)
  })

  test('with last days for ends runs until the day after', async () => {
    const { ledger } = await ledgerFrom(`${HEADER}\n${LINE.replace('2025-01-01', '2024-12-31')}`, { ends: 'last day' })
    expect(ledger.end[0]).toBe(day('2025-01-01'))
  })
})

/** What keeps a line out: the change to a sound line, the reason, and what is said with row and amount. */
const kept: readonly [string, string, string, string, string][] = [
  ['an end before its start', '2025-01-01', '2023-01-01', 'ends-before-start', 'row 3, line L1 (USD 1,200.00)'],
  ['an end on its start', '2025-01-01', '2024-01-01', 'ends-before-start', 'it never runs'],
  ['no account', 'ACME', '', 'no-account', 'row 3, line L1 (USD 1,200.00)'],
  ['no start', '2024-01-01', '', 'no-start', 'row 3, line L1 (USD 1,200.00)'],
  ['a start that is no date', '2024-01-01', '2024-02-30', 'date-unreadable', '`2024-02-30` is not a date'],
  ['a year for a start', '2024-01-01', '2024', 'date-unreadable', '`2024` is not a date'],
  [
    'an amount that is none',
    '1200.00',
    'tbc',
    'amount-unreadable',
    '(no amount) does not count: `tbc` is not an amount',
  ],
  ['a decimal comma', '1200.00', '"1.200,50"', 'amount-unreadable', 'decimals are written with a point'],
  ['a currency that is none', 'USD', 'Dollar', 'currency-unknown', '`Dollar` is not a currency'],
  ['an amount in another currency', '1200.00', 'EUR 1200', 'currency-unknown', 'its amount says EUR'],
  ['no rate', 'USD', 'CHF', 'no-rate', 'row 3, line L1 (CHF 1,200.00)'],
  ['a charge not declared', 'recurring', 'usage', 'not-recurring', '1 lines of kind `usage` (USD 1,200.00)'],
  ['no kind of charge', 'recurring', '', 'not-recurring', '1 lines of no kind of charge (USD 1,200.00)'],
]

test.each(kept)('%s keeps a line out, and says so', async (_, from, to, reason, words) => {
  const sound = LINE.replace('L1', 'L0')
  const reading = await ledgerFrom(`${HEADER}\n${sound}\n${LINE.replace(from, to)}`)
  expect(reading.ledger.ids).toEqual(['L0'])
  expect(reading.ledger.excluded.map((line) => [line.line, line.row, line.reason])).toEqual([['L1', 3, reason]])
  expect(said(reading).join('\n')).toContain(words)
  expect(closes(reading.ledger)).toBe(true)
})
