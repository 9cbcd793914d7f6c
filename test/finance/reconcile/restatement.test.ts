import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEarlierReport } from '../../../src/finance/reconcile/earlier-report.ts'
import { reconciliationJson } from '../../../src/finance/reconcile/json.ts'
import { reconcile, type ReconcileInputs } from '../../../src/finance/reconcile/reconcile.ts'
import { type EarlierReport, isUnchanged, restatementCheck } from '../../../src/finance/reconcile/restatement.ts'
import { reconciliationBook } from '../../../src/finance/workbook/reconciliation-workbook.ts'
import { rateOf } from '../../../src/finance/rates.ts'
import { day, ledgerOf, type Line, policyUntil, ratesOf } from '../ledger-of.ts'
import { sampleInputs } from './sample-inputs.ts'

const CLOSE = '2024-03-31'

/** A run over these lines; its header but for the days is that of the sample. */
function run(lines: readonly Line[], from: string, to: string, eur: string, earlier: EarlierReport | null = null) {
  const ledger = ledgerOf(lines)
  const rates = ratesOf('USD', [['2023-01-01', 'EUR', eur]])
  const { header, ...rest } = sampleInputs(from, to)
  const policy = policyUntil(to)
  const inputs: ReconcileInputs = { ...rest, header: { ...header, policy }, crm: null, ledger, rates, earlier }
  const report = reconcile(inputs)
  return { report, ledger, rates, policy, json: JSON.stringify(reconciliationJson(report, ledger, rates)) }
}

/** A first quarter closed over some lines, and the second opened over others. */
function twoQuarters(then: readonly Line[], now: readonly Line[], eurThen = '1.1', eurNow = eurThen) {
  const first = run(then, '2023-12-31', CLOSE, eurThen)
  const read = readEarlierReport('q1.json', first.json, { policy: first.policy, from: day(CLOSE) })
  if (read.kind === 'refused') throw new Error(read.because)
  const second = run(now, CLOSE, '2024-06-30', eurNow, read.report)
  return { first: first.report, ...second, restatement: second.report.restatement! }
}

const ash: Line = { id: 'L1', account: 'Ash', annual: 100, start: '2023-01-01' }
const birch: Line = { id: 'L2', account: 'Birch', annual: 60.01, start: '2023-01-01', currency: 'EUR' }
const cedar: Line = { id: 'L3', account: 'Cedar', annual: 40, start: '2023-01-01', end: '2025-01-01' }

describe('an opening against the closing before it', () => {
  test('is that closing where nothing was changed', () => {
    const { restatement, first, report } = twoQuarters([ash, birch, cedar], [cedar, ash, birch])
    expect(isUnchanged(restatement)).toBe(true)
    expect(restatement).toMatchObject({ closing: 20_601, opening: 20_601, rounding: 0 })
    expect(first.bridge.at(-1)!.closing).toBe(report.bridge[0]!.opening)
  })

  test('one cent in one line, one line gone, one that came, one that moved, and a rate: each at its place', () => {
    const dogwood: Line = { id: 'L4', account: 'Dogwood', annual: 10, start: '2024-02-01' }
    const { restatement } = twoQuarters(
      [ash, birch, cedar, { id: 'L5', account: 'Elm', annual: 7, start: '2023-01-01' }],
      [{ ...ash, annual: 100.01 }, birch, { ...cedar, account: 'Ash' }, dogwood],
      '1.1',
      '1.2',
    )
    const { added, removed, changed, rates, rounding, closing, opening, lines } = restatement
    expect(lines.map(({ account, line, kind, before, after }) => [account, line, kind, before, after])).toEqual([
      ['Ash', 'L1', 'changed', 10_000, 10_001],
      ['Ash', 'L3', 'changed', 0, 4000],
      ['Cedar', 'L3', 'changed', 4000, 0],
      ['Dogwood', 'L4', 'added', 0, 1000],
      ['Elm', 'L5', 'removed', 700, 0],
    ])
    expect({ added, removed, changed }).toEqual({
      added: { lines: 1, amount: 1000 },
      removed: { lines: 1, amount: -700 },
      changed: { lines: 2, amount: 1 },
    })
    // 60.01 EUR at 1.1 is 66.011, at 1.2 it is 72.012.
    expect(rates.map(({ currency, amount }) => [currency, amount])).toEqual([['EUR', 600]])
    expect([closing, opening, rounding, restatementCheck(restatement)]).toEqual([21_301, 22_202, 0, 0])
  })

  test('says of a line what the ledger still knows of it', () => {
    const because = (now: readonly Line[]) => twoQuarters([ash, cedar], now).restatement.lines.map((one) => one.because)
    expect(because([ash, { ...cedar, end: '2024-02-01' }])).toEqual(['ends on 2024-02-01 now'])
    expect(because([ash, { ...cedar, start: '2024-05-01' }])).toEqual(['starts on 2024-05-01 now'])
    expect(because([ash])).toEqual(['no longer in the ledger'])
    expect(because([ash, { ...cedar, sku: 'PLUS' }])).toEqual(['sku was CORE, is PLUS'])
  })

  test('rows without ids are known by what they hold: one put in on top moves no other', () => {
    const rows = [ash, birch, cedar].map(({ id: _id, ...line }) => line)
    const { restatement } = twoQuarters(rows, [{ account: 'Dogwood', annual: 10, start: '2024-02-01' }, ...rows])
    expect(restatement.lines.map(({ account, kind }) => [account, kind])).toEqual([['Dogwood', 'added']])
  })

  test('lines that share an id are paired with themselves', () => {
    const twin: Line = { ...ash, account: 'Ash', annual: 55 }
    const { restatement } = twoQuarters([ash, twin], [{ ...twin, annual: 56 }, ash])
    expect(restatement.lines.map(({ ownBefore, ownAfter }) => [ownBefore, ownAfter])).toEqual([[5500, 5600]])
  })
})

