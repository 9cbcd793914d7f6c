import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bridge, type BridgeMonth } from '../../src/finance/bridge.ts'
import { contractValue } from '../../src/finance/contract-value.ts'
import { monthEnds } from '../../src/finance/month-ends.ts'
import type { Netting } from '../../src/finance/policy.ts'
import { quickRatio } from '../../src/finance/quick-ratio.ts'
import { retention } from '../../src/finance/retention.ts'
import { day, dollars, ledgerOf, type Line, policyUntil, ratesOf } from './ledger-of.ts'

/** Published cases and cases worked out from published rules, each as a ledger of 2024. */
const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'golden/cases.json'), 'utf8')) as { id: string }[]

/** A case as it is printed; each has a shape of its own. */
function golden<Shape>(id: string): Shape {
  return cases.find((one) => one.id === id) as Shape
}

type Figures = Record<string, number>

const [FROM, TO] = [day('2023-12-31'), day('2024-12-31')]
const year = policyUntil('2024-12-31')

/** An account, or one sku of it, worth `opening` at the start of 2024 and `closing` at its end. */
function moves(account: string, opening: number, closing: number, other: Partial<Line> = {}): Line[] {
  const before = { account, annual: opening, start: '2023-01-01', end: '2024-07-01', ...other }
  const after = { account, annual: closing, start: '2024-07-01', end: '2025-07-01', ...other }
  return [before, after].filter(({ annual }) => annual !== 0)
}

function cohort(lines: readonly Line[], netting: Netting = 'account') {
  return retention(ledgerOf(lines), dollars, year, FROM, TO, netting)
}

function flows(lines: readonly Line[], netting: Netting = 'account'): BridgeMonth {
  return bridge(ledgerOf(lines), dollars, year, [FROM, TO], netting)[0]!
}

test('G1: a published GRR and NRR', () => {
  const { expect: figures } = golden<{ expect: Figures }>('G1')
  const { rates } = cohort([...moves('lost', 10, 0), ...moves('less', 20, 10), ...moves('more', 70, 80)])
  expect(rates.grr).toMatchObject({ numerator: 8000, denominator: 10_000, value: figures['grr'] })
  expect(rates.nrr.value).toBe(figures['nrr'])
  expect(1 - rates.grr.value!).toBeCloseTo(figures['gross_churn']!, 12)
})

test('G2: ACV and TCV of three contracts', () => {
  const { contracts } = golden<{ contracts: Figures[] }>('G2')
  expect(contracts).toHaveLength(3)
  for (const { recurring_total, years, one_time, acv, tcv } of contracts) {
    const line = {
      annual: (recurring_total! / years!) * 100,
      start: day('2024-03-01'),
      end: day(`${2024 + years!}-03-01`),
    }
    expect(contractValue([line], one_time! * 100)).toMatchObject({ acv: acv! * 100, tcv: tcv! * 100, years })
  }
})

test('G3: one of each movement', () => {
  const { accounts, expect: figures } = golden<{
    accounts: Record<string, [number, number]>
    expect: Figures
  }>('G3')
  const lines = Object.entries(accounts).flatMap(([account, [opening, closing]]) => moves(account, opening, closing))
  const { opening, churn, contraction, expansion, new: joined, closing } = flows(lines)
  for (const [name, amount] of Object.entries({ opening, churn, contraction, expansion, new: joined, closing })) {
    expect([name, amount]).toEqual([name, figures[name]! * 100])
  }
  const { rates } = cohort(lines)
  expect(rates.grr.value).toBe(figures['grr'])
  expect(rates.nrr.value).toBe(figures['nrr'])
  expect(rates.logos.value).toBe(figures['logo'])
})

test('G4: a product swap, by account and by sku', () => {
  const { lines: written, expect: figures } = golden<{
    lines: [string, string, number, number][]
    expect: Figures & Record<'account' | 'sku', Figures>
  }>('G4')
  const lines = written.flatMap(([account, sku, opening, closing]) => moves(account, opening, closing, { sku }))
  const [byAccount, bySku] = [cohort(lines, 'account'), cohort(lines, 'sku')]
  expect(byAccount.rates.grr.value).toBe(figures.account['grr'])
  expect(bySku.rates.grr.value).toBe(figures.sku['grr'])
  expect([byAccount.rates.nrr.value, bySku.rates.nrr.value]).toEqual([figures['nrr'], figures['nrr']])
  expect(flows(lines)).toMatchObject({ opening: 12_000, expansion: 1200, contraction: -1000, closing: 12_200 })
  const { expansion, contraction, churn } = flows(lines, 'sku')
  expect(expansion).toBe(figures.sku['expansion']! * 100)
  expect(contraction + churn).toBe(figures.sku['contraction_and_churn']! * 100)
})

