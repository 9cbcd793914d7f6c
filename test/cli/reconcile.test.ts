import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../finance/sample.ts'
import { folder, salus } from './run.ts'

const sample = {
  ledger: 'samples/ledger.csv',
  accounts: 'samples/accounts.csv',
  fx: 'samples/fx.csv',
  crm: 'samples/crm.csv',
  snapshots: 'samples/snapshots.csv',
  model: 'models/sourcegraph.salus',
}

type Files = Partial<Record<keyof typeof sample, string>>

interface Answer {
  readonly bridge: readonly Record<string, string>[]
  readonly retention: Readonly<Record<'account' | 'sku' | 'parent', Record<string, string | number>>>
  readonly differences: readonly Record<string, unknown>[]
  readonly excluded: readonly Record<string, unknown>[]
  readonly coverage: Readonly<Record<'opening' | 'closing', Record<string, Record<string, unknown>>>>
  readonly scores: Readonly<Record<'opening' | 'closing', Record<string, Record<string, unknown>[]>>>
  readonly byBand: readonly Record<string, string | number>[] | null
  readonly control: Record<string, unknown>
  readonly findings: readonly { findings: readonly { slug: string; level: string }[] }[]
}

const { snapshots: _snapshots, model: _model, ...unscored } = sample

/** Scores are read where they are asked for: they take most of the time. */
function args(files: Files = {}, more: readonly string[] = []): string[] {
  const all = Object.entries({ ...unscored, ...files }).flatMap(([option, path]) => [`--${option}`, path])
  const from = more.includes('--from') ? [] : ['--from', '2024-06-30']
  return ['reconcile', ...all, ...from, '--to', '2025-06-30', '--currency', 'USD', ...more]
}

const answers = new Map<string, Promise<Answer>>()

/** What the JSON says; the same question is asked once, since files of the sample do not change. */
function answer(files: Files = {}, more: readonly string[] = []): Promise<Answer> {
  const all = args(files, ['--json', ...more])
  const key = all.join(' ')
  const known = answers.get(key) ?? answered(all)
  answers.set(key, known)
  return known
}

async function answered(all: readonly string[]): Promise<Answer> {
  const { code, out, err } = await salus(all)
  expect({ code, err }).toMatchObject({ code: 0 })
  return JSON.parse(out) as Answer
}

/** A file of the sample with one text replaced by another, once. */
function changed(path: string, from: string, to: string): string {
  const text = readFileSync(path, 'utf8')
  expect(text.split(from)).toHaveLength(2)
  return folder({ 'changed.csv': text.replace(from, to) })['changed.csv']
}

describe('the sample', () => {
  test('bridge and differences are the truth', async () => {
    const { bridge, differences } = await answer({}, ['--from', '2021-12-31'])
    const truth = rowsOf('test/finance/truth/monthly_bridge_usd.csv')
    expect(bridge.map(({ month, churn, closing }) => [month, Number(churn), Number(closing)])).toEqual(
      truth.map(({ month, churn, closing }) => [month, Number(churn), Number(closing)]),
    )
    const planted = rowsOf('test/finance/truth/discrepancies.csv')
    expect(differences.map(({ kind, account }) => `${String(kind)} ${String(account)}`).toSorted()).toEqual(
      planted.map((row) => `${row['kind']} ${row['account_id']}`).toSorted(),
    )
  })

  test('retention by account and SKU is the truth; bands add up to the whole', async () => {
    const { retention, byBand } = await answer(sample)
    expect(retention.account).toMatchObject({ opening: '19552218.66', retainedGross: '17081847.04' })
    expect(retention.sku).toMatchObject({ opening: '19552218.66', retainedGross: '16161771.50' })
    const sum = byBand!.reduce((total, row) => total + cents(String(row['retainedGross'])), 0)
    expect(sum).toBe(1_708_184_704)
  })
})

