import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { folder, salus, salusProcess } from './run.ts'

const models = readdirSync('models')
  .filter((name) => name.endsWith('.salus'))
  .map((name) => `models/${name}`)

const whole = `model team "Team"
inputs {
  account text key "Account"
  defects count "Defects"
}
missing skip
measure defects healthy < 2 <= concerning < 5 <= poor
test "five is poor" { case defects 5 => poor }
`

describe('the published models', () => {
  test('check finds no errors', () => {
    expect(salusProcess(['check', ...models])).toMatchObject({ code: 0 })
  })

  test('their tests pass and reach every cell and boundary', async () => {
    expect(await salus(['test', '--threshold', '100', ...models])).toMatchObject({ code: 0 })
  })

  test('are laid out in canonical form', async () => {
    expect(await salus(['format', '--check', ...models])).toMatchObject({ code: 0, err: '' })
  })
})

describe('check', () => {
  test('an overlap: exit 1, and the value that both bands claim', async () => {
    const { 'a.salus': path } = folder({
      'a.salus': whole.replace('healthy < 2 <= concerning', 'healthy <= 2 <= concerning'),
    })
    const { code, err } = await salus(['check', path])
    expect(code).toBe(1)
    expect(err).toContain('`healthy` and `concerning` both claim 2')
    const { code: again, out } = await salus(['check', '--json', path])
    expect(again).toBe(1)
    expect(JSON.parse(out)).toMatchObject([{ file: path, findings: [{ slug: 'band-overlap', level: 'error' }] }])
  })

  test('with data, how many accounts a finding touches', async () => {
    const files = folder({
      'a.salus': whole.replace('healthy < 2 <= concerning', 'healthy <= 2 <= concerning'),
      'd.csv': 'Account,Defects\na,2\nb,2\nc,7\n',
    })
    expect((await salus(['check', files['a.salus'], '--data', files['d.csv']])).err).toMatch(/2 of 3 accounts/)
  })
})

describe('test', () => {
  test('a failing test: exit 1, with what was expected and what came', () => {
    const { 'a.salus': path } = folder({ 'a.salus': whole.replace('defects 5 => poor', 'defects 5 => healthy') })
    const { code, out, err } = salusProcess(['test', path])
    expect(code).toBe(1)
    expect(err).toContain('healthy')
    expect(out).toContain('1 of 1 tests fail')
  })

  test('--boundaries prints tests that pass and reach everything', async () => {
    const { 'a.salus': path } = folder({ 'a.salus': whole })
    const { 'b.salus': covered } = folder({
      'b.salus': `${whole}\n${(await salus(['test', '--boundaries', path])).out}`,
    })
    expect(await salus(['test', '--threshold', '100', path])).toMatchObject({ code: 1 })
    expect(await salus(['test', '--threshold', '100', covered])).toMatchObject({ code: 0 })
  })
})

describe('format', () => {
  test('rewrites in place, once', async () => {
    const { 'a.salus': path } = folder({ 'a.salus': whole })
    expect(await salus(['format', '--check', path])).toMatchObject({ code: 1 })
    expect(await salus(['format', path])).toMatchObject({ code: 0 })
    expect(await salus(['format', '--check', path])).toMatchObject({ code: 0 })
  })

  test('a file with a syntax error is left alone', async () => {
    const broken = whole.replace('inputs {', 'inputs')
    const { 'a.salus': path } = folder({ 'a.salus': broken })
    expect(await salus(['format', path])).toMatchObject({ code: 1 })
    expect(readFileSync(path, 'utf8')).toBe(broken)
  })
})

describe('import', () => {
  const page =
    '| Measure | Weight | Poor | Concerning | Healthy |\n|---|---|---|---|---|\n| Defect tickets | 100% | >= 5 | 2 - 5 | < 2 |\n'

  test('a pasted table becomes a model with the page’s own defects', async () => {
    const imported = salusProcess(['import', '-'], page)
    expect(imported.out).toContain('Defect tickets')
    const { 'a.salus': path } = folder({ 'a.salus': imported.out })
    expect((await salus(['check', path])).err).toContain('both claim 5')
  })

  test('--resolve mends them by the rule of transcription', async () => {
    const { 'a.salus': path } = folder({ 'a.salus': salusProcess(['import', '--resolve', '-'], page).out })
    expect(await salus(['check', path])).toMatchObject({ code: 0 })
  })
})

