import { describe, expect, test } from 'vitest'
import { sentence } from '../../src/findings/report.ts'
import { mergedBy, type MergedId, mergeLedger } from '../../src/finance/merged-ids.ts'
import { mergedInputs, readMerged } from '../../src/finance/read/merged.ts'
import { mergeInputs } from '../../src/finance/reconcile/merge-inputs.ts'
import { reconcile } from '../../src/finance/reconcile/reconcile.ts'
import type { Scores } from '../../src/finance/reconcile/scores.ts'
import { withTable } from '../../src/tables/node.ts'
import { folder } from '../cli/run.ts'
import { day, dollars, ledgerOf, policyUntil } from './ledger-of.ts'
import { sampleInputs } from './reconcile/sample-inputs.ts'

function merge(from: string, to: string, date?: string): MergedId {
  return { from, to, date: date === undefined ? null : day(date), row: 2 }
}

describe('what an id counts as', () => {
  const merged = [merge('a', 'b', '2024-03-01'), merge('b', 'c', '2024-09-01'), merge('x', 'c')]

  test.each([
    ['2024-02-29', { x: 'c' }],
    ['2024-03-01', { a: 'b', x: 'c' }],
    ['2024-12-31', { a: 'c', b: 'c', x: 'c' }],
  ])('at %s', (date, into) => {
    expect(Object.fromEntries(mergedBy(merged, day(date)))).toEqual(into)
  })

  test('an account keeps its own parent, and has that of a merged id where it has none', () => {
    const accounts = ['a', 'b', 'c', 'd'].map((account) => ({ account, annual: 1, start: '2024-01-01' }))
    const ledger = ledgerOf(
      accounts,
      new Map([
        ['a', 'P'],
        ['b', 'Q'],
        ['c', 'R'],
        ['d', 'a'],
      ]),
    )
    const into = new Map([
      ['a', 'b'],
      ['c', 'e'],
    ])
    const { account, parents } = mergeLedger(ledger, into)
    expect(account.names.map((name, code) => [name, parents[code]])).toEqual([
      ['b', 'Q'],
      ['e', 'R'],
      ['d', 'b'],
    ])
    expect([...account.codes]).toEqual([0, 0, 1, 2])
  })
})

describe('a report with merged ids', () => {
  const scores = (accounts: readonly string[]): Scores => ({
    date: day('2023-12-31'),
    model: { name: 'm', version: null, hash: '' },
    ladder: ['poor', 'healthy'],
    accounts: accounts.map((account, at) => ({ account, row: at + 2, segment: null, score: at, band: 'poor' })),
  })
  const { header, ...rest } = sampleInputs('2023-12-31', '2024-12-31')
  const inputs = {
    ...rest,
    header: { ...header, policy: policyUntil('2024-12-31') },
    rates: dollars,
    // Ash became Birch in July.
    ledger: ledgerOf([
      { account: 'Ash', annual: 100, start: '2023-01-01', end: '2024-07-01' },
      { account: 'Birch', annual: 90, start: '2024-07-01' },
      { account: 'Cedar', annual: 50, start: '2023-01-01' },
    ]),
    segmentOf: (account: string) => (account === 'Ash' ? 'large' : null),
    scores: [scores(['Ash', 'Cedar', 'Elm', 'Cedar'])],
    crm: [{ event: 'E1', row: 2, account: 'Ash', day: day('2024-07-01'), lost: 10_000, currency: 'USD', reason: null }],
  }

  test('has one account where there were two, and says so', () => {
    const before = reconcile(inputs).retention.account.cohort
    expect([before.retainedGross, before.logosLost]).toEqual([5000, 1])
    const done = mergeInputs(inputs, [merge('Ash', 'Birch', '2024-07-01'), merge('Elm', 'Cedar')])
    const { retention, groups, churn, merged, scores: matched } = reconcile({ ...done.inputs, merged: done.merged })
    expect([retention.account.cohort.retainedGross, retention.account.cohort.logosLost]).toEqual([14_000, 0])
    expect(groups.segment!.map(({ group, cohort }) => [group, cohort.opening])).toEqual([
      ['large', 10_000],
      [null, 5000],
    ])
    expect(churn!.differences.map(({ kind, account }) => [kind, account])).toEqual([
      ['crm_churn_but_ledger_active', 'Birch'],
    ])
    // Cedar is scored twice itself, which merging does not hide; Elm's score gives way to its own.
    expect(matched!.opening!.duplicates.map(({ account, rows }) => [account, rows.length])).toEqual([['Cedar', 2]])
    expect(merged).toMatchObject([
      { from: 'Ash', to: 'Birch', isApplied: true, lines: 1, opening: 10_000, closing: 0, events: 1, scores: 1 },
      { from: 'Elm', to: 'Cedar', isApplied: true, lines: 0, events: 0, scores: 0, outdone: 1 },
    ])
  })

  test('of a time before the merger is as it was', () => {
    const done = mergeInputs(inputs, [merge('Ash', 'Birch', '2025-01-01')])
    expect(reconcile({ ...done.inputs, merged: null })).toEqual(reconcile(inputs))
    expect(done.merged).toMatchObject([{ isApplied: false, lines: 0, opening: 0, events: 0, scores: 0 }])
  })
})

describe('the table', () => {
  const read = (text: string) => {
    const { 'm.csv': path } = folder({ 'm.csv': text })
    return withTable(path, mergedInputs, (table) => readMerged(table), { key: false })
  }

  test('is read by its headers, dates as they are written', async () => {
    const { merged, findings } = await read('Old ID,New ID,Merged on\nA-1,B-1,2024-03-01\n\n007,7,\nX,Y,13-02-2024\n')
    expect(findings.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(merged.map(({ from, to, date }) => [from, to, date])).toEqual([
      ['A-1', 'B-1', day('2024-03-01')],
      ['007', '7', null],
    ])
  })

  test.each([
    ['from_id,to_id\nA,\n', 'it has to name two ids'],
    ['from_id,to_id\nA,A\n', '`A` is both of its ids'],
    ['from_id,to_id\nA,B\nA,C\n', 'row 2 says already what becomes of `A`'],
    ['from_id,to_id\nA,B\nB,C\nC,A\n', '`A` leads back to itself'],
    ['from_id,to_id,date\nA,B,soon\n', '`soon` is not a date'],
    ['id,name\nA,B\n', 'no column for `from_id`'],
  ])('that is unclear is an error: %j', async (text, said) => {
    const { findings } = await read(text)
    const errors = findings.filter(({ level }) => level === 'error')
    expect(errors.map(sentence).join('\n')).toContain(said)
  })
})
