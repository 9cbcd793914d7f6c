import { describe, expect, test } from 'vitest'
import { scoreAccount } from '../../src/engine/account.ts'
import { evaluate, type EvaluateOptions } from '../../src/engine/evaluate.ts'
import { portfolioFigures } from '../../src/engine/portfolio.ts'
import { findSegment } from '../../src/engine/segments.ts'
import type { Expression } from '../../src/model/expression.ts'
import type { Measure } from '../../src/model/group.ts'
import type { Model, PortfolioFigure } from '../../src/model/model.ts'
import type { Row } from '../../src/model/columns.ts'
import {
  chain,
  choices,
  compare,
  computed,
  condition,
  group,
  input,
  measure,
  model,
  number,
  of,
  raw,
  segment,
  text,
  weight,
  whole,
} from './build.ts'

const given = (name: string, parts: Partial<Measure> = {}) =>
  measure(name, { kind: 'points', formula: raw(of(name)), span: null }, { value: null, ...parts })
const INPUTS = [
  input('a'),
  input('b'),
  input('acv', { type: 'money', currency: 'EUR' }),
  input('kind', { type: 'text' }),
]
const isKind = (kind: string) => condition(compare(of('kind'), '=', text(kind)))

describe('which segment', () => {
  const segmented = model({
    inputs: INPUTS,
    appliesWhen: condition(compare(of('b'), '>', number(0))),
    segments: [
      segment('digital', whole([given('a')]), { label: 'Digital Team', when: isKind('digital') }),
      segment('large', whole([given('b')]), { when: condition(compare(of('a'), '>', number(5))) }),
    ],
  })
  const put = (row: Row, options: Partial<EvaluateOptions> = {}) =>
    evaluate(segmented, { b: 1, ...row }, { asOf: null, ...options })
  test('the first whose condition holds', () => {
    expect(put({ kind: 'DIGITAL', a: 9 })).toMatchObject({ segment: 'digital', score: 9 })
    expect(put({ kind: 'x', a: 9 })).toMatchObject({ segment: 'large', score: 1 })
  })
  test('none: no score, and it says so', () => {
    const found = put({ a: 1 })
    expect(found).toMatchObject({ segment: null, score: null, dimensions: [], measures: [], modifiers: [] })
    expect(found.noScoreBecause).toBe('no segment applies to this account')
  })
  test('named from outside by name or label, whatever the conditions of segments say', () => {
    expect(put({ a: 3 }, { segment: ' digital team ' })).toMatchObject({ segment: 'digital', score: 3 })
    expect(put({ a: 3 }, { segment: 'LARGE' }).segment).toBe('large')
    expect(findSegment(segmented, 'small')).toBeNull()
    expect(put({ a: 3 }, { segment: 'small' }).noScoreBecause).toBe('there is no segment "small"')
  })
  test('the condition of the model holds for a named segment too', () => {
    expect(put({ a: 3, b: 0 }, { segment: 'large' }).noScoreBecause).toBe('the model does not apply to this account')
  })
})

