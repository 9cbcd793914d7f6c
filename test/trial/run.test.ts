import { describe, expect, test } from 'vitest'
import { runTests } from '../../src/engine/trial/run.ts'
import { sentence } from '../../src/findings/report.ts'
import type { Model } from '../../src/model/model.ts'
import type { Expectation, Literal, ModelTest } from '../../src/model/test.ts'
import * as build from '../engine/build.ts'

const count = { type: 'count', low: 0, whole: true } as const
const span = { file: 'm.salus', start: 10, end: 20 }

type Bare = Expectation extends infer E
  ? E extends unknown
    ? Omit<E, 'text' | 'span'> & { text?: string }
    : never
  : never

function model(given: Readonly<Record<string, Literal>>, ...expected: readonly Bare[]): Model {
  const tests: readonly ModelTest[] = [
    {
      name: 'five defects',
      segment: null,
      asOf: null,
      given: Object.entries(given).map(([name, value]) => ({ name, value })),
      expect: expected.map((one) => ({ text: '', ...one, span }) as Expectation),
      span: null,
    },
  ]
  const defects = build.measure('defects', build.chain('healthy', ['<', 2, 'concerning'], ['<', 5, 'poor']))
  const champion = build.measure('champion', build.choices({ poor: ['no'], healthy: ['yes'] }))
  return build.model({
    inputs: [build.input('defects', count), build.input('champion', { type: 'yes/no' }), build.input('mau', count), build.input('seats', count)],
    lets: [
      {
        name: 'share',
        label: 'Share',
        doc: null,
        formula: build.computed({ kind: 'arithmetic', operator: '/', left: build.of('mau'), right: build.of('seats') }),
        span: null,
      },
    ],
    root: build.whole([
      build.group('technical', [defects], { weight: build.weight(0.3) }),
      build.group('people', [champion], { weight: build.weight(0.7) }),
    ]),
    indicators: [
      { kind: 'risk', label: 'Low use', when: build.condition(build.compare({ kind: 'let', name: 'share' }, '<', build.number(0.4), 1e-9)), because: null, action: null, doc: null, span: null },
    ],
    results: [{ name: 'twice', label: 'Twice', formula: build.computed({ kind: 'arithmetic', operator: '*', left: build.of('defects'), right: build.number(2) }), doc: null, span: null }],
    tests,
  }) // prettier-ignore
}

const outcome = (one: Model) => runTests(one, { asOf: null }).tests[0]!
const said = (one: Model) => runTests(one, { asOf: null }).findings.map(sentence)

describe('what a test may expect', () => {
  // 5 defects are poor (0), a champion is healthy (10): 0 × 30% + 10 × 70% = 7.
  test.each<readonly [string, Bare, Bare]>([
    ['a band', { kind: 'band', of: 'technical.defects', band: 'poor' }, { kind: 'band', of: 'technical.defects', band: 'healthy' }],
    ['a band of a dimension', { kind: 'band', of: 'people', band: 'healthy' }, { kind: 'band', of: 'people', band: 'poor' }],
    ['points', { kind: 'number', of: 'technical.defects', value: 0, within: null }, { kind: 'number', of: 'technical.defects', value: 1e-7, within: null }],
    ['a score', { kind: 'number', of: '', value: 7, within: null }, { kind: 'number', of: '', value: 7.1, within: null }],
    ['a score within', { kind: 'number', of: '', value: 7.1, within: 0.1 }, { kind: 'number', of: '', value: 7.1, within: 0.05 }],
    ['a score as shown', { kind: 'shown', shown: '7.0' }, { kind: 'shown', shown: '7' }],
    ['a state', { kind: 'state', of: 'technical.defects', state: 'scored' }, { kind: 'state', of: 'technical.defects', state: 'missing' }],
    ['a segment', { kind: 'segment', name: 'default' }, { kind: 'segment', name: null }],
    ['coverage', { kind: 'coverage', value: 1, within: null }, { kind: 'coverage', value: 0.7, within: null }],
    ['coverage within', { kind: 'coverage', value: 0.9, within: 0.2 }, { kind: 'coverage', value: 0.9, within: 0.05 }],
    ['an indicator', { kind: 'indicator', label: 'low use', holds: true }, { kind: 'indicator', label: 'Low use', holds: false }],
    ['a result', { kind: 'result', name: 'twice', value: 10, within: null }, { kind: 'result', name: 'twice', value: 11, within: null }],
    ['a score at all', { kind: 'band', of: '', band: 'healthy' }, { kind: 'no score' }],
  ])('%s', (_, right, wrong) => {
    const given = { defects: 5, champion: true, share: 0.39 }
    expect(outcome(model(given, right)).failures).toEqual([])
    expect(outcome(model(given, wrong)).passed).toBe(false)
  }) // prettier-ignore

  test('no score', () => {
    expect(outcome(model({}, { kind: 'no score' })).passed).toBe(true)
  })
})

describe('a failure', () => {
  test('says what was expected and what came', () => {
    const failing = model({ defects: 5 }, { kind: 'band', of: 'technical.defects', band: 'concerning' })
    expect(said(failing)).toEqual(['test "five defects" expects technical.defects concerning but gets poor'])
    expect(runTests(failing, { asOf: null }).findings[0]).toMatchObject({ span, witness: { given: { defects: 5 } } })
  })

  test('of a measure shows the value on its chain', () => {
    const on = outcome(model({ defects: 5 }, { kind: 'band', of: 'technical.defects', band: 'healthy' }))
    expect(on.failures[0]!.details.slice(0, 2)).toEqual([
      'healthy < 2 <= concerning < 5 <= poor',
      '                            ^ 5',
    ])
    const inside = outcome(model({ defects: 1 }, { kind: 'band', of: 'technical.defects', band: 'poor' }))
    expect(inside.failures[0]!.details.slice(0, 2)).toEqual(['healthy < 2 <= concerning < 5 <= poor', '   ^ 1'])
  })

  test('of a score shows weight times points of every measure', () => {
    const failing = outcome(model({ defects: 5, champion: true }, { kind: 'number', of: '', value: 5, within: null }))
    expect(failing.failures[0]!.details).toEqual([
      'technical.defects = 5  poor     0 points × 30%   = 0',
      'people.champion = yes  healthy  10 points × 70%  = 7',
      'score 7',
    ])
  })

  test('tells a missing measure from one that does not exist', () => {
    expect(said(model({}, { kind: 'band', of: 'technical.defects', band: 'poor' }))).toEqual([
      'test "five defects" expects technical.defects poor but gets missing',
    ])
    expect(said(model({}, { kind: 'band', of: 'nowhere', band: 'poor' }))).toEqual([
      'test "five defects" expects nowhere poor but gets nothing of that name',
    ])
  })
})
