import { join } from 'node:path'
import { expect, test } from 'vitest'
import { call } from './call.ts'
import { folder } from './run.ts'

const model = `model health
inputs { account text "Account" key
  seats count "Seats" }
missing skip
scale 0 to 10
bands even
dimension usage weight 100% { measure seats poor < 10 <= concerning < 20 <= healthy }
`
const data = [
  'Day,Account,Seats,Owner',
  '2025-05-31,A,25,Ann',
  '2025-06-30,A,5,Bob',
  '2025-05-31,B,25,Ann',
  '2025-06-30,B,30,Ann',
  '',
].join('\n')

const paths = folder({ 'health.salus': model, 'data.csv': data })
const place = join(paths.dir, 'kept.csv')

test('who crossed at the last snapshot, whose it is and why', async () => {
  await call([
    'snapshot',
    '--model',
    paths['health.salus'],
    '--data',
    paths['data.csv'],
    '--date-column',
    'Day',
    '--keep',
    'owner',
    '--to',
    place,
  ])
  const { code, out } = await call(['alerts', '--snapshots', place, '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    alerts: [
      {
        kind: 'crossing',
        account: 'A',
        from: { date: '2025-05-31', band: 'healthy', score: 10 },
        to: { date: '2025-06-30', band: 'poor', score: 0 },
        reasons: [{ measure: 'usage.seats', from: { value: '25' }, to: { value: '5' }, share: -10 }],
        carried: { owner: 'Bob' },
      },
    ],
    findings: [],
  })
  const table = await call(['alerts', '--snapshots', place, '--format', 'csv', '--drop', '5'])
  const lines = table.out.trim().split('\n')
  expect(lines[0]).toMatch(/^date,account,kind,.*,reasons,owner$/)
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 3).join(' '))).toEqual([
    '2025-06-30 A crossing',
    '2025-06-30 A drop',
  ])
  expect(lines[1]).toContain('usage.seats 25 to 5 (healthy to poor): -10,Bob')
})

test('scores that are older than was declared are warned of', async () => {
  const asked = async (asOf: string): Promise<string> =>
    (await call(['alerts', '--snapshots', place, '--cadence', 'monthly', '--as-of', asOf])).err
  expect(await asked('2025-07-31')).toBe('')
  expect(await asked('2025-08-01')).toContain('the last scores are of 2025-06-30, 32 days old; due monthly')
})

test('a dimension that is none, and a number that is none, are wrong use', async () => {
  const { code, err } = await call(['alerts', '--snapshots', place, '--dimension', 'usgae'])
  expect([code, err]).toEqual([2, 'snapshots have no dimension `usgae`; there are usage\n'])
  expect((await call(['alerts', '--snapshots', place, '--hold', 'twice'])).code).toBe(2)
})