describe('references', () => {
  const reference = (
    kind: 'points of' | 'score of' | 'band of',
    path: string,
    other: string | null = null,
  ): Expression => ({
    kind,
    path,
    model: other,
  })
  const points = (expression: Expression) => ({ kind: 'points', formula: computed(expression), span: null }) as const
  test('to points and scores, before or after where they are written', () => {
    const one = model({
      inputs: INPUTS,
      root: whole([
        measure('late', points(reference('score of', 'group')), { value: null }),
        group('group', [given('a'), measure('same', points(reference('points of', 'group.a')), { value: null })]),
      ]),
      results: [
        { name: 'whole', label: '', doc: null, formula: computed(reference('score of', '')), span: null },
        {
          name: 'rung',
          label: '',
          doc: null,
          formula: computed(reference('band of', 'group'), null, 'band'),
          span: null,
        },
      ],
    })
    const found = evaluate(one, { a: 7 }, { asOf: null })
    expect(found).toMatchObject({ score: 7, results: { whole: 7, rung: 'healthy' } })
  })
  test('to what is off, below what is off, or unknown are missing', () => {
    const one = model({
      inputs: INPUTS,
      root: whole([
        group('group', [given('a')], { off: true }),
        measure('x', points(reference('points of', 'group.a')), { value: null }),
        measure('y', points(reference('score of', 'group')), { value: null }),
        measure('z', points(reference('score of', 'nowhere')), { value: null }),
      ]),
    })
    expect(evaluate(one, { a: 7 }, { asOf: null }).measures.map((each) => each.state)).toEqual(Array(3).fill('missing'))
  })
  test('bands compare with rungs', () => {
    const isPoor = compare(reference('band of', 'a'), '=', { kind: 'band', name: 'poor', rank: 0 })
    const one = model({
      inputs: INPUTS,
      root: whole([given('a')]),
      indicators: [
        { kind: 'risk', label: 'Poor', when: condition(isPoor), because: null, action: null, doc: null, span: null },
      ],
    })
    expect(evaluate(one, { a: 1 }, { asOf: null }).indicators).toEqual([{ kind: 'risk', label: 'Poor' }])
    expect(evaluate(one, { a: 9 }, { asOf: null }).indicators).toEqual([])
    expect(evaluate(one, {}, { asOf: null }).indicators).toEqual([])
  })
  test('to another model, scored from the same row', () => {
    const other = model({ name: 'other', inputs: [input('b')], root: whole([group('g', [given('b')])]) })
    const one = model({
      inputs: INPUTS,
      uses: [{ name: 'support', model: other }],
      root: whole([
        given('a'),
        measure('support', points(reference('score of', '', 'support')), { value: null }),
        measure('part', points(reference('points of', 'g.b', 'support')), { value: null, weight: weight(0) }),
      ]),
    })
    expect(evaluate(one, { a: 2, b: 8 }, { asOf: null })).toMatchObject({
      score: 5,
      measures: [{}, { points: 8 }, { points: 8 }],
    })
    expect(evaluate(one, { a: 2 }, { asOf: null })).toMatchObject({ score: 2, coverage: 0.5 })
  })
  test('what needs itself stops at once: the compiler should have refused it', () => {
    const circular = model({ root: whole([measure('a', points(reference('points of', 'a')), { value: null })]) })
    expect(() => evaluate(circular, {}, { asOf: null })).toThrow(/needs itself/)
  })
  test('a let can be given in place of its formula', () => {
    const lets = [{ name: 'double', label: '', doc: null, span: null, formula: computed(number(3)) }]
    const one = model({
      lets,
      root: whole([measure('double', points({ kind: 'let', name: 'double' }), { value: null })]),
    })
    expect(evaluate(one, {}, { asOf: null }).score).toBe(3)
    expect(evaluate(one, {}, { asOf: null, given: { double: 4 } }).score).toBe(4)
    expect(evaluate(one, {}, { asOf: null, given: { double: null } }).score).toBeNull()
  })
})

