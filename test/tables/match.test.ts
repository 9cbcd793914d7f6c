import { describe, expect, test } from 'vitest'
import { sentence } from '../../src/findings/report.ts'
import { matchColumns } from '../../src/tables/match.ts'
import { input } from './inputs.ts'

const mau = input('mau_per_seat', 'percent', { labels: ['Last month MAU / Seats'] })
const seats = input('seats', 'count', { labels: ['Seats', 'Licences'] })

/** Matches and says all that was found out in words. */
function match(header: readonly string[], inputs: Parameters<typeof matchColumns>[1], key?: string) {
  const { columns, account, unused, findings } = matchColumns(header, inputs, key)
  return { columns: [...columns], account, unused, says: findings.map(sentence) }
}

describe('an input finds its column', () => {
  test.each([
    'Last month MAU / Seats',
    ' Last month MAU / Seats ',
    'last month mau / seats',
    'last_month_mau___seats',
    'LastMonthMAUSeats',
    'Last Month MAU/Seats?',
    'mau_per_seat',
    'MAU per seat',
    'mau-per-seat',
  ])('by %j', (header) => {
    expect(match(['Account', header], [mau])).toEqual({
      columns: [['mau_per_seat', 1]],
      account: 0,
      unused: [],
      says: [],
    })
  })

  test('by a second label', () => {
    expect(match(['Account', 'licences'], [seats]).columns).toEqual([['seats', 1]])
  })

  test('as written before as forgiven', () => {
    expect(match(['Account', 'SEATS', 'Seats'], [seats])).toEqual({
      columns: [['seats', 2]],
      account: 0,
      unused: ['SEATS'],
      says: [],
    })
  })

  test('a percent sign makes another column', () => {
    const count = input('mau', 'count', { labels: ['MAU'] })
    expect(match(['Account', 'MAU %'], [count]).says).toEqual([
      'no column for `MAU`; it counts as missing in every row',
    ])
  })

  test('an input whose exact column is taken does not fall back on it', () => {
    const other = input('SEATS', 'count')
    expect(match(['Account', 'Seats'], [seats, other])).toMatchObject({
      columns: [['seats', 1]],
      says: ['no column for `SEATS`; it counts as missing in every row'],
    })
  })
})

describe('what could be read two ways is refused', () => {
  test('an input two columns could serve', () => {
    expect(match(['Account', 'Seats', 'Licences'], [seats])).toMatchObject({
      columns: [],
      says: ['`Seats` could be column "Seats" or "Licences"'],
    })
    expect(match(['Account', 'SEATS', 'seats?'], [input('Seats', 'count')]).says).toEqual([
      '`Seats` could be column "SEATS" or "seats?"',
    ])
  })

  test('the same header twice', () => {
    expect(match(['Account', 'Seats', 'Seats'], [seats]).says).toEqual([
      '`Seats` could be column "Seats (column 2)" or "Seats (column 3)"',
    ])
  })

  test('a column two inputs could claim', () => {
    const a = input('a', 'count', { labels: ['Tickets'] })
    const b = input('b', 'count', { labels: ['Tickets'] })
    const found = matchColumns(['Account', 'Tickets'], [a, b])
    expect(found.findings.map(sentence)).toEqual(['column "Tickets" is claimed by `Tickets` and `Tickets`'])
    expect(found.findings[0]!.level).toBe('error')
  })
})

describe('near misses', () => {
  test('a misspelt header is suggested', () => {
    expect(match(['Account', 'Last mnth MAU / Seat'], [mau]).says).toEqual([
      'no column for `Last month MAU / Seats`; is it "Last mnth MAU / Seat"? It counts as missing',
    ])
  })

  test('something else is not', () => {
    expect(match(['Account', 'Region'], [seats])).toMatchObject({
      unused: ['Region'],
      says: ['no column for `Seats`; it counts as missing in every row'],
    })
  })
})

describe('the account', () => {
  test.each([
    [['Name', 'Account'], 1],
    [['id', 'account_id'], 1],
    [['Name', 'ID'], 1],
    [['Customer', 'Name'], 1],
    [['Company'], 0],
    [['Seats', 'Account Name'], 1],
    [['Customer ID', 'Name'], 0],
  ])('%j', (header, account) => {
    expect(match(header, []).account).toBe(account)
  })

  test('an input declared as key comes first', () => {
    const key = input('crm', 'text', { role: 'account', labels: ['CRM No'] })
    expect(match(['Account', 'CRM No'], [key]).account).toBe(1)
  })

  test('so does the key asked for', () => {
    expect(match(['Account', 'crm_no'], [], 'CRM No').account).toBe(1)
    expect(match(['Account', 'CRM-No.'], [], 'CRM Num')).toMatchObject({
      account: null,
      says: ['no column "CRM Num"; is it "CRM-No."?'],
    })
  })

  test('none', () => {
    expect(match(['Seats'], [seats])).toMatchObject({
      account: null,
      says: ['no column names the accounts; they are shown by row number'],
    })
  })

  test('may be an input as well', () => {
    expect(match(['Name', 'Seats'], [input('name', 'text'), seats])).toMatchObject({
      account: 0,
      columns: [
        ['name', 0],
        ['seats', 1],
      ],
    })
  })
})

describe('hostile headers', () => {
  test('names of object properties are names', () => {
    const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((name) => input(name, 'count'))
    const found = match(['Account', '__proto__', 'constructor', 'toString', 'hasOwnProperty'], hostile)
    expect(found.columns.map(([, column]) => column)).toEqual([1, 2, 3, 4])
    expect(match(['__proto__', 'constructor'], [seats]).columns).toEqual([])
  })

  test('empty ones match nothing', () => {
    expect(match(['', ' ', '?!', 'Seats'], [seats, input('_', 'count')])).toMatchObject({ columns: [['seats', 3]] })
  })

  test('ten thousand', () => {
    const header = Array.from({ length: 10_000 }, (_, i) => `Column ${i}`)
    expect(match([...header, 'Seats'], [seats, mau]).columns).toEqual([['seats', 10_000]])
  })
})
