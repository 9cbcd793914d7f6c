import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'
import { beforeAll, describe, expect, test } from 'vitest'
import { call } from './call.ts'
import { folder } from './run.ts'

const model = `model health version 1
inputs {
  account text "Account" key
  seats   count "Seats"
}
missing skip
scale 0 to 10
bands even
dimension usage weight 100% { measure seats poor < 10 <= concerning < 20 <= healthy }
`

interface Trend {
  readonly bands: readonly string[]
  readonly periods: readonly {
    readonly period: string
    readonly date: string
    readonly accounts: number
    readonly mean: number
    readonly modelChanged: boolean
    readonly bands: readonly { band: string | null; accounts: number; amounts: Record<string, string> }[]
    readonly moves: Record<string, unknown> | null
    readonly segments: readonly { segment: string; accounts: number }[]
  }[]
  readonly changes: readonly {
    readonly separable: boolean
    readonly all: { net: Record<string, number> }
    readonly byModel: { net: Record<string, number>; up: number; down: number } | null
    readonly byCustomers: { net: Record<string, number>; up: number; down: number } | null
    readonly scoredByBoth: string | null
  }[]
}

async function trend(place: string, ...more: string[]): Promise<Trend> {
  const { out, err, code } = await call(['trend', '--snapshots', place, '--json', ...more])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Trend
}

async function ask(sql: string): Promise<DuckDBValue[][]> {
  const connection = await (await DuckDBInstance.create()).connect()
  return (await connection.runAndReadAll(sql)).getRows()
}

describe('the trend of the sample', () => {
  // Its last half year: reading it many times is most of the work.
  const lines = readFileSync('samples/snapshots.csv', 'utf8').split('\n')
  const paths = folder({ 'half.csv': lines.filter((line, at) => at === 0 || line.startsWith('2025')).join('\n') })
  const place = join(paths.dir, 'history')
  beforeAll(async () => {
    const data = [
      '--data',
      'samples/snapshots.csv',
      '--date-column',
      'snapshot_date',
      '--keep',
      'segment,seats,airgapped',
    ]
    await call(['snapshot', '--model', 'models/sourcegraph.salus', ...data, '--to', place])
  }, 60_000)
  const last = (period: string): string =>
    `SELECT * FROM '${place}/*.parquet' QUALIFY snapshot_date = max(snapshot_date) OVER (PARTITION BY strftime(snapshot_date, '${period}'))`

  test.each([
    ['month', '%Y-%m'],
    ['week', '%G-W%V'],
  ])('accounts and amounts by band and %s are what DuckDB counts', async (by, format) => {
    const { periods } = await trend(place, '--by', by, '--amount', 'seats')
    const said = periods.flatMap(({ period, date, bands }) =>
      bands
        .filter(({ accounts }) => accounts > 0)
        .map(({ band, accounts, amounts }) => [period, date, band, accounts, Number(amounts[''])]),
    )
    const counted = await ask(
      `SELECT period, day, band, accounts, seats FROM (
         SELECT strftime(snapshot_date, '${format}') period, snapshot_date::VARCHAR AS day, band, count(*)::INT accounts, sum(seats) seats
         FROM (${last(format)}) GROUP BY ALL)
       ORDER BY period, list_position(['poor', 'concerning', 'healthy'], band)`,
    )
    expect(said).toEqual(counted)
  })

  test('a filter and a segment leave the accounts that DuckDB leaves', async () => {
    const chosen = await trend(
      place,
      '--by',
      'month',
      '--segment',
      'Digital',
      '--where',
      'seats >= 20',
      'airgapped = no',
    )
    const counted = await ask(
      `SELECT strftime(snapshot_date, '%Y-%m'), count(*)::INT, avg(score) FROM (${last('%Y-%m')})
       WHERE segment = 'digital' AND seats >= 20 AND airgapped = 'no' GROUP BY 1 ORDER BY 1`,
    )
    const said = chosen.periods.filter(({ accounts }) => accounts > 0)
    expect(said.map(({ period, accounts }) => [period, accounts])).toEqual(counted.map((row) => row.slice(0, 2)))
    for (const [at, { mean }] of said.entries()) expect(mean).toBeCloseTo(Number(counted[at]![2]), 9)
  })

  test('one date alone', async () => {
    const { periods } = await trend(place, '--at', '2025-03-15')
    expect(periods).toMatchObject([{ period: '2025-02-28', date: '2025-02-28', moves: null }])
    expect(await ask(`SELECT count(*)::INT FROM '${place}/*.parquet' WHERE snapshot_date = DATE '2025-02-28'`)).toEqual(
      [[periods[0]!.accounts]],
    )
  })

  test('the table says the same as the JSON', async () => {
    const { out } = await call(['trend', '--snapshots', place, '--format', 'csv'])
    const { periods } = await trend(place)
    const whole = out.split('\n').filter((line) => line.split(',')[6] === '')
    expect(whole.map((line) => line.split(',').at(-1)!).slice(0, 3)).toEqual(
      periods[0]!.bands.slice(0, 3).map(({ accounts }) => String(accounts)),
    )
    expect(whole).toHaveLength(periods.length * 3)
  })
})

