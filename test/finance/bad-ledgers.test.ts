import { describe, expect, test } from 'vitest'
import { closes, day, ledgerFrom, ratesFrom, said } from './open.ts'

const HEADER = 'line_id,account_id,sku,start_date,end_date,annual_value,currency,charge_type,order_type'

function lines(...rows: readonly string[]): string {
  return [HEADER, ...rows].join('\n')
}

describe('columns', () => {
  test('headers may be labels, in any case and spacing', async () => {
    const { ledger, findings } = await ledgerFrom(
      'Contract Line,CUSTOMER ID,Product,Start,End,ACV,Currency,Charge Type\nL1,ACME,CORE,2024-01-01,,1200,usd,Recurring',
    )
    expect(findings).toEqual([])
    expect([ledger.sku.names[ledger.sku.codes[0]!], ledger.currency.names]).toEqual(['CORE', ['USD']])
  })

  test('the id of an account wins over its name', async () => {
    const { headers } = await ledgerFrom('Account,Account ID,start,arr\nAcme Ltd,A1,2024-01-01,5')
    expect(headers.get('account')).toBe('Account ID')
  })

  test('a misspelt one is asked after, and nothing is counted', async () => {
    const reading = await ledgerFrom('acount_id,start_date,annual_value\nA1,2024-01-01,5')
    expect(said(reading)).toEqual(['no column for `account_id`; is it "acount_id"?'])
    expect(reading.ledger.length).toBe(0)
    expect(closes(reading.ledger)).toBe(true)
  })

  test('two columns for one field are refused', async () => {
    const reading = await ledgerFrom('account_id,start_date,acv,arr\nA1,2024-01-01,5,6')
    expect(said(reading)).toContain('`annual_value` could be column "acv" or "arr"')
    expect(reading.ledger.length).toBe(0)
  })

  test('an amount a month is never taken for one a year, and is twelve times itself when declared', async () => {
    const csv = 'customer_id,start_date,end_date,monthly_amount\n7,2018-11-01,2019-02-01,50'
    expect(said(await ledgerFrom(csv))).toContain('"monthly_amount" is an amount a month; declare it to be one')
    const { ledger } = await ledgerFrom(csv, { amounts: 'monthly', charge: 'recurring' })
    expect([...ledger.annual]).toEqual([60000])
  })

  test('without currency, charge or end the reading says what that means', async () => {
    expect(said(await ledgerFrom('account,start,arr\nA1,2024-01-01,5'))).toEqual([
      'no column names currencies; every amount counts as USD',
      'no column tells charges that recur from others; every line counts as recurring',
      'no column names SKUs; by SKU is the same as by account',
      'no column says when lines end; all run on',
    ])
  })
})

describe('lines that count and are named', () => {
  test('a row of totals at the bottom does not count', async () => {
    const body = ['L1,A,CORE,2024-01-01,,1200.00,USD,recurring,new', 'L2,B,CORE,2024-01-01,,800.00,USD,recurring,new']
    for (const total of ['Total,,,,,2000.00,,,', ',Grand total,,,,"2,000.00",USD,,', ',,,,,2000,,,']) {
      const reading = await ledgerFrom(lines(...body, total))
      expect(reading.ledger.excluded.map(({ row, reason, amount }) => [row, reason, amount])).toEqual([
        [4, 'total-row', 200000],
      ])
      expect(reading.ledger.length).toBe(2)
      expect(closes(reading.ledger)).toBe(true)
    }
  })

  test('the same line twice counts once; one id with two contents counts twice and is named', async () => {
    const line = 'L1,A,CORE,2024-01-01,2025-01-01,1200.00,USD,recurring,new'
    const other = 'L1,A,PLUS,2024-01-01,2025-01-01,300.00,USD,recurring,cross_sell'
    const reading = await ledgerFrom(lines(line, line, other))
    expect(reading.ledger.excluded.map(({ row, reason }) => [row, reason])).toEqual([[3, 'duplicate-line']])
    expect(said(reading)).toEqual([
      'row 3, line L1 (USD 1,200.00) does not count: it is the line of row 2 once more',
      'line L1 of row 4 is in row 2 with other content; both count',
    ])
    expect([...reading.ledger.annual]).toEqual([120000, 30000])
    expect(closes(reading.ledger)).toBe(true)
  })

  test('lines that overlap on one SKU are named; upsells and credits are meant to', async () => {
    const reading = await ledgerFrom(
      lines(
        'L1,A,CORE,2024-01-01,2025-01-01,1200.00,USD,recurring,new',
        'L2,A,CORE,2024-12-01,2025-12-01,1300.00,USD,recurring,renewal',
        'L3,A,CORE,2024-06-01,2025-01-01,100.00,USD,recurring,upsell',
        'L4,A,CORE,2024-06-01,2025-01-01,-50.00,USD,recurring,credit',
        'L5,A,PLUS,2024-06-01,2025-01-01,10.00,USD,recurring,new',
      ),
    )
    expect(said(reading)).toEqual([
      'row 3 (USD 1,300.00) runs while row 2 of `A` does; both count',
      '1 lines are below zero, from row 5 on: USD -50.00; they lower their accounts',
    ])
    expect(reading.ledger.length).toBe(5)
  })

  test('zero and negative lines count and are named', async () => {
    const reading = await ledgerFrom(
      lines('L1,A,CORE,2024-01-01,,0.00,USD,recurring,', 'L2,A,X,2024-01-01,,(12.50),USD,recurring,'),
    )
    expect([...reading.ledger.annual]).toEqual([0, -1250])
    expect(said(reading)).toEqual([
      '1 lines are below zero, from row 3 on: USD -12.50; they lower their accounts',
      '1 lines are worth 0.00, from row 2 on; they add nothing',
    ])
  })

  test('accounts that differ by case or leading zeros are named and stay apart', async () => {
    const reading = await ledgerFrom(
      lines(
        'L1,ACC-0012,CORE,2024-01-01,,100.00,USD,recurring,',
        'L2,acc-12,CORE,2024-01-01,,200.00,USD,recurring,',
        'L3,ACC-012 ,CORE,2024-01-01,,300.00,USD,recurring,',
        'L4,ACC-1-2,CORE,2024-01-01,,400.00,USD,recurring,',
      ),
    )
    expect(said(reading)).toEqual([
      '`ACC-0012` and `acc-12` look alike (row 2 and row 3, 100.00 and 200.00); they stay apart',
      '`ACC-0012` and `ACC-012` look alike (row 2 and row 4, 100.00 and 300.00); they stay apart',
    ])
    expect(new Set(reading.ledger.account.codes).size).toBe(4)
  })

  test('ends that are last days show', async () => {
    const csv = lines(
      'L1,A,CORE,2022-01-01,2022-12-31,100.00,USD,recurring,new',
      'L2,A,CORE,2023-01-01,2023-12-31,100.00,USD,recurring,renewal',
      'L3,A,CORE,2024-01-01,2024-12-31,100.00,USD,recurring,renewal',
    )
    expect(said(await ledgerFrom(csv))).toEqual([
      '2 lines end a day before the next starts (row 2: 2022-12-31); are ends last days?',
    ])
    const { ledger, findings } = await ledgerFrom(csv, { ends: 'last day' })
    expect([findings, [...ledger.end]]).toEqual([[], ['2023-01-01', '2024-01-01', '2025-01-01'].map(day)])
  })
})

