import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageFindings, coverageOf, type Tally } from '../../src/engine/trial/coverage.ts'
import { boundaryTests, generateBoundaryTests } from '../../src/engine/trial/generate.ts'
import { runTests } from '../../src/engine/trial/run.ts'
import { sentence } from '../../src/findings/report.ts'
import type { Expression } from '../../src/model/expression.ts'
import type { Model } from '../../src/model/model.ts'
import type { Expectation, Literal, ModelTest } from '../../src/model/test.ts'
import * as build from '../engine/build.ts'

const count = { type: 'count', low: 0, whole: true } as const
const NONE = { asOf: null }

/** A test that gives values and expects bands, states or points by path. */
function example(
  given: Readonly<Record<string, Literal>>,
  expected: Readonly<Record<string, string | number>>,
  segment: string | null = null,
): ModelTest {
  const bands = ['poor', 'concerning', 'healthy']
  return {
    name: 'example',
    segment,
    asOf: null,
    given: Object.entries(given).map(([name, value]) => ({ name, value })),
    expect: Object.entries(expected).map(([of, value]): Expectation => {
      const written = { text: `${of} ${value}`, span: null }
      if (typeof value === 'number') return { kind: 'number', of, value, within: null, ...written }
      if (bands.includes(value)) return { kind: 'band', of, band: value, ...written }
      return { kind: 'state', of, state: value === 'missing' ? 'missing' : 'scored', ...written }
    }),
    span: null,
  }
}

const defects = build.measure('defects', build.chain('healthy', ['<', 2, 'concerning'], ['<', 5, 'poor']))
const withTests = (tests: readonly ModelTest[]): Model =>
  build.model({ inputs: [build.input('defects', count)], root: build.whole([defects]), tests })

const open = ({ unreached }: Tally): readonly string[] => unreached.map((one) => one.what)

describe('coverage', () => {
  test('without tests nothing is reached: three stretches, two edges of three sides, one missing value', () => {
    const { cells, boundaries, missing, segments } = coverageOf(withTests([]), NONE)
    expect([cells.total, boundaries.total, missing.total, segments.total]).toEqual([3, 6, 1, 1])
    expect(open(cells)).toEqual(['`healthy < 2`', '`2 <= concerning < 5`', '`poor >= 5`'])
    expect(open(boundaries)).toEqual([
      'just below 2',
      'exactly 2',
      'just above 2',
      'just below 5',
      'exactly 5',
      'just above 5',
    ])
  })

  test('a value reaches its stretch and the sides of edges it stands on', () => {
    const { cells, boundaries, missing } = coverageOf(
      withTests([example({ defects: 4 }, { defects: 'concerning' }), example({ defects: 2 }, { '': 5 })]),
      NONE,
    )
    expect(open(cells)).toEqual(['`healthy < 2`', '`poor >= 5`'])
    expect(open(boundaries)).toEqual(['just below 2', 'just above 2', 'exactly 5', 'just above 5'])
    expect(missing.reached).toBe(0)
  })

  test('a value that no expectation speaks of is not tried, nor is what merely was not given', () => {
    const other = build.measure('tickets', build.chain('healthy', ['<', 9, 'poor']))
    const model = build.model({
      inputs: [build.input('defects', count), build.input('tickets', count)],
      root: build.whole([defects, other]),
      tests: [example({ defects: 3, tickets: 1 }, { tickets: 'healthy' }), example({ tickets: 9 }, { '': 0 })],
    })
    const { cells, missing } = coverageOf(model, NONE)
    expect(cells.unreached.map((one) => one.path)).toEqual(['defects', 'defects', 'defects'])
    expect(missing.reached).toBe(0)
  })

  test('missing is tried where it is given so and the score is expected, or where it is expected itself', () => {
    expect(coverageOf(withTests([example({ defects: null }, { '': 'missing' })]), NONE).missing.reached).toBe(1)
    expect(coverageOf(withTests([example({}, { defects: 'missing' })]), NONE).missing.reached).toBe(1)
  })

  test('a measure that segments share counts once; one that a segment changes counts again', () => {
    const looser = { ...defects, judge: build.chain('healthy', ['<', 9, 'poor']) }
    const isAir = build.condition(build.compare(build.of('air'), '=', build.number(1)))
    const model = (air: typeof defects): Model =>
      build.model({
        inputs: [build.input('defects', count), build.input('air')],
        segments: [
          build.segment('air', build.whole([air]), { when: isAir }),
          build.segment('default', build.whole([defects])),
        ],
        tests: [example({ defects: 1, air: 1 }, { defects: 'healthy' })],
      })
    expect(coverageOf(model(defects), NONE).cells).toMatchObject({ total: 3, reached: 1 })
    expect(coverageOf(model(looser), NONE).cells).toMatchObject({ total: 5, reached: 1 })
    expect(coverageOf(model(looser), NONE).segments).toMatchObject({ total: 2, reached: 1 })
  })

  test('what the domain cannot reach is not asked for', () => {
    const never = build.measure('defects', build.chain('poor', ['<', 0, 'concerning'], ['<', 5, 'healthy']))
    const model = build.model({ inputs: [build.input('defects', count)], root: build.whole([never]) })
    const { cells, boundaries } = coverageOf(model, NONE)
    expect(cells.total).toBe(2)
    expect(open(boundaries)).toEqual(['exactly 0', 'just above 0', 'just below 5', 'exactly 5', 'just above 5'])
  })

  test('the hints say it in a sentence', () => {
    const found = coverageFindings(coverageOf(withTests([example({ defects: 1 }, { defects: 'healthy' })]), NONE))
    expect(found.map(sentence).slice(0, 2)).toEqual([
      'no test reaches `defects` at `2 <= concerning < 5`',
      'no test reaches `defects` at `poor >= 5`',
    ])
    expect(found.every((one) => one.level === 'hint')).toBe(true)
  })
})

