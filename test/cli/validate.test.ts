import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withTable } from '../../src/tables/node.ts'
import { call } from './call.ts'
import { folder } from './run.ts'

const book = Array.from({ length: 120 }, (_, at) => {
  const lost = at % 4 === 0 || (at < 40 && at % 2 === 0)
  return { account: `A${at}`, score: at, lost }
})

const files = folder({
  'scores.csv': [
    'account,score,band,snapshot_date',
    ...book.map(({ account, score }) => `${account},${score},${score < 40 ? 'red' : 'green'},2024-01-31`),
  ].join('\n'),
  'outcomes.csv': [
    'account,churn_date',
    ...book.filter(({ lost }) => lost).map(({ account }) => `${account},2024-02-15`),
  ].join('\n'),
  'undated.csv': ['account,churned', ...book.map(({ account, lost }) => `${account},${lost ? 'yes' : 'no'}`)].join(
    '\n',
  ),
  'words.csv': [
    'account,state',
    ...book.map(({ account, lost }) => `${account},${lost ? 'terminated' : 'signed'}`),
  ].join('\n'),
  'measures.csv': 'account,logins\nA1,3\n',
  'bad.csv': 'account,score,snapshot_date\nA1,high,2024-01-31\nA2,5,soon\nA3,7,2024-01-31\nA3,8,2024-01-31\n',
  'both.csv': 'account,churn_date\nA1,03/04/2024\nA2,05/06/2024\n',
})