describe('the nearest change', () => {
  const bands = chain('poor', ['<', 50, 'concerning'], ['<=', 80, 'healthy'])
  const nearest = (
    children: Parameters<typeof whole>[0],
    row: Row,
    inputs = [...INPUTS, input('n', { whole: true })],
  ) => evaluate(model({ inputs, root: whole(children) }), row, { asOf: null }).nearest
  test('of two that are enough, the smaller beside its value', () => {
    const children = [measure('a', bands), measure('b', bands)]
    // Either to (5 + 5) / 2 or to (0 + 10) / 2: from 10 to 50 is four fifths of 50, from 60 to 80.01 a quarter.
    expect(nearest(children, { a: 10, b: 60 })).toMatchObject({ measure: 'b', from: '60', to: '80.01', score: 5 })
    expect(nearest(children, { a: 45, b: 60 })).toMatchObject({ measure: 'a', from: '45', to: '50', score: 5 })
  })
  test('just beyond an edge that belongs to the other side', () => {
    expect(nearest([measure('a', bands)], { a: 80 })).toMatchObject({ to: '80.01', band: 'healthy' })
    expect(nearest([measure('n', bands)], { n: 80 })).toMatchObject({ to: '81' })
  })
  test('along a line, to the first value that is enough', () => {
    const line = {
      kind: 'line',
      knots: [0, 100].map((at) => ({ at, before: at / 10, after: at / 10, owner: 'above' as const, text: `${at}` })),
      below: { kind: 'hold' },
      above: { kind: 'hold' },
      span: null,
    } as const
    // A third of 10 is reached at 33.34 in hundredths.
    expect(nearest([measure('a', line)], { a: 10 })).toMatchObject({ from: '10', to: '33.34', band: 'concerning' })
  })
  test('of a choice', () => {
    const value = raw(of('kind'), null, 'text')
    const children = [measure('kind', choices({ poor: ['x'], healthy: ['y', 'z'] }), { value })]
    expect(nearest(children, { kind: 'X' })).toMatchObject({ from: 'X', to: 'y', band: 'healthy' })
  })
  test('none where nothing lifts it, or it is the best', () => {
    expect(nearest([given('a')], { a: 1 })).toBeNull()
    expect(nearest([measure('a', bands)], { a: 90 })).toBeNull()
    expect(nearest([measure('a', bands)], {})).toBeNull()
  })
  test('stays within the bounds of the input', () => {
    const bounded = [input('a', { high: 60 }), input('b')]
    expect(nearest([measure('a', bands)], { a: 55 }, bounded)).toBeNull()
  })
})

describe('figures over the portfolio', () => {
  const figure = (parts: Partial<PortfolioFigure> & Pick<PortfolioFigure, 'figure'>): PortfolioFigure => ({
    name: 'f',
    label: 'F',
    weightedBy: null,
    where: null,
    span: null,
    ...parts,
  })
  const rows: readonly Row[] = [
    { a: 9, acv: 100 },
    { a: 1, acv: 300 },
    { a: 8 },
    { acv: 50 },
    { a: 5, acv: 600, kind: 'trial' },
  ]
  const over = (portfolio: PortfolioFigure) => {
    const one: Model = model({ inputs: INPUTS, root: whole([given('a')]), portfolio: [portfolio] })
    return portfolioFigures(
      one,
      rows.map((row) => scoreAccount(one, row, { asOf: null })),
    )[0]
  }
  test('a share of accounts, with its denominator and who was left out', () => {
    expect(over(figure({ figure: { kind: 'share', bands: ['healthy'] } }))).toMatchObject({
      value: 0.5,
      numerator: 2,
      denominator: 4,
      accounts: 4,
      leftOut: 1,
    })
  })
  test('a share of an input leaves out accounts without it', () => {
    expect(over(figure({ figure: { kind: 'share', bands: ['healthy'] }, weightedBy: 'acv' }))).toMatchObject({
      value: 0.1,
      numerator: 100,
      denominator: 1000,
      leftOut: 2,
    })
  })
  test('a mean and an index, of some accounts', () => {
    const where = condition({ kind: 'is missing', of: of('kind') })
    expect(over(figure({ figure: { kind: 'mean', of: raw(of('a')) }, where }))).toMatchObject({ value: 6, leftOut: 1 })
    const points = [
      { band: 'healthy', points: 1 },
      { band: 'poor', points: -1 },
    ]
    expect(over(figure({ figure: { kind: 'index', points } }))).toMatchObject({
      numerator: 1,
      denominator: 3,
      leftOut: 2,
    })
  })
  test('of nothing has no value', () => {
    const where = condition({ kind: 'yes/no', value: false })
    expect(over(figure({ figure: { kind: 'share', bands: ['poor'] }, where }))).toMatchObject({
      value: null,
      denominator: 0,
    })
  })
})
