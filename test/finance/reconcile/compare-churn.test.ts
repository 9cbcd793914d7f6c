import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareChurn, type CompareChurnOptions } from '../../../src/finance/reconcile/compare-churn.ts'
import type { CrmChurn } from '../../../src/finance/read/crm.ts'
import type { DifferenceKind } from '../../../src/finance/reconcile/difference.ts'
import { churnBook } from '../../../src/finance/reconcile/ledger-churns.ts'
import { day, ledgerOf, type Line } from '../ledger-of.ts'
import { rowsOf, sampleLedger, samplePolicy } from '../sample.ts'
import { sampleEvents } from './sample-events.ts'

const options: CompareChurnOptions = {
  from: day('2021-12-31'),
  to: day('2025-06-30'),
  policy: samplePolicy,
  matchDays: 31,
  tolerance: 0,
  convert: (cents) => cents,
}

describe('the sample', () => {
  const ledger = sampleLedger

  test('every planted difference is found under its heading, and no other', () => {
    const found = compareChurn(ledger, sampleEvents(), options).differences
    const planted = rowsOf('test/finance/truth/discrepancies.csv')
    expect(found.map(({ kind, account }) => `${kind} ${account}`).toSorted()).toEqual(
      planted.map((row) => `${row['kind']} ${row['account_id']}`).toSorted(),
    )
  })

  test('the differences explain why the totals differ, currency by currency', () => {
    for (const { crm, ledger: own, explained } of compareChurn(ledger, sampleEvents(), options).totals) {
      expect(explained).toBe(crm.amount - own.amount)
    }
  })

  test('a tolerance of a cent lists no cents, and says how many it left out', () => {
    const { differences, tolerated } = compareChurn(ledger, sampleEvents(), { ...options, tolerance: 1 })
    expect(differences.filter(({ kind }) => kind === 'amount_off_by_cent')).toEqual([])
    expect(tolerated.map(({ account }) => account).toSorted()).toEqual(['ACC-00247', 'ACC-00363', 'ACC-00405'])
  })
})

describe('one difference planted into a feed that was made from the ledger', () => {
  const ledger = sampleLedger
  const clean = feedOf(ledger)

  test('as it is, it gives none', () => {
    expect(compareChurn(ledger, clean, options).differences).toEqual([])
  })

  test('whichever it is and wherever, that one is found', () => {
    const at = fc.nat({ max: clean.length - 1 })
    const plants: readonly [DifferenceKind, (event: CrmChurn, amount: number) => readonly CrmChurn[]][] = [
      ['ledger_churn_missing_in_crm', () => []],
      ['duplicate_crm_event', (event) => [event, { ...event, event: `${event.event}-2`, row: 9999 }]],
      ['id_format', (event) => [{ ...event, account: `${event.account.toLowerCase()} ` }]],
      ['id_format', (event) => [{ ...event, account: event.account.replace('ACC-0', 'ACC-') }]],
      ['amount_off_by_cent', (event) => [{ ...event, lost: event.lost! + 1 }]],
      ['amount_differs', (event, more) => [{ ...event, lost: event.lost! + more * 9 + 10 }]],
      ['amount_transposed_digits', (event) => [{ ...event, lost: swapped(event.lost!) }]],
      ['date_off_one_day_period_cutoff', (event) => [{ ...event, day: event.day - 1 }]],
      ['date_differs', (event, more) => [{ ...event, day: event.day - 2 - (more % 20) }]],
      ['currency_differs', (event) => [{ ...event, currency: 'CHF' }]],
      ['crm_amount_missing', (event) => [{ ...event, lost: null }]],
      ['crm_account_unknown', (event) => [event, { ...event, event: 'X', row: 9999, account: 'NOBODY' }]],
      [
        'crm_churn_but_ledger_active',
        (event) => [event, { ...event, event: 'X', row: 9999, account: 'ACC-00001', day: day('2025-03-31') }],
      ],
    ]
    fc.assert(
      fc.property(at, fc.constantFrom(...plants), fc.integer({ min: 1, max: 5000 }), (index, [kind, plant], more) => {
        const event = clean[index]!
        fc.pre(kind !== 'amount_transposed_digits' || swapped(event.lost!) !== event.lost)
        const events = clean.toSpliced(index, 1, ...plant(event, more))
        const { differences, totals } = compareChurn(ledger, events, options)
        expect(differences.map((one) => one.kind)).toEqual([kind])
        for (const total of totals) expect(total.explained).toBe(total.crm.amount - total.ledger.amount)
      }),
      { seed: 20250630, numRuns: 60 },
    )
  })
})