test('G5: churn and return inside the window, by cohort and by events', () => {
  const { expect: figures } = golden<{ expect: Record<string, Figures> }>('G5')
  const lines = [
    { account: 'A', annual: 100, start: '2023-01-01' },
    { account: 'B', annual: 60, start: '2023-01-01', end: '2024-04-01' },
    { account: 'B', annual: 50, start: '2024-08-01' },
    { account: 'C', annual: 40, start: '2023-01-01', end: '2024-11-01' },
  ]
  const { rates, inside } = cohort(lines)
  expect(rates.grr.value).toBe(figures['point_in_time']!['grr'])
  expect(rates.nrr.value).toBe(figures['point_in_time']!['nrr'])
  expect(rates.logos.value).toBe(figures['point_in_time']!['logo'])
  expect(inside).toEqual([
    { account: 'B', kind: 'left-and-returned', from: day('2024-04-01'), until: day('2024-08-01') },
  ])
  const months = bridge(ledgerOf(lines), dollars, year, monthEnds(FROM, TO))
  const sum = (column: 'churn' | 'reactivation' | 'new' | 'expansion') =>
    months.reduce((total, month) => total + month[column], 0)
  expect(sum('churn')).toBe(figures['event_based']!['churn']! * 100)
  expect(sum('reactivation')).toBe(figures['event_based']!['reactivation']! * 100)
  expect([sum('new'), sum('expansion')]).toEqual([0, 0])
  expect((20_000 + sum('churn')) / 20_000).toBe(figures['event_based']!['grr'])
})

test('G7: the same accounts at reported and at constant rates', () => {
  const { expect: figures } = golden<{
    expect: Figures & Record<'constant_closing' | 'constant_opening' | 'bridge', Figures>
  }>('G7')
  const ledger = ledgerOf([
    ...moves('a', 100_000, 100_000, { currency: 'EUR' }),
    ...moves('b', 100_000, 90_000),
    ...moves('c', 50_000, 60_000, { currency: 'EUR' }),
  ])
  const euro = ratesOf('USD', [
    ['2023-12-31', 'EUR', '1.10'],
    ['2024-12-31', 'EUR', '1.05'],
  ])
  const at = (rate: 'closing' | 'opening' | 'reported') => retention(ledger, euro, { ...year, rate }, FROM, TO).rates
  expect(at('reported').nrr).toMatchObject({ denominator: 26_500_000, value: figures['nrr_reported'] })
  expect(at('closing').nrr).toMatchObject({
    denominator: figures.constant_closing['opening']! * 100,
    value: figures.constant_closing['nrr'],
  })
  expect(at('closing').grr.value).toBe(figures.constant_closing['grr'])
  expect(at('opening').nrr.value).toBe(figures.constant_opening['nrr'])
  expect(at('opening').grr.value).toBe(figures.constant_opening['grr'])
  const [month] = bridge(ledger, euro, year, [FROM, TO])
  for (const [column, amount] of Object.entries(figures.bridge)) {
    expect([column, month![column as 'fx']]).toEqual([column, amount * 100])
  }
})

test('G8: the quick ratio, and none where nothing was lost', () => {
  const { new: joined, expansion, churn, contraction, expect: figures } = golden<Figures & { expect: Figures }>('G8')
  const lines = [
    ...moves('new', 0, joined!),
    ...moves('more', 10_000, 10_000 + expansion!),
    ...moves('lost', churn!, 0),
    ...moves('less', 10_000, 10_000 - contraction!),
  ]
  expect(quickRatio([flows(lines)]).value).toBe(figures['quick_ratio'])
  expect(quickRatio([flows(moves('more', 1, 2))])).toMatchObject({ value: null, because: 'no losses' })
})

test('G9: logo retention leaves new logos out', () => {
  const { start, end, new: joined, expect: figures } = golden<Figures & { expect: Figures }>('G9')
  const lost = start! + joined! - end!
  const lines = [
    ...Array.from({ length: start! }, (_, at) => moves(`old ${at}`, 1, at < lost ? 0 : 1)).flat(),
    ...Array.from({ length: joined! }, (_, at) => moves(`new ${at}`, 0, 1)).flat(),
  ]
  expect(flows(lines).counts.closing).toBe(end)
  expect(cohort(lines).rates.logos.value).toBe(figures['logo_retention'])
})

test('G10: an upsell in mid-term counts by the year', () => {
  const { expect: figures } = golden<{ expect: Figures }>('G10')
  const upsell = { account: 'a', annual: 6000, start: '2024-07-01', end: '2025-01-01', order: 'upsell' }
  const lines = [{ account: 'a', annual: 12_000, start: '2024-01-01', end: '2025-01-01' }, upsell]
  const policy = policyUntil('2024-12-31')
  const [month] = bridge(ledgerOf(lines), dollars, policy, [day('2024-06-30'), day('2024-07-31')])
  expect(month).toMatchObject({ expansion: figures['arr_delta']! * 100, closing: figures['arr_after']! * 100 })
  const written = { annual: 600_000, start: day(upsell.start), end: day(upsell.end) }
  expect(contractValue([written])).toMatchObject({
    tcv: figures['coterm_order_value']! * 100,
    acv: figures['acv_delta_annualised']! * 100,
  })
  expect(contractValue([{ ...written, end: day('2025-07-01') }]).tcv).toBe(figures['full_term_order_value']! * 100)
})
