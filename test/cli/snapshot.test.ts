import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, test } from 'vitest'
import { call } from './call.ts'
import { folder } from './run.ts'

/** Two dimensions, one of which nobody needs to work hard to score by hand. */
const model = `model health version 3
inputs {
  account text "Account" key
  seats   count "Seats"
  mood    one of Bad, Good "Mood"
}
missing skip
scale 0 to 10
bands even
dimension usage weight 60% { measure seats poor < 10 <= concerning < 20 <= healthy }
dimension pulse weight 40% { measure mood poor = Bad, healthy = Good }
`
const data = (...rows: string[]): string => ['Account,Seats,Mood,ACV,Owner', ...rows, ''].join('\n')

const files = {
  'health.salus': model,
  'june.csv': data('A-1,25,Good,1000.50,Ann', 'A-2,5,Bad,200,007'),
  'corrected.csv': data('A-1,15,Good,1000.50,Ann', 'A-2,5,Bad,200,007'),
  'many.csv': [
    'Day,Account,Seats,Mood',
    '2025-05-31,A-1,5,Bad',
    '2025-06-30,A-1,25,Good',
    '2025-05-31,A-3,12,',
    '',
  ].join('\n'),
  'twice.csv': ['Day,Account,Seats,Mood', '2025-05-31,A-1,5,Bad', '2025-05-31,A-1,25,Good', ',A-3,12,', ''].join('\n'),
}

interface Kept {
  readonly file: string | null
  readonly kept: readonly { date: string; sequence: number; accounts: number; hash: string }[]
  readonly same: readonly { date: string }[]
  readonly refused: readonly { date: string; difference: Record<string, unknown> }[]
}

async function snapshot(
  paths: Record<keyof typeof files, string>,
  table: keyof typeof files,
  to: string,
  ...more: string[]
) {
  const run = await call([
    'snapshot',
    '--model',
    paths['health.salus'],
    '--data',
    paths[table],
    '--to',
    to,
    '--json',
    ...more,
  ])
  return { ...run, result: run.code === 2 ? null : (JSON.parse(run.out) as Kept) }
}

describe('what was kept of a date', () => {
  const paths = folder(files)
  const place = join(paths.dir, 'history')
  const june = ['--as-of', '2025-06-30', '--keep', 'ACV,owner']
  let first: Awaited<ReturnType<typeof snapshot>>
  let bytes: Buffer
  beforeAll(async () => {
    first = await snapshot(paths, 'june.csv', place, ...june)
    bytes = readFileSync(first.result!.file!)
  })

  test('is a parquet file that DuckDB reads, with one tidy row an account', async () => {
    expect(first.code).toBe(0)
    expect(first.result!.kept).toMatchObject([{ date: '2025-06-30', sequence: 1, accounts: 2 }])
    const connection = await (await DuckDBInstance.create()).connect()
    const read = await connection.runAndReadAll(
      `SELECT account, snapshot_date::VARCHAR, typeof(snapshot_date), model, model_version, score, shown, band, segment, coverage,
         "usage.score", "usage.seats.points", "usage.seats.value", "pulse.mood.band", acv, owner, ladder
       FROM '${first.result!.file}' ORDER BY account`,
    )
    const whole = ['2025-06-30', 'DATE', 'health', 3]
    const ladder = 'poor < concerning < healthy'
    expect(read.getRows()).toEqual([
      ['A-1', ...whole, 10, '10.0', 'healthy', 'default', 1, 10, 10, '25', 'healthy', 1000.5, 'Ann', ladder],
      ['A-2', ...whole, 0, '0.0', 'poor', 'default', 1, 0, 0, '5', 'poor', 200, '007', ladder],
    ])
  })

  test('the same numbers again change nothing', async () => {
    const again = await snapshot(paths, 'june.csv', place, ...june)
    expect(again.result).toMatchObject({ file: null, kept: [], same: [{ date: '2025-06-30' }] })
    expect(readdirSync(place)).toHaveLength(1)
  })

  test('other numbers are refused, with the account and what it was', async () => {
    const other = await snapshot(paths, 'corrected.csv', place, ...june)
    expect(other.code).toBe(1)
    expect(other.result!.refused).toMatchObject([
      { difference: { account: 'A-1', what: 'score', kept: '10', now: '7', accounts: 1 } },
    ])
    const plain = await call([
      'snapshot',
      '--model',
      paths['health.salus'],
      '--data',
      paths['corrected.csv'],
      '--to',
      place,
      ...june,
    ])
    expect(plain.err).toContain('2025-06-30 is kept: score of `A-1` was 10, not 7')
    expect(readdirSync(place)).toHaveLength(1)
    expect(readFileSync(first.result!.file!)).toEqual(bytes)
  })

  test('a restatement is kept beside the earlier numbers, which stay byte for byte', async () => {
    const restated = await snapshot(
      paths,
      'corrected.csv',
      place,
      ...june,
      '--restate',
      'seats of A-1',
      '--recorded',
      '2025-07-04',
    )
    expect(restated.result!.kept).toMatchObject([{ sequence: 2, restated: 'seats of A-1' }])
    expect(readdirSync(place)).toHaveLength(2)
    expect(readFileSync(first.result!.file!)).toEqual(bytes)
    const { out } = await call(['snapshot', '--restore', '2025-07-31', '--from', place, '--json'])
    const rows = JSON.parse(out) as { account: string; score: number; restated: string; recorded_at: string }[]
    expect(rows.map(({ account, score }) => [account, score])).toEqual([
      ['A-1', 7],
      ['A-2', 0],
    ])
    expect(rows[0]).toMatchObject({ restated: 'seats of A-1', recorded_at: '2025-07-04' })
  })
})

