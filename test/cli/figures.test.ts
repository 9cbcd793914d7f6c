import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Explanation } from '../../src/model/explanation.ts'
import { salus } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'salus-figures-'))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const model = file(
  'm.salus',
  `model m
inputs {
  account text key "Account"
  mau count "MAU"
  logins count "Logins" = count of events where event = "login" over 7 days
}
inputs from events { account text key  at date  event text }
missing skip
measure mau  poor < 10 <= healthy
measure logins  poor < 2 <= healthy
result change = change(mau, 30 days)
result low = streak(mau < 10)
result before = change(score, 30 days)
`,
)
const accounts = file('accounts.csv', 'Account,MAU\nA,20\nB,5\n')
const events = file(
  'events.csv',
  'account,at,event\nA,2025-06-29,login\nA,2025-06-24T10:00:00Z,login\nB,2025-06-29,click\nB,,login\n',
)
const history = file(
  'history.csv',
  'date,Account,MAU,Logins\n2025-05-01,A,12,1\n2025-06-10,A,3,1\n2025-05-30,B,8,9\n2025-06-10,B,4,0\n',
)
const score = (...more: string[]) => salus(['score', '--model', model, '--data', accounts, '--format', 'json', ...more])
const results = (out: string) =>
  (JSON.parse(out) as Explanation[]).map(({ results: all, score: whole }) => ({ ...all, whole }))

test('columns are filled from events and from history', async () => {
  const { code, out, err } = await score('--events', events, '--history', history, '--as-of', '2025-06-30')
  expect(code).toBe(0)
  expect(err).toContain('events, row 5: it has no date; the line is left out')
  expect(results(out)).toEqual([
    { change: 8, low: 1, before: 5, whole: 10 },
    { change: -3, low: 2, before: -5, whole: 0 },
  ])
})

test('what a let reads of earlier days is read there too', async () => {
  const lets = file(
    'lets.salus',
    'model m\ninputs { account text key "Account"  mau count "MAU" }\nmissing skip\nmeasure mau  poor < 10 <= healthy\n' +
      'let twice = score * 2\nresult before = change(twice, 20 days)\n',
  )
  const given = ['--data', accounts, '--history', history, '--as-of', '2025-06-30', '--format', 'json']
  const { out } = await salus(['score', '--model', lets, ...given])
  expect((JSON.parse(out) as Explanation[]).map((one) => one.results['before'])).toEqual([20, 0])
})

test('without a log a column of the label is read, and one that is not there is named', async () => {
  const prepared = file('prepared.csv', 'Account,MAU,Logins\nA,20,1\n')
  const { out } = await salus(['score', '--model', model, '--data', prepared, '--format', 'json'])
  expect(results(out)).toEqual([{ change: null, low: null, before: null, whole: 5 }])
  const { err } = await score()
  expect(err).toContain('no column for `Logins` and no --events to compute it; it is missing')
  expect(err).toContain('no column for `previous(mau, 30 days)` and no --history to compute it')
})

test('what is asked for wrongly is said in one sentence', async () => {
  expect(await score('--events', events)).toMatchObject({ code: 2, err: expect.stringContaining('add --as-of') })
  expect(await score('--daily', events, '--as-of', '2025-06-30')).toMatchObject({
    code: 2,
    err: expect.stringContaining('it has no `inputs from daily { }`'),
  })
  const narrow = file('narrow.csv', 'account,at\nA,2025-06-29\n')
  expect(await score('--events', narrow, '--as-of', '2025-06-30')).toMatchObject({
    code: 2,
    err: expect.stringContaining('events has no column for `event`'),
  })
  expect(await score('--history', events, '--as-of', '2025-06-30')).toMatchObject({
    code: 2,
    err: expect.stringContaining('has no column `date`: name it with --history-date'),
  })
})

test('a snapshot fills figures as of each of its dates', async () => {
  const dated = file('dated.csv', 'day,Account,MAU\n2025-06-25,A,20\n2025-06-30,A,20\n')
  const to = join(folder, 'kept.csv')
  const { code, err } = await salus([
    'snapshot',
    '--model',
    model,
    '--data',
    dated,
    '--date-column',
    'day',
    '--events',
    events,
    '--to',
    to,
  ])
  expect({ code, err: err.includes('error') }).toEqual({ code: 0, err: false })
  const { out } = await salus(['snapshot', '--restore', '2025-06-25', '--from', to, '--json'])
  expect(out).toContain('2025-06-25')
})

test('a log of other accounts is told, one that knows a single account is not', async () => {
  const others = file('others.csv', 'account,at,event\na,2025-06-29,login\nC,2025-06-29,login\n')
  const strange = 'no account here has a line in events; its figures are missing'
  const { code, err } = await score('--events', others, '--as-of', '2025-06-30')
  expect(code).toBe(0)
  expect(err).toContain(strange)
  expect((await score('--events', events, '--as-of', '2025-06-30')).err).not.toContain(strange)
  const kept = await salus([
    'snapshot',
    '--model',
    model,
    '--data',
    accounts,
    '--events',
    others,
    '--as-of',
    '2025-06-30',
    '--to',
    join(folder, 'kept'),
  ])
  expect(kept.err).toContain(strange)
})

test('a file that names no accounts is refused in one sentence, and nothing is said of its lines', async () => {
  const log = file('nameless.csv', 'at,event\n2025-06-29,login\n')
  const refused = await score('--events', log, '--as-of', '2025-06-30')
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('events has no column for `account`')
  expect(refused.err).not.toContain('left out')
  const earlier = file('nameless-history.csv', 'date,MAU\n2025-05-01,12\n')
  const { code, err } = await score('--history', earlier, '--as-of', '2025-06-30')
  expect(code).toBe(2)
  expect(err).toBe(`${earlier} has no column \`Account\`, by which accounts are found\n`)
})
