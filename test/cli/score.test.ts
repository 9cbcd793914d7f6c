import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, salus, salusProcess } from './run.ts'

const model = 'models/sourcegraph.salus'

/** Two accounts under the handbook's own labels. */
const handbook = [
  'Account,Account - TA Sentiment,Versions Behind,Last 90 Days Defect Tickets,Last 90 Days Question Tickets,Active Champion?,Access to Buyer?,Last month MAU / Seats,Last 4 Wk DAU / MAU,Segment,Airgapped,Onboarding',
  'Acme,Healthy,2,5,10,true,false,80%,.3,Enterprise,no,no',
  'Globex,N/A,0,2,4,,,49,0.1,Digital,no,no',
].join('\n')

interface Scored {
  readonly account: string
  readonly segment: string
  readonly score: number
  readonly shown: string
  readonly band: string
  readonly coverage: number
  readonly dimensions: readonly {
    name: string
    score: number | null
    state: string
    measures: readonly { name: string; points: number | null }[]
  }[]
}

async function scoreJson(...args: string[]): Promise<Scored[]> {
  const { 'accounts.csv': data } = folder({ 'accounts.csv': handbook })
  const { code, out, err } = await salus(['score', '--model', model, '--data', data, '--format', 'json', ...args])
  expect(err).not.toContain('error')
  expect(code).toBe(0)
  return JSON.parse(out) as Scored[]
}

describe('score --format json, the contract', () => {
  test('Digital, worked by hand', async () => {
    const [acme, globex] = await scoreJson('--segment', 'Digital')
    // Acme. Versions 2 is concerning (5), 5 defects poor (0), 10 questions poor (0): 5/3. MAU/Seats 80% healthy (10),
    // DAU/MAU .3 healthy (10): 10. (20 × 5/3 + 80 × 10) / 100 = 8.3333.
    expect(acme).toMatchObject({ account: 'Acme', segment: 'digital', shown: '8.3', band: 'healthy', coverage: 1 })
    expect(acme!.score).toBeCloseTo((20 * (5 / 3) + 80 * 10) / 100, 12)
    // Globex. Versions 0 healthy (10), 2 defects healthy (10), 4 questions concerning (5): 25/3. Utilization 0.
    expect(globex!.score).toBeCloseTo((20 * (25 / 3)) / 100, 12)
    expect(globex).toMatchObject({ shown: '1.7', band: 'poor' })
  })

  test('Default: 30 × 10, 15 × (10 + 0 + 5) / 3, 55 × 10', async () => {
    const [acme] = await scoreJson('--segment', 'Default')
    expect(acme!.score).toBeCloseTo((30 * 10 + 15 * 5 + 55 * 10) / 100, 12)
    expect(acme).toMatchObject({ segment: 'default', shown: '9.3', band: 'healthy' })
    const relationships = acme!.dimensions.find((dimension) => dimension.name === 'relationships')
    expect(relationships).toMatchObject({ score: 5, weight: 0, effectiveWeight: 0 })
  })

  test('Airgapped: sentiment 10 and relationships (10 + 0) / 2, half each', async () => {
    const [acme, globex] = await scoreJson('--segment', 'Airgapped')
    expect(acme).toMatchObject({ segment: 'airgapped', score: 7.5, shown: '7.5' })
    expect(acme!.dimensions.find((dimension) => dimension.name === 'technical')).toMatchObject({
      state: 'off',
      score: null,
    })
    expect(globex).toMatchObject({ score: null, shown: null, band: null })
  })

  test('Onboarding: 50 × 10, 20 × (0 + 0) / 2, 30 × 10', async () => {
    const [acme] = await scoreJson('--segment', 'Onboarding')
    expect(acme).toMatchObject({ segment: 'onboarding', score: 8, shown: '8.0', band: 'healthy' })
  })

  test('without --segment the data says which applies', async () => {
    expect((await scoreJson()).map((one) => one.segment)).toEqual(['default', 'digital'])
  })

  test('has every field of the contract', async () => {
    const [acme] = await scoreJson()
    expect(Object.keys(acme!)).toEqual(
      expect.arrayContaining([
        'account',
        'model',
        'segment',
        'score',
        'shown',
        'band',
        'coverage',
        'scoreBefore',
        'bandBefore',
        'results',
        'dimensions',
        'modifiers',
        'indicators',
      ]),
    )
    expect(Object.keys(acme!.dimensions[0]!)).toEqual(
      expect.arrayContaining([
        'name',
        'label',
        'state',
        'score',
        'band',
        'weight',
        'effectiveWeight',
        'dimensions',
        'measures',
      ]),
    )
    expect(Object.keys(acme!.dimensions[0]!.measures[0]!)).toEqual(
      expect.arrayContaining([
        'name',
        'label',
        'value',
        'state',
        'band',
        'points',
        'weight',
        'effectiveWeight',
        'contribution',
        'lost',
        'because',
      ]),
    )
  })
})