describe('corner cases', () => {
  const year = (account: string, from: number, annual = 100): Line => ({
    account,
    start: `${from}-03-01`,
    end: `${from + 1}-03-01`,
    annual,
  })
  const openEnded = (account: string, from: number): Line => ({ account, start: `${from}-03-01`, annual: 100 })
  const event = (account: string, on: string, amount: number | null, row = 2): CrmChurn => ({
    event: `E${row}`,
    row,
    account,
    day: day(on),
    lost: amount,
    currency: 'USD',
    reason: null,
  })
  const kinds = (lines: readonly Line[], events: readonly CrmChurn[], with_: Partial<CompareChurnOptions> = {}) =>
    compareChurn(ledgerOf(lines), events, { ...options, ...with_ }).differences.map(({ kind }) => kind)

  test('a renewal is no churn, and a second subscription keeps the account', () => {
    expect(kinds([year('a', 2022), year('a', 2023), openEnded('a', 2022)], [])).toEqual([])
  })

  test('a gap counts as churn unless it is declared not to', () => {
    const lines = [{ ...year('a', 2022), end: '2023-02-01' }, openEnded('a', 2023)]
    expect(kinds(lines, [])).toEqual(['ledger_churn_missing_in_crm'])
    expect(kinds(lines, [], { policy: { ...samplePolicy, gapDays: 28 } })).toEqual([])
    expect(kinds(lines, [], { policy: { ...samplePolicy, gapDays: 27 } })).toEqual(['ledger_churn_missing_in_crm'])
  })

  test('an end after the period is no churn, but explains an event that came a day early', () => {
    const lines = [{ ...year('a', 2024), end: '2025-07-01' }]
    expect(kinds(lines, [])).toEqual([])
    expect(kinds(lines, [event('a', '2025-06-30', 10_000)])).toEqual(['date_off_one_day_period_cutoff'])
  })

  test('an id that could be two accounts is matched with neither', () => {
    const lines = [year('ACC-1', 2022), year('acc-1', 2022)]
    const found = compareChurn(ledgerOf(lines), [event('Acc-01', '2023-03-01', 10_000)], options).differences
    expect(found.map(({ kind }) => kind)).toEqual([
      'ledger_churn_missing_in_crm',
      'ledger_churn_missing_in_crm',
      'id_format',
    ])
    expect(found[2]!.near).toEqual(['ACC-1', 'acc-1'])
  })

  test('the ledger has accounts whose ids differ by case alone: each event finds its own', () => {
    const lines = [year('ACC-1', 2022), year('acc-1', 2022, 50)]
    const events = [event('ACC-1', '2023-03-01', 10_000), event('acc-1', '2023-03-01', 5000, 3)]
    expect(kinds(lines, events)).toEqual([])
  })

  test('churned twice: each event goes to the nearer churn, in whatever order they come', () => {
    const lines = [year('a', 2022), { ...year('a', 2023), start: '2023-03-15' }]
    const events = [event('a', '2024-03-01', 10_000), event('a', '2023-03-01', 10_000, 3)]
    expect(kinds(lines, events)).toEqual([])
    expect(kinds(lines, events.toReversed())).toEqual([])
  })

  test('a wrong day and a wrong amount are two differences of one churn', () => {
    expect(kinds([year('a', 2022)], [event('a', '2023-02-28', 12_345)])).toEqual([
      'amount_differs',
      'date_off_one_day_period_cutoff',
    ])
  })

  test('an event long after the account left', () => {
    expect(kinds([year('a', 2022)], [event('a', '2023-03-01', 10_000), event('a', '2024-09-01', 10_000, 3)])).toEqual([
      'crm_churn_while_not_active',
    ])
  })

  test('lines in two currencies are compared at the rates of the day', () => {
    const lines = [year('a', 2022), { ...year('a', 2022), currency: 'EUR' }]
    const convert = (amount: number, currency: string): number => (currency === 'EUR' ? amount * 2 : amount)
    expect(kinds(lines, [event('a', '2023-03-01', 30_000)], { convert })).toEqual([])
    expect(kinds(lines, [{ ...event('a', '2023-03-01', 15_000), currency: 'EUR' }], { convert })).toEqual([])
    expect(kinds(lines, [event('a', '2023-03-01', 30_500)], { convert })).toEqual(['amount_differs'])
  })
})

/** What a CRM would say that makes no mistake. */
function feedOf(ledger: ReturnType<typeof ledgerOf>): CrmChurn[] {
  return churnBook(ledger, samplePolicy, options.to)
    .churns.filter((churn) => churn.day > options.from)
    .map(({ account, day: on, amounts }, at) => {
      const [[currency, amount] = [0, 0]] = amounts
      return {
        event: `E${at}`,
        row: at + 2,
        account: ledger.account.names[account]!,
        day: on,
        lost: amount,
        currency: ledger.currency.names[currency]!,
        reason: null,
      }
    })
}

/** With the first two digits in the other order. */
function swapped(amount: number): number {
  const [first = '', second = '', ...rest] = String(amount)
  return second === '0' ? amount : Number([second, first, ...rest].join(''))
}
