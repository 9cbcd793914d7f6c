import { describe, expect, test } from 'vitest'
import type { Balance } from '../../../src/finance/reconcile/balances.ts'
import { compareAccounts } from '../../../src/finance/reconcile/compare-accounts.ts'
import { idsDifferIn } from '../../../src/finance/reconcile/near-ids.ts'
import type { ScoredAccount } from '../../../src/finance/reconcile/scores.ts'

const model = { name: 'm', version: 1, hash: '0' }

function compare(balances: readonly Balance[], accounts: readonly ScoredAccount[]) {
  return compareAccounts(20_000, balances, { date: 19_990, model, ladder: ['poor', 'healthy'], accounts })
}

const balance = (account: string, amount: number, parent: string | null = null): Balance => ({
  account,
  amount,
  parent,
  lines: [],
})
const scored = (account: string, row = 2, score: number | null = 5): ScoredAccount => ({
  account,
  row,
  score,
  segment: null,
  band: null,
})

describe('snapshot against ledger', () => {
  test('all the same: nothing is left over and all is covered', () => {
    const found = compare([balance('a', 100), balance('b', 300)], [scored('b'), scored('a', 3)])
    expect(found).toMatchObject({ ledgerOnly: [], scoreOnly: [], duplicates: [], throughParent: [] })
    expect(found.coverage).toEqual({
      accounts: { numerator: 2, denominator: 2 },
      amount: { numerator: 400, denominator: 400 },
    })
  })

  test('an account missing from the snapshot: by itself, with its amount, and out of the coverage', () => {
    const found = compare([balance('a', 100), balance('b', 300)], [scored('a')])
    expect(found.ledgerOnly).toMatchObject([{ balance: { account: 'b', amount: 300 }, near: [] }])
    expect(found.coverage.amount).toEqual({ numerator: 100, denominator: 400 })
  })

  test('an account renamed: on both lists, each naming the other, and not covered', () => {
    const found = compare([balance('ACC-007', 100)], [scored('acc-7 ')])
    expect(found.matched).toEqual([])
    expect(found.ledgerOnly[0]!.near).toEqual([{ id: 'acc-7 ', differsIn: 'spaces and case and leading zeros' }])
    expect(found.scoreOnly[0]!.near).toMatchObject([{ id: 'ACC-007' }])
    expect(found.coverage.accounts.numerator).toBe(0)
  })

  test('an account scored twice: counted once, its rows named, and whether they agree', () => {
    const found = compare([balance('a', 100)], [scored('a'), scored('a', 3, 7)])
    expect(found.matched.map(({ scored: { row } }) => row)).toEqual([2])
    expect(found.duplicates).toMatchObject([{ account: 'a', rows: [{ row: 2 }, { row: 3 }], agree: false }])
  })

  test('several accounts of one scored parent', () => {
    const found = compare([balance('a', 100, 'group'), balance('b', 50, 'group')], [scored('group')])
    expect(found.throughParent).toMatchObject([{ parent: 'group', accounts: [{ account: 'a' }, { account: 'b' }] }])
    expect(found.coverage.accounts.numerator).toBe(0)
  })
})

test.each([
  ['ACC-00167', 'acc-00167 ', 'spaces and case'],
  ['ACC-00167', 'ACC-167', 'leading zeros'],
  ['0042', '42', 'leading zeros'],
  ['A B', 'AB', 'spaces'],
  ['ACC_1', 'ACC1', 'dashes'],
  ['Ab', 'aB', 'case'],
])('`%s` and `%s` differ in %s', (one, other, words) => {
  expect(idsDifferIn(one, other)).toBe(words)
})