const edge = (at: number, text: string) => ({ at, owner: 'above', guard: 0, text }) as const

/** The values tried, by measure, in order. */
function tried(model: Model): readonly (readonly [number | string | boolean | null, string])[] {
  return boundaryTests(model).flatMap(({ cases }) =>
    cases.map(({ given, expected }) => [
      [...given.values()][0]!,
      expected.kind === 'band' ? expected.band : expected.kind === 'points' ? String(expected.points) : expected.kind,
    ]),
  )
}

describe('generated tests', () => {
  test('whole numbers step by one', () => {
    expect(tried(withTests([]))).toEqual([
      [1, 'healthy'],
      [2, 'concerning'],
      [3, 'concerning'],
      [4, 'concerning'],
      [5, 'poor'],
      [6, 'poor'],
      [null, 'missing'],
    ])
  })

  test('others step by the last written place, or a tenth of it between near edges', () => {
    const ratio = build.measure('r', {
      ...build.chain('poor', ['<', 0.2, 'concerning'], ['<', 0.3, 'healthy']),
      banding: {
        cuts: [edge(0.2, '0.2'), edge(0.3, '0.3')],
        outcomes: ['poor', 'concerning', 'healthy'].map((band) => build.outcome(band)),
      },
    })
    const percent = build.measure('p', {
      ...build.chain('poor', ['<', 0.5, 'healthy']),
      banding: { cuts: [edge(0.5, '50%')], outcomes: ['poor', 'healthy'].map((band) => build.outcome(band)) },
    })
    const model = build.model({
      inputs: [build.input('r', { type: 'ratio' }), build.input('p', { type: 'percent' })],
      root: build.whole([ratio, percent]),
    })
    expect(tried(model).map(([value]) => value)).toEqual([
      0.19,
      0.2,
      0.21,
      0.29,
      0.3,
      0.31,
      null,
      0.49,
      0.5,
      0.51,
      null,
    ])
  })

  test('choices, a line with its outside, cases and a grid', () => {
    const level = { kind: 'input', name: 'level' } as const
    const model = build.model({
      inputs: [
        build.input('plan', { type: 'choice', choices: ['Free', 'Team', 'Old'] }),
        build.input('use', { type: 'number' }),
        build.input('level', { type: 'number' }),
      ],
      root: build.whole([
        build.measure('plan', build.choices({ poor: ['Free'], healthy: ['Team'] }, build.outcome('concerning'))),
        build.measure('use', build.line([[0, 0], [10, 10]])), // prettier-ignore
        build.measure('level', {
          kind: 'cases',
          hit: 'first',
          from: 0,
          cases: [
            { when: build.condition(build.compare(level, '>', build.number(9))), result: { kind: 'band', band: 'poor', points: null }, because: null, action: null, span: null },
            { when: build.condition(build.compare(level, '>', build.number(5))), result: { kind: 'band', band: 'concerning', points: null }, because: null, action: null, span: null },
          ],
          otherwise: { kind: 'band', band: 'healthy', points: null },
          span: null,
        }, { value: null }),
      ]),
    }) // prettier-ignore
    const all = boundaryTests(model)
    expect(all.flatMap(({ unreached }) => unreached)).toEqual([])
    expect(tried(model).slice(0, 4)).toEqual([
      ['Free', 'poor'],
      ['Team', 'healthy'],
      ['Old', 'concerning'],
      [null, 'missing'],
    ])
    const [, use, level_] = all
    expect(use!.cases.map(({ given }) => given.get('use'))).toEqual([-1, 0, 1, 9, 10, 11, null])
    expect(use!.cases.map(({ expected }) => expected)).toEqual(
      [0, 0, 1, 9, 10, 10].map((points) => ({ kind: 'points', points }) as object).concat({ kind: 'missing' }),
    )
    expect(new Set(level_!.cases.map(({ expected }) => ('band' in expected ? expected.band : expected.kind)))).toEqual(
      new Set(['poor', 'concerning', 'healthy']),
    )
  })

  test('a measure over a `let` gives the let; one over a formula gives its inputs', () => {
    const share: Expression = { kind: 'arithmetic', operator: '/', left: build.of('mau'), right: build.of('seats') }
    const judge = build.chain('poor', ['<', 0.5, 'healthy'])
    const model = build.model({
      inputs: [build.input('mau', count), build.input('seats', count)],
      lets: [{ name: 'share', label: 'Share', doc: null, formula: build.computed(share, 'percent'), span: null }],
      root: build.whole([
        build.measure('share', judge, { value: build.computed({ kind: 'let', name: 'share' }, 'percent') }),
        build.measure('inline', judge, { value: build.computed(share, 'percent') }),
      ]),
    })
    const source = generateBoundaryTests(model)
    expect(source).toContain('case share 50% => share healthy')
    expect(source).toContain('case share missing => share missing')
    expect(source).toMatch(/case (?:mau 1, seats 2|mau 50, seats 100|seats 100, mau 50) => inline healthy/)
    expect(source).not.toContain('Not generated')
  })

  test('the text is a model’s own language', () => {
    expect(generateBoundaryTests(withTests([]))).toBe(
      [
        '// Generated from the model: every cell, every edge with both its sides, and every missing value of its measures.',
        '// These tests record what the model says, not what it ought to say. A person should read each line once.',
        '',
        'test "defects: boundaries" {',
        '  case defects 1 => defects healthy',
        '  case defects 2 => defects concerning',
        '  case defects 3 => defects concerning',
        '  case defects 4 => defects concerning',
        '  case defects 5 => defects poor',
        '  case defects 6 => defects poor',
        '  case defects missing => defects missing',
        '}',
        '',
      ].join('\n'),
    )
  })

  test('of any chain they reach everything, and they pass', () => {
    const chains = fc
      .uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 4 })
      .map((cuts) => cuts.toSorted((a, b) => a - b))
    const ladder = ['poor', 'concerning', 'healthy', 'poor', 'concerning']
    fc.assert(
      fc.property(
        chains,
        fc.boolean(),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (cuts, whole, owners) => {
          const rest = cuts.map((at, i) => [owners[i] === true ? '<' : '<=', at, ladder[i + 1]!] as const)
          const x = build.measure(
            'x',
            build.chain('poor', ...rest.map(([sign, at, band]) => [sign, at, band] as ['<' | '<=', number, string])),
          )
          const model = build.model({ inputs: [build.input('x', { whole })], root: build.whole([x]) })
          const tests = boundaryTests(model).flatMap(({ cases }) =>
            cases.map(({ given, expected }) =>
              example(Object.fromEntries(given), {
                x: expected.kind === 'band' ? expected.band : expected.kind === 'points' ? expected.points : 'missing',
              }),
            ),
          )
          const tested = build.model({ inputs: model.inputs, root: build.whole([x]), tests })
          const { cells, boundaries, missing } = coverageOf(tested, NONE)
          expect([...open(cells), ...open(boundaries), ...open(missing)]).toEqual([])
          expect(runTests(tested, NONE).findings).toEqual([])
        },
      ),
      { seed: 20_262 },
    )
  })
})
