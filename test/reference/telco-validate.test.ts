import { expect, test } from 'vitest'
import { folder, salus } from '../cli/run.ts'
import { dataFile } from './data.ts'
import { telco } from './telco.ts'

test('the toy score of telco predicts, with the figures that R gives', async () => {
  const rows = telco().map(({ account, score, band, arr }) => `${account},${score},${band},${(arr / 100).toFixed(2)}`)
  const files = folder({ 'scores.csv': ['account,score,band,arr', ...rows].join('\n') })
  const outcomes = dataFile('telco-ibm/telco_customer_churn.csv')
  const { code, out } = await salus(['validate', '--scores', files['scores.csv'], '--outcomes', outcomes, '--json'])
  expect(code).toBe(0)
  const report = JSON.parse(out)
  expect(report).toMatchObject({
    verdict: { kind: 'predicts' },
    predicts: true,
    data: { design: 'cross-section', rows: 7043 },
    n: 7043,
    events: 1869,
    sample: 'ordinary',
    ks: expect.closeTo(0.5163690412, 9),
    auc: expect.closeTo(0.8313556092, 9),
    ci: { low: expect.closeTo(0.8212273892, 9), high: expect.closeTo(0.8414838291, 9) },
    gini: expect.closeTo(0.6627112184, 9),
    lift: { red: expect.closeTo(1.9659050683, 9) },
    wilson: { red: { low: expect.closeTo(0.5030589269, 9), high: expect.closeTo(0.5402648523, 9) } },
    bandTrend: { chiSquare: expect.closeTo(1584.1529176074, 6), reversals: [] },
    arr: { total: '5473399.20', lost: '1669570.20' },
    platt: { intercept: expect.closeTo(1.0865796039, 9), slope: expect.closeTo(-0.0504394527, 9) },
    brier: expect.closeTo(0.1414218691, 7),
    ece: expect.closeTo(0.0184347645, 7),
    hosmerLemeshow: { chiSquare: expect.closeTo(75.7637142733, 5), freedom: 16 },
  })
  expect(report.bands.map(({ band, n, events }: Band) => [band, n, events])).toEqual([
    ['red', 2766, 1443],
    ['yellow', 1600, 303],
    ['green', 2677, 123],
  ])
  // Nothing proves that the score came first, and the report says so.
  expect(report.leakChecks).toContainEqual(expect.objectContaining({ check: 'dates', result: 'unknown' }))
})

interface Band {
  readonly band: string
  readonly n: number
  readonly events: number
}