describe('a change of the model', () => {
  const rows = (...all: readonly (readonly [account: string, seats: number])[]): string =>
    [
      'Account,Seats,Team,ACV,Currency',
      ...all.map(([account, seats]) => `${account},${seats},Small,100.10,EUR`),
      '',
    ].join('\n')
  const files = {
    'one.salus': model,
    // What was concerning from 10 on is from 15 on.
    'two.salus': model.replace('poor < 10 <= concerning', 'poor < 15 <= concerning'),
    'may.csv': rows(['A', 12], ['B', 25], ['C', 5]),
    // A has lost seats, B has not, C has left, D is new.
    'june.csv': rows(['A', 12], ['B', 16], ['D', 30]),
  }
  const kept = async (...scorings: readonly (readonly ['one' | 'two', 'may' | 'june'])[]): Promise<string> => {
    const paths = folder(files)
    const place = join(paths.dir, 'history')
    for (const [version, month] of scorings) {
      const asOf = month === 'may' ? '2025-05-31' : '2025-06-30'
      const given = ['--data', paths[`${month}.csv`], '--as-of', asOf, '--to', place, '--keep', 'acv,currency']
      await call(['snapshot', '--model', paths[`${version}.salus`], ...given])
    }
    return place
  }

  test('is told apart by the old accounts scored by the new model', async () => {
    const { periods, changes } = await trend(await kept(['one', 'may'], ['two', 'may'], ['two', 'june']))
    expect(periods.map(({ date, modelChanged }) => [date, modelChanged])).toEqual([
      ['2025-05-31', false],
      ['2025-06-30', true],
    ])
    // May by the first version: A concerning, B healthy, C poor. The second makes A poor; then B falls, C leaves, D comes.
    expect(periods[0]!.bands.map(({ accounts }) => accounts)).toEqual([1, 1, 1, 0])
    expect(periods[0]!.bands.map(({ amounts }) => amounts['EUR'])).toEqual(['100.10', '100.10', '100.10', '0.00'])
    expect(changes).toMatchObject([
      {
        separable: true,
        scoredByBoth: '2025-05-31',
        all: { net: { poor: 0, concerning: 0, healthy: 0 } },
        byModel: { up: 0, down: 1, arrived: 0, left: 0, net: { poor: 1, concerning: -1, healthy: 0 } },
        byCustomers: { up: 0, down: 1, arrived: 1, left: 1, net: { poor: -1, concerning: 1, healthy: 0 } },
      },
    ])
  })

  test('or by the new accounts scored by the old model', async () => {
    const { changes } = await trend(await kept(['one', 'may'], ['one', 'june'], ['two', 'june']), '--by', 'date')
    // June stays with the version that was kept first, so that there is no change yet.
    expect(changes).toEqual([])
    const swapped = await trend(await kept(['one', 'may'], ['two', 'june'], ['one', 'june']))
    expect(swapped.changes).toMatchObject([
      {
        separable: true,
        scoredByBoth: '2025-06-30',
        byModel: { down: 1 },
        byCustomers: { down: 1, arrived: 1, left: 1 },
      },
    ])
  })

  test('is said not to be told apart where no date was scored by both', async () => {
    const place = await kept(['one', 'may'], ['two', 'june'])
    expect((await trend(place)).changes).toMatchObject([{ separable: false, byModel: null, byCustomers: null }])
    const { out } = await call(['trend', '--snapshots', place])
    expect(out).toContain('* another version of the model')
    expect(out).toContain('cannot be told from what the customers moved')
  })
})
