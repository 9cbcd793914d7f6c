import { afterEach, describe, expect, test, vi } from 'vitest'
import { MATCH_DAYS, reconcile } from '../../src/finance/reconcile/reconcile.ts'
import {
  reconciliationBook,
  reconciliationWorkbook,
  type Reported,
} from '../../src/finance/workbook/reconciliation-workbook.ts'
import { day, dollars, ledgerOf, type Line, policyUntil } from './ledger-of.ts'

afterEach(() => {
  vi.useRealTimers()
})

function reported(lines: readonly Line[]): Reported {
  const ledger = ledgerOf(lines)
  const policy = policyUntil('2024-12-31')
  const header = {
    from: day('2023-12-31'),
    to: day('2024-12-31'),
    policy,
    reading: {},
    matchDays: MATCH_DAYS,
    tolerance: 0,
  }
  const nobody = { model: null, inputs: [], engine: '0', runTime: null, preparer: null, reviewer: null }
  const report = reconcile({
    ledger,
    rates: dollars,
    header: { ...header, ...nobody },
    segmentOf: null,
    scores: null,
    firstScores: null,
    crm: null,
    merged: null,
    earlier: null,
    control: [],
  })
  return { report, ledger, rates: dollars }
}

const lines = [
  { account: 'a', annual: 100, start: '2023-01-01', end: '2024-06-01' },
  { account: 'b', annual: 50, start: '2024-02-01' },
]

describe('the workbook of a reconciliation', () => {
  test('is the same bytes on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime('2026-01-01T00:00:00Z')
    const one = await reconciliationWorkbook(reported(lines))
    vi.setSystemTime('2027-06-30T12:34:56Z')
    expect(await reconciliationWorkbook(reported(lines))).toEqual(one)
  })

  test('leads from every month of the bridge to the lines', () => {
    const { sheets } = reconciliationBook(reported(lines))
    const named = new Map(sheets.map((sheet) => [sheet.name, sheet.rows]))
    expect([...named.keys()]).toEqual([
      'Summary',
      'Bridge',
      'Retention',
      'Excluded',
      'Positions',
      'Positions by sku',
      'Positions by parent',
      'Balances',
      'Rates',
      'Ledger',
    ])
    const months = named.get('Bridge')!.slice(4, 16)
    expect(months.map((row) => row.slice(2, 14).every((cell) => cell === null || cell.formula !== undefined))).toEqual(
      months.map(() => true),
    )
    expect(months[4]!.map((cell) => cell?.value).slice(2, 11)).toEqual([150, 0, 0, 0, 0, 0, 0, 0, 150])
    expect(months[5]!.map((cell) => cell?.value).slice(2, 11)).toEqual([150, 0, 0, 0, 0, -100, 0, 0, 50])
    expect(named.get('Ledger')!.map((row) => row[0]!.value)).toEqual(['Line', '2', '3'])
  })

  test('says so where there is too much to compute once more, and where there is nothing', () => {
    const many = Array.from({ length: 20_001 }, (_, at) => ({ account: `a${at}`, annual: 1, start: '2024-02-01' }))
    for (const ledger of [many, []]) {
      const { sheets } = reconciliationBook(reported(ledger))
      expect(sheets.map(({ name }) => name)).toEqual(['Summary', 'Bridge', 'Retention', 'Excluded'])
      expect(String(sheets[1]!.rows[1]![0]!.value)).toContain('As reported')
    }
  })
})
