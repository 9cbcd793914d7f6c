import { describe, expect, test } from 'vitest'
import { bridge } from '../../../src/finance/bridge.ts'
import { monthEnds } from '../../../src/finance/month-ends.ts'
import { detailOf } from '../../../src/finance/reconcile/detail.ts'
import { fxByCurrency } from '../../../src/finance/reconcile/fx-by-currency.ts'
import { reconciliationPage } from '../../../src/finance/reconcile/page/page.ts'
import { reconcile } from '../../../src/finance/reconcile/reconcile.ts'
import { day, ledgerOf } from '../ledger-of.ts'
import { sampleLedger, samplePolicy, sampleRates } from '../sample.ts'
import { sampleInputs } from './sample-inputs.ts'

const inputs = sampleInputs('2024-06-30', '2025-06-30')
const report = reconcile(inputs)
const page = reconciliationPage({ report, ledger: sampleLedger, rates: sampleRates, outcomes: null })

describe('the page', () => {
  test('has its ten parts in order', () => {
    expect([...page.matchAll(/<h2 [^>]*>(\d+)\. /g)].map(([, part]) => Number(part))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ])
  })

  test('stands alone: no script, and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import| on\w+=/i)
  })

  test('every figure that leads somewhere leads to a place of its own', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id!)
    expect(targets.length).toBeGreaterThan(100)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('has only checks that hold', () => {
    expect(page.match(/class="good"/g)!.length).toBeGreaterThan(12)
    expect(page).not.toContain('class="bad"')
  })

  test('has everything that must come to nothing before its first part', () => {
    const first = page.slice(0, page.indexOf('<h2'))
    expect(first.match(/class="good"/g)).toHaveLength(4)
    expect(first).toContain('no earlier report')
    expect(first).toContain('7 differences with the CRM')
  })

  test('prints the first rows of a long list, and says how many there are and where', () => {
    expect(page).toContain('tbody tr:nth-child(n + 21) { display: none; }')
    const lists = page
      .split('<div class="')
      .slice(1)
      .filter((one) => /^wide (narrow )?long"/.test(one))
    const rowsOf = (list: string) =>
      list.slice(0, list.indexOf('</tbody>')).split('<tr>').length - 1 - Number(list.includes('<thead>'))
    expect(lists.some((list) => rowsOf(list) > 100)).toBe(true)
    for (const list of lists) {
      const rows = rowsOf(list)
      const said = /class="soft paper">20 of ([\d,]+); all in/.exec(list)?.[1]
      expect(said).toBe(rows > 20 ? String(rows) : undefined)
    }
  })

  test('names the lines of a churn where its figure leads', () => {
    const churn = page.slice(page.indexOf('id="2024-11-30-churn"'))
    expect(churn.slice(0, churn.indexOf('</table>'))).toContain('L000778')
  })

  test('is the same for the same inputs', () => {
    expect(
      reconciliationPage({ report: reconcile(inputs), ledger: sampleLedger, rates: sampleRates, outcomes: null }),
    ).toBe(page)
  })

  test('shows what stands in a file as text', () => {
    const ledger = ledgerOf([{ account: '<b>"A&B"', start: '2024-01-01', annual: 100 }])
    const odd = reconcile({ ...inputs, ledger, crm: null })
    const shown = reconciliationPage({ report: odd, ledger, rates: sampleRates, outcomes: null })
    expect(shown).toContain('&lt;b&gt;&quot;A&amp;B&quot;')
    expect(shown).not.toContain('<b>')
  })
})

describe('what figures are made of', () => {
  const detail = detailOf(report, sampleLedger, sampleRates)

  test('balances add up to the ends of the bridge', () => {
    expect(sum(detail.opening.map(({ amount }) => amount))).toBe(report.bridge[0]!.opening)
    expect(sum(detail.closing.map(({ amount }) => amount))).toBe(report.bridge.at(-1)!.closing)
  })

  test('the cohort adds up to its retention', () => {
    const { opening, retainedGross, retainedNet } = report.retention.account.cohort
    expect(sum(detail.cohort.map((one) => one.opening))).toBe(opening)
    expect(sum(detail.cohort.map((one) => one.retainedGross))).toBe(retainedGross)
    expect(sum(detail.cohort.map((one) => one.closing))).toBe(retainedNet)
  })

  test.each(['closing', 'opening', 'reported'] as const)('rates by currency add up to fx, at %s rates', (rate) => {
    const dates = monthEnds(day('2023-12-31'), day('2025-06-30'))
    const policy = { ...samplePolicy, rate }
    const effects = fxByCurrency(sampleLedger, sampleRates, policy, dates)
    for (const month of bridge(sampleLedger, sampleRates, policy, dates)) {
      expect(sum(effects.filter(({ to }) => to === month.to).map(({ fx }) => fx))).toBe(month.fx)
    }
  })
})

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