describe('an earlier report', () => {
  const first = run([ash, birch], '2023-12-31', CLOSE, '1.1')
  const refusal = (text: string, other: Partial<typeof first.policy> = {}, from = CLOSE): string | null => {
    const read = readEarlierReport('q1.json', text, { policy: { ...first.policy, ...other }, from: day(from) })
    return read.kind === 'refused' ? read.because : null
  }

  test.each([
    ['of another currency', { currency: 'EUR' }, 'is in USD, and this report in EUR'],
    ['of other charges', { recurring: ['recurring', 'usage'] }, 'recurring, usage'],
    ['at other rates', { rate: 'reported' as const }, 'cohorts at the rate closing'],
    ['over other gaps', { gapDays: 15 }, 'gap days 0'],
  ])('%s is refused', (_, policy, said) => {
    expect(refusal(first.json, policy)).toContain(said)
  })

  test('of another day, of no report, and one changed by hand are refused', () => {
    expect(refusal(first.json)).toBeNull()
    expect(refusal(first.json, {}, '2024-04-30')).toBe('closes on 2024-03-31, and this report opens on 2024-04-30')
    expect(refusal('nonsense')).toBe('is no report of salus reconcile --json')
    expect(refusal('{"header":{}}')).toContain('is no report that can be tied to')
    expect(refusal(first.json.replace('"annual":"100.00"', '"annual":"100.01"'))).toContain('by 0.01')
    expect(refusal(first.json.replace('"rate":"1.1"', '"rate":"none"'))).toContain('`closing.rates.0.rate`')
  })
})

const line: fc.Arbitrary<Line> = fc.record({
  id: fc.constantFrom('L1', 'L2', 'L3', 'L4', 'L5', 'L6'),
  account: fc.constantFrom('a', 'b', 'c'),
  sku: fc.constantFrom('CORE', 'PLUS'),
  currency: fc.constantFrom('USD', 'EUR'),
  annual: fc.integer({ min: -300, max: 3000 }).map((cents) => cents / 100),
  start: fc.constantFrom('2023-05-01', '2024-03-31', '2024-04-01'),
  end: fc.constantFrom('2024-03-31', '2024-04-01', '2025-01-01'),
})
const ledger = fc.array(line, { maxLength: 9 })
const rate = fc.integer({ min: 500_001, max: 1_900_001 }).map((millionths) => String(millionths / 1e6))

test('whatever was changed behind a closing, the restatement leads from it to the opening, to the cent', () => {
  fc.assert(
    fc.property(ledger, ledger, rate, rate, (then, now, eurThen, eurNow) => {
      const { restatement, report, first } = twoQuarters(then, now, eurThen, eurNow)
      expect(restatementCheck(restatement)).toBe(0)
      expect(restatement.closing).toBe(first.bridge.at(-1)!.closing)
      expect(restatement.opening).toBe(report.bridge[0]!.opening)
      // No line is worth more than a cent of rounding to its account.
      expect(Math.abs(restatement.rounding)).toBeLessThanOrEqual(restatement.lines.length + 6)
    }),
    { seed: 4, numRuns: 200 },
  )
})

test('the workbook has the restatement with its formulas, and only checks to nothing', () => {
  const {
    report,
    ledger: lines,
    rates,
  } = twoQuarters([ash, birch, cedar], [ash, { ...birch, annual: 70 }], '1.1', '1.2')
  const { sheets } = reconciliationBook({ report, ledger: lines, rates })
  const sheet = sheets.find(({ name }) => name === 'Restatement')!
  expect(sheet.rows.slice(4, 11).map((row) => row[2]!.value)).toEqual([206.01, 0, -40, 11.99, 6, 0, 184])
  expect(sheet.rows[11]![2]).toMatchObject({ value: 184, formula: 'Bridge!C5' })
  expect(sheet.rows[15]!.slice(1, 5).map((cell) => cell!.value)).toEqual(['Birch', 'L2', 'CORE', 'EUR'])
})

test('the workbook takes an account with a line break in its id for what it is', () => {
  const broken = { ...birch, account: 'Bir\nch' }
  const { report, ledger: lines, rates } = twoQuarters([ash, birch], [ash, broken], '1.1', '1.2')
  const sheet = reconciliationBook({ report, ledger: lines, rates }).sheets.find(
    ({ name }) => name === 'Restated balances',
  )!
  expect(sheet.rows.slice(1).map((row) => row.slice(0, 6).map((cell) => cell!.value))).toEqual([
    ['Ash', 'USD', 100, 0, 100, 100],
    ['Bir\nch', 'EUR', 0, 60.01, 60.01, 60.01],
    ['Birch', 'EUR', 60.01, -60.01, 0, 0],
  ])
})

test('a rate is the decimal that it is written as', () => {
  expect(rateOf(1.0825)).toEqual({ numerator: 10_825, denominator: 10_000 })
})