describe('dates', () => {
  const between = (first: string, second: string) =>
    lines(`L1,A,CORE,${first},,1.00,USD,recurring,`, `L2,B,CORE,${second},,2.00,USD,recurring,`)

  test.each([
    ['23-12-2023', '2024-06-11', '2023-12-23', '2024-06-11'],
    ['05-06-2024', '2024-06-11', '2024-06-05', '2024-06-11'],
    ['05/06/2024', '23/12/2023', '2024-06-05', '2023-12-23'],
    ['05/06/2024', '12/23/2023', '2024-05-06', '2023-12-23'],
  ])('%s beside %s', async (first, second, ...expected) => {
    const { ledger } = await ledgerFrom(between(first, second))
    expect([...ledger.start]).toEqual(expected.map(day))
  })

  test('that may be read two ways are asked about; a declaration settles them', async () => {
    const csv = between('05/06/2024', '2024-06-11')
    const reading = await ledgerFrom(csv)
    expect(said(reading)[0]).toBe('`05/06/2024` and its like may be day or month first; declare which')
    expect(reading.ledger.excluded.map(({ line, reason }) => [line, reason])).toEqual([['L1', 'date-unreadable']])
    const { ledger } = await ledgerFrom(csv, { dates: 'month-day' })
    expect([...ledger.start]).toEqual(['2024-05-06', '2024-06-11'].map(day))
  })

  test('that prove both orders at once are read in neither', async () => {
    const { ledger } = await ledgerFrom(between('23/12/2023', '12/23/2023'))
    expect(ledger.excluded.map(({ reason }) => reason)).toEqual(['date-unreadable', 'date-unreadable'])
  })
})

describe('files', () => {
  const csv = lines('L1,A,CORE,2024-01-01,2025-01-01,1200.00,USD,recurring,new')

  test('a byte order mark, carriage returns and blank lines at the end make no difference', async () => {
    const plain = await ledgerFrom(csv)
    const dressed = await ledgerFrom(`\uFEFF${csv.replaceAll('\n', '\r\n')}\r\n\r\n`)
    expect(dressed).toEqual(plain)
  })

  test('a header alone is a ledger without lines', async () => {
    const { ledger } = await ledgerFrom(HEADER)
    expect([ledger.length, ledger.control.read]).toEqual([0, 0])
  })
})

describe('rates', () => {
  test('hold until the next, and are nothing before the first', async () => {
    const { rates } = await ratesFrom('month_end,currency,rate_to_usd\n2024-01-31,EUR,1.08\n2024-02-29,EUR,1.1')
    expect(rates.at('EUR', day('2024-01-30'))).toBeNull()
    expect(rates.at('EUR', day('2024-02-28'))).toEqual({ numerator: 108, denominator: 100 })
    expect(rates.at('EUR', day('2025-01-01'))).toEqual({ numerator: 11, denominator: 10 })
    expect(rates.at('GBP', day('2025-01-01'))).toBeNull()
    expect(rates.at('USD', 0)).toEqual({ numerator: 1, denominator: 1 })
  })

  test('that disagree are an error; those that cannot be read are named', async () => {
    const { said: words } = await ratesFrom(
      'Date,From,To,Rate\n2024-01-31,EUR,USD,1.08\n2024-01-31,EUR,USD,1.09\n2024-01-31,GBP,EUR,1.2\n2024-01,CHF,,0',
    )
    expect(words).toEqual([
      'row 4: `EUR` is not USD, the currency of the figures; the rate is left out',
      'row 5: `0` is not a rate above zero; the rate is left out',
      'row 3 and row 2 give EUR different rates on 2024-01-31',
    ])
  })

  test('into another currency than that of the figures are no rates', async () => {
    const { said: words } = await ratesFrom('month_end,currency,rate_to_eur\n2024-01-31,GBP,1.2')
    expect(words[0]).toMatch(/^no column for `rate_to_usd`/)
  })
})