describe('as a controller tries it: one change shows up by itself, at its place, with its amount', () => {
  test('one cent in one line of the ledger', async () => {
    const line = 'L000008,ACC-00002,O000007,CORE,2024-12-01,2026-12-01,105353.16'
    const ledger = changed(sample.ledger, line, line.replace('.16', '.17'))
    const [before, after] = [await answer(), await answer({ ledger })]
    const moved = after.bridge.flatMap((month, at) =>
      Object.keys(month)
        .filter((figure) => figure !== 'counts' && month[figure] !== before.bridge[at]![figure])
        .map((figure) => `${month['month']} ${figure} ${cents(month[figure]!) - cents(before.bridge[at]![figure]!)}`),
    )
    // It replaced dearer lines in December 2024, and every balance since then carries it.
    expect(moved.slice(0, 2)).toEqual(['2024-12-31 contraction 1', '2024-12-31 closing 1'])
    expect(moved.slice(2).every((one) => /(opening|closing) 1$/.test(one))).toBe(true)
    expect(after.differences).toEqual(before.differences)

    const { code, err } = await salus(args({ ledger }, ['--control', '43,000,902.12 USD']))
    expect(code).toBe(1)
    expect(err).toContain('USD 43,000,902.13, the control total is USD 43,000,902.12: 0.01 apart')
    expect((await salus(args({}, ['--control', '43,000,902.12 USD']))).code).toBe(0)
  })

  test('one account deleted from the snapshot', async () => {
    const row = readFileSync(sample.snapshots, 'utf8').match(/^2025-06-30,ACC-00002,.*\n/m)![0]
    const { scores, coverage } = await answer({ ...sample, snapshots: changed(sample.snapshots, row, '') })
    expect(scores.closing['ledgerOnly']).toEqual([
      { account: 'ACC-00002', amount: '105353.16', lines: ['L000008'], near: [] },
    ])
    expect(coverage.closing['accounts']).toMatchObject({ numerator: 379, denominator: 380 })
    expect(coverage.closing['arr']).toMatchObject({ numerator: '20167156.86', denominator: '20272510.02' })
  })

  test('one id renamed in the snapshot: two lists, each naming the other', async () => {
    const snapshots = changed(sample.snapshots, '2025-06-30,ACC-00002,', '2025-06-30,acc-2,')
    const { scores } = await answer({ ...sample, snapshots })
    expect(scores.closing['ledgerOnly']).toMatchObject([{ account: 'ACC-00002', amount: '105353.16', near: ['acc-2'] }])
    expect(scores.closing['scoreOnly']).toMatchObject([{ account: 'acc-2', near: ['ACC-00002'] }])
  })

  test('one id renamed in the ledger: its churn and its scores, and nothing else', async () => {
    const line = 'L000484,ACC-00129'
    const before = await answer({}, ['--from', '2021-12-31'])
    const lines = readFileSync(sample.ledger, 'utf8').replaceAll('ACC-00129,', 'ACC-129,')
    expect(lines).toContain(line.replace('ACC-00129', 'ACC-129'))
    const { 'l.csv': ledger } = folder({ 'l.csv': lines })
    const { differences } = await answer({ ledger }, ['--from', '2021-12-31'])
    const added = differences.filter(({ event }) => !before.differences.some((one) => one['event'] === event))
    expect(added).toMatchObject([{ kind: 'id_format', account: 'ACC-129', ledger: '27546.27', near: ['ACC-129'] }])
  })

  test('an account in the snapshot twice', async () => {
    const row = readFileSync(sample.snapshots, 'utf8').match(/^2025-06-30,ACC-00002,.*\n/m)![0]
    const { scores, coverage } = await answer({ ...sample, snapshots: changed(sample.snapshots, row, row + row) })
    expect(scores.closing['duplicates']).toMatchObject([{ account: 'ACC-00002', agree: true }])
    expect(coverage.closing['accounts']).toMatchObject({ numerator: 380, denominator: 380 })
  })
})