describe('salus validate', () => {
  test('says in its first line whether the score predicts, and gives the bands', async () => {
    const { code, out } = await run('outcomes.csv', '--until', '2024-06-30')
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toMatch(/^The score /)
    expect(out).toContain('120 rows, one for each account known on 2024-01-31; a loss counts within 90 days after')
    expect(out).toMatch(/^red +\d+ +40 /m)
  })

  test('the same from answers, from other words, and in JSON', async () => {
    const answers = await json('undated.csv')
    const words = await json('words.csv', '--outcome', 'state=terminated')
    const dated = await json('outcomes.csv', '--until', '2024-06-30')
    expect(answers.auc).toBe(dated.auc)
    expect(words.auc).toBe(dated.auc)
    expect(answers.data.design).toBe('cross-section')
    expect(dated.data).toMatchObject({ design: 'landmarks', landmarks: ['2024-01-31'], horizonDays: 90 })
    const named = [
      'auc',
      'ci',
      'gini',
      'ks',
      'lift',
      'capture',
      'bandTrend',
      'wilson',
      'clopperPearson',
      'platt',
      'isotonic',
    ]
    const others = [
      'brier',
      'bss',
      'ece',
      'hosmerLemeshow',
      'psi',
      'kaplanMeier',
      'logRank',
      'leadTime',
      'leakChecks',
      'verdict',
    ]
    expect(Object.keys(dated)).toEqual(expect.arrayContaining([...named, ...others]))
  })

  test('a horizon and a day can be chosen', async () => {
    const week = await json('outcomes.csv', '--until', '2024-06-30', '--horizon', '1w')
    expect(week).toMatchObject({ events: 0, verdict: { kind: 'cannot be told' } })
  })

  test.each([
    [
      ['--scores', files['scores.csv']],
      'say what became of the accounts: --outcomes FILE, or --ledger FILE with --until DATE',
    ],
    [['--scores', files['scores.csv'], '--ledger', 'samples/ledger.csv'], '--ledger needs --until'],
    [
      ['--scores', files['scores.csv'], '--outcomes', files['outcomes.csv'], '--horizon', 'soon'],
      '--horizon is a time such as 90d, 3m or 1y; `soon` is none',
    ],
    [
      ['--scores', files['scores.csv'], '--outcomes', files['outcomes.csv'], '--until', '30.6.2024'],
      '--until takes a date like 2025-06-30; `30.6.2024` is none',
    ],
    [
      ['--scores', files['scores.csv'], '--outcomes', files['outcomes.csv'], '--outcome', 'left'],
      'has no column `left`',
    ],
    [
      ['--scores', files['measures.csv'], '--outcomes', files['outcomes.csv'], '--model', 'models/sourcegraph.salus'],
      'has no column `snapshot_date`',
    ],
    [['--scores', `${files.dir}/none.csv`, '--outcomes', files['outcomes.csv']], 'does not exist'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, err, out } = await call(['validate', ...args])
    expect(code).toBe(2)
    expect(err).toContain(sentence)
    expect(out).toBe('')
  })

  test('what cannot be read is named, and the rest is used', async () => {
    const { err } = await call([
      'validate',
      '--scores',
      files['bad.csv'],
      '--outcomes',
      files['both.csv'],
      '--until',
      '2024-12-31',
    ])
    expect(err).toContain('1 in `score` left out: `high` is no number')
    expect(err).toContain('1 in `snapshot_date` left out: `soon` is no date')
    expect(err).toContain('`A3` is scored twice on one date; 1 rows in all')
    expect(err).toContain('`03/04/2024` and its like may be day or month first; declare which')
  })

  test('the page, the workbook and the JSON say the same, and the same again', async () => {
    const paths = ['a.html', 'b.html', 'a.json', 'a.xlsx'].map((name) => join(files.dir, name))
    const out = paths.flatMap((path) => ['--out', path])
    const { out: printed } = await run('outcomes.csv', '--until', '2024-06-30', ...out)
    const [page, again, report] = paths.slice(0, 3).map((path) => readFileSync(path, 'utf8'))
    const { verdict, bands } = JSON.parse(report!)
    expect(printed.split('\n')[0]).toBe(verdict.sentence)
    expect(page).toContain(verdict.sentence)
    expect(page).not.toContain('<script')
    expect(page).toBe(again)
    const cells = await withTable(paths[3]!, [], async (table) => table.header, { sheet: 'Bands' })
    expect(cells.slice(0, 4)).toEqual(['Band', 'Lost', 'Of', 'Rate'])
    expect(bands.map(({ band }: { band: string }) => band)).toEqual(['red', 'green'])
  })

  test('a name that says no format is refused before anything is read', async () => {
    const { code, err } = await run('outcomes.csv', '--out', 'report.pdf')
    expect(code).toBe(2)
    expect(err).toContain('--out takes a file that ends in .html, .xlsx or .json; `report.pdf` does not')
  })

  test('scores that were kept are read from their folder, also split by what was carried along', async () => {
    const kept = folder({
      'kept.salus':
        'model kept version 1\ninputs {\n  account text "account" key\n  logins number "logins"\n}\nmissing skip\nscale 0 to 10\nbands even\ndimension usage weight 100% { measure logins poor < 40 <= concerning < 80 <= healthy }\n',
      'data.csv': [
        'account,logins,region',
        ...book.map(({ account, score }, at) => `${account},${score},${at % 2 ? 'EMEA' : 'APAC'}`),
      ].join('\n'),
    })
    const place = join(kept.dir, 'kept')
    const made = [
      '--model',
      kept['kept.salus'],
      '--data',
      kept['data.csv'],
      '--as-of',
      '2024-01-31',
      '--keep',
      'region',
    ]
    expect(await call(['snapshot', ...made, '--to', place])).toMatchObject({ code: 0 })
    const asked = ['--outcomes', files['outcomes.csv'], '--until', '2024-06-30', '--by', 'region', '--json']
    const { out } = await call(['validate', '--scores', place, ...asked])
    const report = JSON.parse(out)
    expect(report.data).toMatchObject({ scores: 120, landmarks: ['2024-01-31'] })
    expect(report.segments.map(({ segment, n }: { segment: string; n: number }) => [segment, n])).toEqual([
      ['APAC', 60],
      ['EMEA', 60],
    ])
    expect(report.alone.map(({ path }: { path: string }) => path)).toEqual(['usage', 'usage.logins'])
  })

  test('measures without a model are no scores', async () => {
    const { code, err } = await call([
      'validate',
      '--scores',
      files['measures.csv'],
      '--outcomes',
      files['outcomes.csv'],
    ])
    expect(code).toBe(1)
    expect(err).toContain('the table of scores has no column for `score`')
  })
})

function run(outcomes: keyof typeof files, ...more: readonly string[]) {
  return call(['validate', '--scores', files['scores.csv'], '--outcomes', files[outcomes], ...more])
}

async function json(outcomes: keyof typeof files, ...more: readonly string[]) {
  return JSON.parse((await run(outcomes, ...more, '--json')).out)
}