describe.each(['csv', 'json', 'ndjson', 'parquet', 'xlsx'])('one growing file, %s', (format) => {
  test('holds many dates, and those of an account that has left stay', async () => {
    const paths = folder(files)
    const file = join(paths.dir, `kept.${format}`)
    expect((await snapshot(paths, 'many.csv', file, '--date-column', 'Day')).result!.kept).toHaveLength(2)
    expect(
      (await snapshot(paths, 'june.csv', file, '--as-of', '2025-07-31', '--keep', 'acv')).result!.kept,
    ).toHaveLength(1)
    expect((await snapshot(paths, 'many.csv', file, '--date-column', 'Day')).result!.same).toHaveLength(2)
    const restore = async (...more: string[]): Promise<unknown[]> =>
      JSON.parse((await call(['snapshot', '--from', file, '--json', '--restore', ...more])).out) as unknown[]
    expect(await restore('2025-06-15')).toMatchObject([
      { account: 'A-1', snapshot_date: '2025-05-31', score: 0 },
      { account: 'A-3', snapshot_date: '2025-05-31', score: 5, coverage: 0.6 },
    ])
    expect(await restore('2025-08-01', '--with-left')).toMatchObject([
      { account: 'A-3', snapshot_date: '2025-05-31', score: 5 },
      { account: 'A-1', snapshot_date: '2025-07-31', acv: 1000.5 },
      { account: 'A-2', snapshot_date: '2025-07-31', acv: 200 },
    ])
  })
})

test('a row without a date, and an account twice on one date, keep everything out', async () => {
  const paths = folder(files)
  const { code, err } = await snapshot(paths, 'twice.csv', join(paths.dir, 'history'), '--date-column', 'Day')
  expect(code).toBe(2)
  expect(err).toContain('row 3: `A-1` has a row 2 of 2025-05-31 already')
  expect(err).toContain('row 4 has no date')
  expect(readdirSync(paths.dir)).not.toContain('history')
})

test('another version of the model is kept beside the first, and said', async () => {
  const paths = folder(files)
  const place = join(paths.dir, 'history')
  await snapshot(paths, 'june.csv', place, '--as-of', '2025-06-30')
  writeFileSync(paths['health.salus'], model.replace('concerning < 20', 'concerning < 30'))
  const { result, err } = await snapshot(paths, 'june.csv', place, '--as-of', '2025-06-30')
  expect(result!.kept).toMatchObject([{ sequence: 2, restated: null }])
  expect(`${JSON.stringify(result)}${err}`).toContain('snapshot-other-version')
})

test('a table that holds no snapshots is not taken for one', async () => {
  const paths = folder(files)
  const { code, err } = await call(['snapshot', '--restore', '2025-06-30', '--from', paths['june.csv']])
  expect(code).toBe(2)
  expect(err).toContain('holds no snapshots')
})