describe('an opening tied to the report before', () => {
  const { crm: _crm, ...plain } = unscored
  const quarter = (from: string, to: string, files: Files, more: readonly string[]): string[] => [
    'reconcile',
    ...Object.entries({ ...plain, ...files }).flatMap(([option, path]) => [`--${option}`, path]),
    ...`--from ${from} --to ${to} --currency USD`.split(' '),
    ...more,
  ]

  test('is its closing; a cent changed behind it is restated, with its line; another report is refused', async () => {
    const first = join(folder({}).dir, 'q1.json')
    await salus(quarter('2024-12-31', '2025-03-31', {}, ['--out', first]))
    const next = (files: Files, more: readonly string[] = []) =>
      salus(quarter('2025-03-31', '2025-06-30', files, ['--previous', first, ...more]))

    const same = await next({})
    expect(same.out).toContain('the opening is the closing of q1.json, line for line: 20,651,548.23')

    const line = 'L000008,ACC-00002,O000007,CORE,2024-12-01,2026-12-01,105353.16'
    const ledger = changed(sample.ledger, line, line.replace('.16', '.17'))
    const { code, out, err } = await next({ ledger }, ['--json', '--strict'])
    expect({ code, err }).toMatchObject({ code: 1 })
    expect(err).toContain('1 line changed behind the closing of 2025-03-31: USD 0.01 restated')
    expect((JSON.parse(out) as { restatement: object }).restatement).toMatchObject({
      closing: '20651548.23',
      changed: { lines: 1, amount: '0.01' },
      opening: '20651548.24',
      check: '0.00',
      lines: [{ account: 'ACC-00002', line: 'L000008', before: '105353.16', after: '105353.17', amount: '0.01' }],
    })
    expect((await next({ ledger }, ['--json', '--strict'])).out).toBe(out)

    const other = await salus(quarter('2024-12-31', '2025-06-30', {}, ['--previous', first]))
    expect(other).toMatchObject({ code: 2, out: '' })
    expect(other.err).toContain('closes on 2025-03-31, and this report opens on 2024-12-31')
  })
})

describe('the lines behind a figure', () => {
  const drilled = new Map<string, Promise<Record<string, string>[]>>()
  const rows = (figure: string): Promise<Record<string, string>[]> => {
    const known = drilled.get(figure) ?? rowsBehind(figure)
    drilled.set(figure, known)
    return known
  }
  const rowsBehind = async (figure: string): Promise<Record<string, string>[]> => {
    const { code, out } = await salus(args({}, ['--drill', figure]))
    expect(code).toBe(0)
    return Papa.parse<Record<string, string>>(out.trimEnd(), { header: true }).data
  }
  const sum = (lines: readonly Record<string, string>[]): number =>
    lines.reduce((total, { amount }) => total + (amount === '' ? 0 : cents(amount!)), 0)

  test.each([
    ['2024-11/churn', -6_612_289],
    ['opening', 1_919_889_583],
    ['2025-06/fx', 5_457_981],
    ['cohort', 1_708_184_704],
  ])('%s adds up to its figure', async (figure, total) => {
    expect(sum(await rows(figure))).toBe(total)
  })

  test('a churn names the lines that ended', async () => {
    const own = (await rows('2024-11/churn')).filter(({ account }) => account === 'ACC-00204')
    expect(own).toMatchObject([{ line: 'L000778', row: '779', end: '2024-11-01', annual_value: '6049.32' }])
  })
})