describe('overrides and snapshots', () => {
  const data = 'samples/accounts.csv'
  const score = ['score', '--model', 'models/sourcegraph.salus', '--data', data, '--as-of', '2025-06-30']

  test('an override shows beside the calculated score until it expires', async () => {
    const { 'o.csv': people } = folder({
      'o.csv':
        'Account,Score,Reason,Author,Expiry\nACC-00002,4,Champion left,Ada,2025-12-31\nACC-00003,1,Old news,Ada,2025-01-31\nACC-X,1,Who,Ada,\n',
    })
    const { code, out, err } = await salus([...score, '--overrides', people, '--format', 'json'])
    expect(code).toBe(0)
    const accounts = JSON.parse(out) as {
      account: string
      shown: string
      score: number
      scoreBefore: number
      modifiers: { author: string; because: string }[]
    }[]
    const of = (account: string) => accounts.find((one) => one.account === account)!
    expect(of('ACC-00002')).toMatchObject({ score: 4, shown: '4.0', scoreBefore: 8.625 })
    expect(of('ACC-00002').modifiers).toMatchObject([{ author: 'Ada', because: 'Champion left' }])
    expect(of('ACC-00003').score).toBe(of('ACC-00003').scoreBefore)
    expect(err).toContain('ACC-00003')
    expect(err).toContain('ACC-X')
    const table = (await salus([...score, '--overrides', people])).out
      .split('\n')
      .find((line) => line.startsWith('ACC-00002'))
    expect(table).toContain('ACC-00002,sourcegraph,default,4,4.0,concerning,1,8.625,healthy')
  })

  test('a snapshot holds every score with the hashes of model and data', async () => {
    const { dir } = folder({})
    expect(await salus([...score, '--snapshot', `${dir}/s.json`, '--out', `${dir}/s.csv`])).toMatchObject({ code: 0 })
    const snapshot = JSON.parse(readFileSync(`${dir}/s.json`, 'utf8')) as {
      date: string
      accounts: unknown[]
      model: { hash: string }
      inputHash: string
    }
    expect(snapshot).toMatchObject({ snapshot: 1, date: '2025-06-30', model: { name: 'sourcegraph', version: 1 } })
    expect(snapshot.accounts.length).toBe(520)
    expect([snapshot.model.hash, snapshot.inputHash]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
  })

  test('a model that needs the scoring date is refused without one', async () => {
    const { code, err } = await salus(['score', '--model', 'models/lifecycle.salus', '--data', data])
    expect(code).toBe(2)
    expect(err).toContain('--as-of')
  })
})

test('explain stands by itself and names an account that is not there', async () => {
  const explain = ['explain', '--model', 'models/sourcegraph.salus', '--data', 'samples/accounts.csv', '--account']
  const { code, out } = await salus([...explain, 'acc-00002'])
  expect(code).toBe(0)
  for (const said of [
    '8.6 Healthy',
    'segment Default',
    'Last month MAU / Seats',
    '50% <= concerning < 80%',
    '1.38 points are lost',
  ])
    expect(out).toContain(said)
  expect(await salus([...explain, 'nobody'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('no account `nobody`') as string,
  })
})

test('portfolio counts the whole sample', async () => {
  const { code, out } = await salus([
    'portfolio',
    '--json',
    '--model',
    'models/sourcegraph.salus',
    '--data',
    'samples/accounts.csv',
  ])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ accounts: 520 })
})

describe('diff', () => {
  const before = whole
  const after = whole.replace('healthy < 2 <= concerning', 'healthy <= 2 < concerning')
  const files = folder({ 'a.salus': before, 'b.salus': after, 'd.csv': 'Account,Defects\na,1\nb,2\nc,7\n' })

  test('the one value whose band changed, and the one account that moves', async () => {
    const { code, out } = await salus(['diff', files['a.salus'], files['b.salus'], '--data', files['d.csv']])
    expect(code).toBe(0)
    expect(out).toContain('defects: 2 was concerning, is healthy')
    expect(out).toContain('Of 3 accounts, 1 get another score, 1 another band')
    expect(out).toMatch(/^b +5 → 10 +concerning → healthy/m)
  })

  test('the same meaning in other words', async () => {
    expect((await salus(['diff', files['a.salus'], files['a.salus']])).out).toBe('no difference in meaning\n')
  })
})