describe('score, as tables', () => {
  const sample = 'samples/accounts.csv'

  test('the kernels and the evaluator of single accounts agree on every number of the sample', async () => {
    const table = (await salus(['score', '--model', model, '--data', sample, '--measures'])).out.trim().split('\n')
    const header = table[0]!.split(',')
    const json = JSON.parse(
      (await salus(['score', '--model', model, '--data', sample, '--format', 'json'])).out,
    ) as Scored[]
    expect(table.length).toBe(json.length + 1)
    for (const [at, line] of table.slice(1).entries()) {
      const cells = Object.fromEntries(line.split(',').map((cell, column) => [header[column]!, cell]))
      const one = json[at]!
      expect(cells).toMatchObject({
        account: one.account,
        segment: one.segment,
        score: one.score === null ? '' : String(one.score),
        shown: one.shown ?? '',
        band: one.band ?? '',
      })
      for (const dimension of one.dimensions) {
        expect(cells[`${dimension.name}.score`]).toBe(dimension.score === null ? '' : String(dimension.score))
        for (const measure of dimension.measures) {
          const points = cells[`${dimension.name}.${measure.name}.points`]
          expect(points).toBe(measure.points === null ? '' : String(measure.points))
        }
      }
    }
  })

  test('points lost add up to the shortfall over the whole sample', () => {
    // More than a pipe holds at a time: what a process writes is read to its end.
    const json = JSON.parse(salusProcess(['score', '--model', model, '--data', sample, '--format', 'json']).out) as {
      shortfall: number | null
      dimensions: readonly { measures: readonly { lost: number | null }[] }[]
      modifiers: readonly { lost: number }[]
    }[]
    const scored = json.filter((one) => one.shortfall !== null)
    expect(scored.length).toBeGreaterThan(400)
    for (const { shortfall, dimensions, modifiers } of scored) {
      const lost = [...dimensions.flatMap((dimension) => dimension.measures), ...modifiers]
      expect(Math.abs(lost.reduce((sum, part) => sum + (part.lost ?? 0), 0) - shortfall!)).toBeLessThan(1e-9)
    }
  })

  test.each(['csv', 'json', 'ndjson', 'xlsx', 'parquet'])(
    '%s is written whole and can be read again',
    async (format) => {
      const { dir } = folder({})
      const out = join(dir, `scores.${format}`)
      expect(await salus(['score', '--model', model, '--data', sample, '--out', out])).toMatchObject({ code: 0 })
      expect(readdirSync(dir)).toEqual([`scores.${format}`])
      expect(readFileSync(out).length).toBeGreaterThan(1000)
    },
  )
})

describe('score, wrongly used', () => {
  const { 'accounts.csv': data, dir } = folder({ 'accounts.csv': handbook })
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['no model', ['score', '--data', data], /--model/],
    [
      'a model that is not there',
      ['score', '--model', 'nowhere.salus', '--data', data],
      /nowhere\.salus.*no such file/,
    ],
    ['data that is not there', ['score', '--model', model, '--data', 'nowhere.csv'], /nowhere\.csv.*does not exist/],
    [
      'a segment that is not',
      ['score', '--model', model, '--data', data, '--segment', 'Gold'],
      /no segment `Gold`; its segments are/,
    ],
    ['a format that is not', ['score', '--model', model, '--data', data, '--format', 'pdf'], /--format is one of/],
    [
      'a date that is not',
      ['score', '--model', model, '--data', data, '--as-of', '30.06.2025'],
      /--as-of takes a date/,
    ],
  ]
  test.each(cases)('%s: exit 2 and one sentence', async (_, args, said) => {
    const { code, out, err } = await salus(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(said)
    expect(err).not.toMatch(/at .*\.ts:\d+/)
  })

  test('an unknown command, as a process: exit 2 and the nearest', () => {
    const { code, out, err } = salusProcess(['scroe'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('score')
    expect(err).not.toMatch(/at .*\.ts:\d+/)
  })

  test('what cannot be written leaves nothing behind', async () => {
    const { code, err } = await salus([
      'score',
      '--model',
      model,
      '--data',
      data,
      '--out',
      join(dir, 'no/where/scores.csv'),
    ])
    expect(code).toBe(2)
    expect(err).toContain('folder does not exist')
    expect(existsSync(join(dir, 'no'))).toBe(false)
  })

  test('a model with errors scores nothing', async () => {
    const { 'broken.salus': broken } = folder({
      'broken.salus': 'model broken\ninputs { a count }\nmeasure b  poor < 5 <= healthy\n',
    })
    const { code, err } = await salus(['score', '--model', broken, '--data', data])
    expect(code).toBe(2)
    expect(err).toContain('unknown input `b`')
  })
})
