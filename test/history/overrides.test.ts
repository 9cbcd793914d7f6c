import { describe, expect, test } from 'vitest'
import { sentence } from '../../src/findings/report.ts'
import { overrideInputs } from '../../src/history/override-inputs.ts'
import { readOverrides } from '../../src/history/overrides.ts'
import { overrideSchema } from '../../src/model/schema/history.ts'
import type { Row } from '../../src/model/columns.ts'
import { chain, group, measure, model, whole } from '../engine/build.ts'
import { columnsOf } from '../engine/columns.ts'

const seats = measure('seats', chain('poor', ['<', 5, 'healthy']))
const health = model({
  name: 'health',
  label: 'Health',
  root: whole([
    group('usage', [seats, measure('logins', seats.judge)], { label: 'Usage' }),
    group('money', [measure('logins', seats.judge)]),
  ]),
})

function read(rows: readonly Row[], asOf: number | null = 100, accounts: readonly string[] | null = null) {
  const named = rows.map((row) => String(row['account'] ?? ''))
  const columns = columnsOf(overrideInputs, rows, named)
  const rowNumbers = rows.map((_, index) => index + 2)
  const found = readOverrides(health, columns, { asOf, rowNumbers, accounts: accounts && new Set(accounts) })
  return { ...found, said: found.findings.map((one) => sentence(one)) }
}

describe('readOverrides', () => {
  test('keeps the rows of an account in their order', () => {
    const { byAccount, said } = read([
      { account: 'A', score: 4, reason: 'Sponsor left', author: 'Ann', date: 90, expiry: 120 },
      { account: 'B', band: 'HEALTHY' },
      { account: 'A', path: 'usage', score: 2 },
    ])
    expect(said).toEqual([])
    expect([...byAccount.keys()]).toEqual(['A', 'B'])
    expect(byAccount.get('A')).toEqual([
      { account: 'A', path: '', score: 4, band: null, reason: 'Sponsor left', author: 'Ann', date: 90, expiry: 120 },
      { account: 'A', path: 'usage', score: 2, band: null, reason: null, author: null, date: null, expiry: null },
    ])
    expect(byAccount.get('B')?.[0]?.band).toBe('healthy')
    for (const row of [...byAccount.values()].flat()) expect(overrideSchema.parse(row)).toEqual(row)
  })
  test.each([
    ['', ''],
    ['Score', ''],
    ['health', ''],
    ['USAGE', 'usage'],
    ['usage.seats', 'usage.seats'],
    ['Seats', 'usage.seats'],
    ['money.logins', 'money.logins'],
  ])('finds the part %j at %j', (path, found) => {
    expect(read([{ account: 'A', path, score: 1 }]).byAccount.get('A')?.[0]?.path).toBe(found)
  })
  test.each<[Row, string]>([
    [{ score: 1 }, 'row 2 overrides a score but names no account'],
    [{ account: 'A', path: 'logins', score: 1 }, 'row 2 overrides `logins`, which no one part of the score is called'],
    [{ account: 'A', path: 'x', score: 1 }, 'row 2 overrides `x`, which no one part of the score is called'],
    [{ account: 'A', score: 1, band: 'red' }, 'row 2 overrides to `red`, which is not a band of the model'],
    [{ account: 'A', reason: 'because' }, 'row 2 overrides `A` but gives neither score nor band'],
  ])('refuses %j', (row, finding) => {
    const { byAccount, said } = read([row])
    expect(said).toEqual([finding])
    expect(byAccount.size).toBe(0)
  })
  test('an override applies up to and with its last day, and from its first', () => {
    expect(read([{ account: 'A', score: 1, date: 100, expiry: 100 }]).byAccount.size).toBe(1)
    const late = read([{ account: 'A', score: 1, expiry: 99 }])
    expect(late.said).toEqual(['row 2: the override of `A` ended on 1970-04-10'])
    expect(late.notInForce).toHaveLength(1)
    expect(read([{ account: 'A', score: 1, date: 101 }]).said).toEqual([
      'row 2: the override of `A` begins on 1970-04-12',
    ])
  })
  test('without a scoring date it is said once that some may not apply', () => {
    const rows = [1, 2].map((expiry) => ({ account: 'A', score: 1, expiry }))
    expect(read(rows, null).said).toEqual(['2 overrides expire: without a scoring date they do not apply'])
  })
  test('an account that is not scored is a warning, and kept', () => {
    const { said, byAccount } = read([{ account: 'Z', score: 1 }], 100, ['A'])
    expect(said).toEqual(['row 2 overrides account `Z`, which is not in the table'])
    expect(byAccount.has('Z')).toBe(true)
  })
})
