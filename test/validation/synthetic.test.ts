import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { populationStability } from '../../src/validation/statistics/stability.ts'
import { call } from '../cli/call.ts'

// The sample's snapshots against what its ledger says became of the accounts. Judged by the truth that came with the data and by
// counting pairs; only the scores themselves are the engine's.

const root = join(import.meta.dirname, '../..')
const snapshots = rows('samples/snapshots.csv')
const renewals = rows('test/finance/truth/renewal_truth.csv')

interface Found {
  readonly n: number
  readonly events: number
  readonly auc: number
  readonly ci: { readonly low: number; readonly high: number }
}

interface Report extends Found {
  readonly verdict: { readonly kind: string; readonly sentence: string }
  readonly data: { readonly rows: number; readonly landmarks: readonly string[]; readonly horizonDays: number }
  readonly bands: readonly {
    readonly band: string
    readonly n: number
    readonly events: number
    readonly arr: { total: string }
  }[]
  readonly bandTrend: { readonly p: number; readonly reversals: readonly unknown[] }
  readonly availableToRenew: Found
  readonly leadTime: {
    readonly lost: number
    readonly byMonths: readonly (Found & {
      readonly months: number
      readonly bands: readonly { readonly band: string; readonly n: number; readonly events: number }[]
    })[]
  }
  readonly psi: {
    readonly drifted: readonly { path: string | null; from: string; to: string; psi: number; critical: number }[]
  }
  readonly kaplanMeier: {
    readonly landmark: string
    readonly bands: readonly { readonly n: number; readonly events: number }[]
  }
  readonly leakChecks: readonly { readonly check: string; readonly result: string }[]
}

let report: Report
let scored: ReadonlyMap<string, { readonly score: number; readonly band: string }>

beforeAll(async () => {
  const files = [
    '--scores',
    'samples/snapshots.csv',
    '--ledger',
    'samples/ledger.csv',
    '--accounts',
    'samples/accounts.csv',
  ]
  const args = ['validate', '--model', 'models/sourcegraph.salus', ...files, '--fx', 'samples/fx.csv']
  const { out } = await call([...args, '--until', '2025-06-30', '--json'])
  report = JSON.parse(out)
  const table = await call(['score', '--model', 'models/sourcegraph.salus', '--data', 'samples/snapshots.csv'])
  const [header = '', ...lines] = table.out.trim().split('\n')
  const names = header.split(',')
  scored = new Map(
    lines.map((line, at) => {
      const cells = line.split(',')
      const month = snapshots[at]!['snapshot_date']!.slice(0, 7)
      return [
        `${cells[names.indexOf('account')]} ${month}`,
        { score: Number(cells[names.indexOf('score')] || NaN), band: cells[names.indexOf('band')]! },
      ]
    }),
  )
}, 60_000)

describe('the synthetic book', () => {
  test('its score predicts, and nothing speaks against that', () => {
    expect(report.verdict.kind).toBe('predicts')
    expect(report.leakChecks.filter(({ result }) => result === 'failed')).toEqual([])
    expect(report.bandTrend).toMatchObject({ reversals: [] })
  })

  test.each([1, 3, 6, 9, 12])('%i months before the renewal: what counting pairs gives', (months) => {
    const joined = renewals.flatMap((renewal) => {
      const found = scored.get(`${renewal['account_id']} ${monthBefore(renewal['renewal_date']!, months)}`)
      return found === undefined || Number.isNaN(found.score) ? [] : [{ ...found, churned: renewal['churned'] === '1' }]
    })
    const lost = joined.filter(({ churned }) => churned)
    const stayed = joined.filter(({ churned }) => !churned)
    const won = lost.reduce(
      (sum, one) => sum + stayed.reduce((wins, other) => wins + (Math.sign(other.score - one.score) + 1) / 2, 0),
      0,
    )
    const found = report.leadTime.byMonths.find((one) => one.months === months)!
    expect(found).toMatchObject({ n: joined.length, events: lost.length })
    expect(found.auc).toBeCloseTo(won / (lost.length * stayed.length), 10)
    expect(found.ci.low).toBeLessThan(found.auc)
    for (const { band, n, events } of found.bands.filter((one) => one.n > 0)) {
      const inside = joined.filter((one) => one.band === band)
      expect([n, events]).toEqual([inside.length, inside.filter(({ churned }) => churned).length])
    }
  })

  test('three months before the renewal 980 accounts are known, of which 129 left', () => {
    expect(report.leadTime.byMonths[1]).toMatchObject({ months: 3, n: 980, events: 129 })
  })

  test('losses are those of the truth: each window holds what left in it', () => {
    const left = renewals.filter((row) => row['churned'] === '1')
    const counted = report.data.landmarks.flatMap((from) => {
      const to = daysAfter(from, report.data.horizonDays)
      return left.filter((row) => {
        const date = row['renewal_date']!
        return date > from && date <= to && scored.has(`${row['account_id']} ${from.slice(0, 7)}`)
      })
    })
    expect(report.events).toBe(counted.length)
    expect(report.bands.reduce((sum, band) => sum + band.n, 0)).toBe(report.data.rows)
  })

  test('the planted drift of the telemetry is found, which the usual 0.1 would miss', () => {
    const bandsOf = (date: string): readonly number[] => {
      const values = snapshots.flatMap((row) =>
        row['snapshot_date'] === date && row['mau_seats_pct'] !== '' ? [Number(row['mau_seats_pct'])] : [],
      )
      return [
        values.filter((one) => one < 50),
        values.filter((one) => one >= 50 && one < 80),
        values.filter((one) => one >= 80),
      ].map(({ length }) => length)
    }
    const planted = populationStability(bandsOf('2024-06-30'), bandsOf('2024-07-31'))!
    expect(planted.psi).toBeCloseTo(0.0529, 4)
    expect(planted.critical).toBeCloseTo(0.0369, 4)
    const [worst] = report.psi.drifted.toSorted((a, b) => b.psi / b.critical - a.psi / a.critical)
    expect(worst).toMatchObject({ path: 'utilization.mau_per_seat', from: '2024-06-30', to: '2024-07-31' })
    expect(worst!.psi).toBeLessThan(0.1)
  })

  test('survival starts a year before the ledger ends', () => {
    expect(report.kaplanMeier.landmark).toBe('2024-06-30')
  })
})

function rows(path: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(join(root, path), 'utf8').trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell])))
}

function monthBefore(date: string, months: number): string {
  const [year, month] = date.split('-').map(Number)
  return new Date(Date.UTC(year!, month! - 1 - months, 1)).toISOString().slice(0, 7)
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