describe('a report as files', () => {
  test('text, page, workbook and JSON are the same bytes on a rerun, and say the same', async () => {
    const { dir } = folder({})
    const write = async (name: string): Promise<Buffer[]> => {
      const files = ['html', 'xlsx', 'json'].map((end) => `${dir}/${name}.${end}`)
      const { code, out, err } = await salus(
        args(sample, ['--from', '2025-03-31', ...files.flatMap((file) => ['--out', file])]),
      )
      expect({ code, err }).toMatchObject({ code: 0 })
      return [...files.map((file) => readFileSync(file)), Buffer.from(out)]
    }
    const [one, other] = [await write('one'), await write('other')]
    for (const [at, file] of one.entries()) expect(file.equals(other[at]!)).toBe(true)
    const { retention } = JSON.parse(one[2]!.toString()) as Answer
    const shown = Number(retention.account['retainedGross']).toLocaleString('en', { minimumFractionDigits: 2 })
    expect(one[0]!.toString()).toContain(`>${shown}</a>`)
    expect(one[1]!.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('bad lines', () => {
  const ledger = folder({
    'bad.csv': [
      'line_id,account_id,sku,start_date,end_date,annual_value,currency,charge_type',
      '1,ACME,CORE,2024-01-01,2025-01-01,"1,200.00",USD,recurring',
      '2,ACME,CORE,2024-12-01,2025-12-01,1300.00,USD,recurring',
      '3,BETA,CORE,2024-06-01,2024-03-01,500.00,USD,recurring',
      '4,GAMMA,CORE,2024-01-01,2026-01-01,(50.00),USD,recurring',
      '5,GAMMA,CORE,2024-01-01,2026-01-01,700.00,USD,recurring',
      '6,DELTA,CORE,13-02-2024,2026-01-01,300.00,USD,recurring',
      '7,EPS,CORE,2024-01-01,2026-01-01,400.00,XXQ,recurring',
      '8,ZETA,CORE,2024-01-01,2026-01-01,400.00,EUR,recurring',
      '9,acme,CORE,2024-01-01,2026-01-01,80.00,USD,recurring',
      '10,0042,CORE,2024-01-01,2026-01-01,90.00,USD,recurring',
      '11,42,CORE,2024-01-01,2026-01-01,60.00,USD,recurring',
      '12,ETA,CORE,2024-01-01,2026-01-01,0.00,USD,recurring',
      'Total,,,,,4980.00,,',
    ].join('\n'),
  })['bad.csv']
  const call = (more: readonly string[]) =>
    salus(['reconcile', '--ledger', ledger, '--from', '2024-03-31', '--to', '2025-03-31', '--currency', 'USD', ...more])

  test('each is named with row and amount, and the control total closes', async () => {
    const { code, out, err } = await call(['--json', '--control', '4980.00'])
    expect(code).toBe(0)
    const { excluded, control, bridge } = JSON.parse(out) as Answer
    expect(excluded.map(({ line, row, reason, amount }) => [line, row, reason, amount])).toEqual([
      ['3', 4, 'ends-before-start', '500.00'],
      ['7', 8, 'no-rate', '400.00'],
      ['8', 9, 'no-rate', '400.00'],
      ['Total', 14, 'total-row', '4980.00'],
    ])
    expect(control).toMatchObject({ lines: { read: 13, used: 9, excluded: 4 }, entered: [{ difference: '0.00' }] })
    for (const sums of control['amounts'] as Record<string, string>[]) expect(sums['check']).toBe('0.00')
    expect(bridge[0]!['opening']).toBe('2380.00')
    for (const said of ['row 3 (USD 1,300.00) runs while row 2', '`ACME` and `acme` look alike', '`0042` and `42`']) {
      expect(err).toContain(said)
    }
  })
})

test('scores kept by salus snapshot, in a folder, say what measures scored here say', async () => {
  // The last scores on or before the opening and the closing count, so that four of 42 days prove as much.
  const [header, ...rows] = readFileSync(sample.snapshots, 'utf8').trimEnd().split('\n')
  const own = rows.filter((row) => /^(2024-05-31|2024-06-30|2025-05-31|2025-06-30),/.test(row))
  const { dir, 'days.csv': data } = folder({ 'days.csv': [header, ...own].join('\n') })
  const kept = `${dir}/kept`
  const keep = ['snapshot', '--model', sample.model, '--data', data, '--date-column', 'snapshot_date']
  expect((await salus([...keep, '--to', kept])).code).toBe(0)
  const [fresh, stored] = [await answer(sample), await answer({ snapshots: kept })]
  expect(stored.byBand).toEqual(fresh.byBand)
  expect(stored.coverage).toEqual(fresh.coverage)
})

describe('what is left open', () => {
  test('differences are warnings, and errors where none may be', async () => {
    expect((await salus(args())).code).toBe(0)
    const strict = await salus(args({}, ['--strict']))
    expect(strict.code).toBe(1)
    expect(strict.err).toContain('7 differences between CRM and ledger are open')
  })

  test('without scores in time nothing is said by band', async () => {
    const { byBand, findings } = await answer(sample, ['--from', '2021-12-31'])
    expect(byBand).toBeNull()
    expect(findings.flatMap((one) => one.findings.map(({ slug }) => slug))).toContain('scores-too-late')
  })
})

describe('called wrongly', () => {
  test.each([
    [['--from', '2025-13-01'], '--from takes a date'],
    [['--from', '2025-06-30'], 'is not before'],
    [['--tolerance', 'none'], '--tolerance takes an amount'],
    [['--rate', 'mean'], '--rate is one of closing, opening, reported'],
    [['--out', 'report.docx'], '--out takes a file that ends in'],
    [['--drill', 'rounding'], '--drill takes one of'],
    [['--drill', '2023-01/churn'], 'is of no month of the period'],
  ])('%s: exit 2 and one sentence', async (more, said) => {
    const { code, out, err } = await salus(args({}, more))
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(said)
  })

  test('a ledger that is none, and measures without a model', async () => {
    expect((await salus(args({ ledger: 'samples/fx.csv' }))).code).toBe(2)
    const { code, err } = await salus(args({ snapshots: sample.snapshots }))
    expect(code).toBe(2)
    expect(err).toContain('add --model')
  })
})

function cents(decimal: string): number {
  return Math.round(Number(decimal) * 100)
}
