import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { Row } from '../../src/model/columns.ts'
import type { Measure } from '../../src/model/group.ts'
import type { Axis, Judge, LineJudge, RangesJudge } from '../../src/model/judge.ts'
import {
  amount,
  chain,
  choices,
  compare,
  computed,
  condition,
  input,
  line,
  measure,
  model,
  number,
  of,
  outcome,
  raw,
  whole,
} from './build.ts'

/** The one measure of a model, judged. */
function judged(judge: Judge, row: Row, parts: Partial<Measure> = {}) {
  const one = model({
    inputs: [input('x'), input('y'), input('flag', { type: 'yes/no' }), input('color', { type: 'text' })],
    root: whole([measure('x', judge, parts)]),
  })
  return evaluate(one, row, { asOf: null }).measures[0]!
}
const points = (judge: Judge, x: number | null, parts: Partial<Measure> = {}) => judged(judge, { x }, parts).points

describe('stretches', () => {
  const judge = chain('poor', ['<', 2, 'concerning'], ['<=', 4, 'healthy'])
  test.each<[number, string, string]>([
    [1.999_999_999_9, 'poor', 'poor < 2'],
    [2, 'concerning', '2 <= concerning <= 4'],
    [4, 'concerning', '2 <= concerning <= 4'],
    [4.000_000_000_1, 'healthy', 'healthy > 4'],
  ])('%d is %s', (x, band, threshold) => {
    expect(judged(judge, { x })).toMatchObject({ band, threshold, state: 'scored' })
  })
  test('a computed value meets an edge within its guard', () => {
    const guarded: RangesJudge = {
      ...judge,
      banding: { ...judge.banding, cuts: judge.banding.cuts.map((cut) => ({ ...cut, guard: 1e-9 * cut.at })) },
    }
    const value = computed({ kind: 'arithmetic', operator: '*', left: of('x'), right: number(1) })
    expect(judged(guarded, { x: 2 - 1e-9 }, { value }).band).toBe('concerning')
    expect(judged(guarded, { x: 2 - 1e-8 }, { value }).band).toBe('poor')
    expect(judged(guarded, { x: 4 + 1e-9 }, { value }).band).toBe('concerning')
  })
  test('a single value between two cuts of its own', () => {
    const onlyZero: RangesJudge = {
      ...judge,
      banding: {
        cuts: [
          { at: 0, owner: 'above', guard: 0, text: '0' },
          { at: 0, owner: 'below', guard: 0, text: '0' },
        ],
        outcomes: [outcome(null), outcome('poor'), outcome('healthy')],
      },
    }
    expect(judged(onlyZero, { x: 0 })).toMatchObject({ band: 'poor', threshold: 'poor = 0' })
    expect(judged(onlyZero, { x: 1 }).band).toBe('healthy')
    expect(judged(onlyZero, { x: -1 })).toMatchObject({ state: 'notApplicable', points: null, value: -1 })
  })
  test('points of a row win over those of the rung, and are banded where there is no band', () => {
    const own = chain('poor', ['<', 2, 'healthy'])
    const banding = { ...own.banding, outcomes: [outcome('poor', 2), outcome(null, 7)] }
    expect(judged({ ...own, banding }, { x: 1 })).toMatchObject({ band: 'poor', points: 2 })
    expect(judged({ ...own, banding }, { x: 3 })).toMatchObject({ band: 'healthy', points: 7 })
  })
  test('what no row claims counts as missing', () => {
    const open = { ...judge, banding: { ...judge.banding, outcomes: [null, outcome('poor'), outcome('healthy')] } }
    expect(judged(open, { x: 1 })).toMatchObject({ state: 'missing', points: null })
  })
})

describe('choices', () => {
  const judge = choices({ poor: ['no'], healthy: ['yes', 'Maybe so'] })
  test('yes and no', () => {
    const value = raw(of('flag'), null, 'yes/no')
    expect(judged(judge, { flag: true }, { value })).toMatchObject({ band: 'healthy', value: true, valueShown: 'yes' })
    expect(judged(judge, { flag: false }, { value })).toMatchObject({ band: 'poor', threshold: 'poor = no' })
  })
  test('texts, trimmed and without regard to case; the unknown is missing or otherwise', () => {
    const value = raw(of('color'), null, 'text')
    expect(judged(judge, { color: ' MAYBE SO ' }, { value }).band).toBe('healthy')
    expect(judged(judge, { color: 'blue' }, { value }).state).toBe('missing')
    const open = { ...judge, otherwise: outcome('concerning') }
    expect(judged(open, { color: 'blue' }, { value })).toMatchObject({
      band: 'concerning',
      threshold: 'otherwise concerning',
    })
    expect(judged(open, { color: ' ' }, { value }).state).toBe('missing')
  })
})

describe('lines', () => {
  const rising = line([
    [0, 0],
    [50, 5],
    [100, 10],
  ])
  test('straight between knots, held outside', () => {
    expect([-10, 0, 20, 50, 75, 100, 500].map((x) => points(rising, x))).toEqual([0, 0, 2, 5, 7.5, 10, 10])
  })
  test('falling, and banded by the score above', () => {
    const falling = line([
      [0, 10],
      [10, 0],
    ])
    expect(judged(falling, { x: 4 })).toMatchObject({ points: 6, band: 'concerning' })
  })
  const jump: LineJudge = {
    ...rising,
    knots: [
      { at: 0, before: 1, after: 2, owner: 'below', text: '0' },
      { at: 10, before: 4, after: 8, owner: 'above', text: '10' },
    ],
    below: { kind: 'points', points: -1 },
    above: { kind: 'unscored' },
  }
  test('at a jump the owner has the knot itself', () => {
    expect([-1, 0, 5, 10].map((x) => points(jump, x))).toEqual([-1, 1, 3, 8])
    expect(judged(jump, { x: 11 }).state).toBe('notApplicable')
  })
  test('hold keeps the side of the jump, extend continues the piece', () => {
    const held = { ...jump, below: { kind: 'hold' }, above: { kind: 'hold' } } as const
    expect([-1, 11].map((x) => points(held, x))).toEqual([1, 8])
    const extended = { ...jump, below: { kind: 'extend' }, above: { kind: 'extend' } } as const
    // Between the knots the line runs from 2 to 4 over 10.
    expect([-5, 15].map((x) => points(extended, x))).toEqual([1, 5])
    expect(points({ ...line([[3, 7]]), below: { kind: 'extend' } }, 0)).toBe(7)
  })
  test('a computed value is on a knot within 1e-9 of it', () => {
    const value = computed({ kind: 'arithmetic', operator: '*', left: of('x'), right: number(1) })
    expect(points(jump, 10 - 9e-9, { value })).toBe(8)
    expect(points(jump, 10 - 1e-8)).toBeCloseTo(4)
  })
})

describe('cases', () => {
  const when = (name: string, at: number) => condition(compare(of(name), '>', number(at)), `${name} > ${at}`)
  const judge: Judge = {
    kind: 'cases',
    hit: 'first',
    from: 0,
    cases: [
      {
        when: when('x', 10),
        result: { kind: 'band', band: 'healthy', points: null },
        because: 'many',
        action: 'ask',
        span: null,
      },
      {
        when: when('y', 0),
        result: { kind: 'points', formula: raw(of('y')) },
        because: null,
        action: null,
        span: null,
      },
      { when: when('x', 0), result: { kind: 'unscored' }, because: 'few', action: null, span: null },
    ],
    otherwise: null,
    span: null,
  }
  test('the first that holds decides, with its reason', () => {
    expect(judged(judge, { x: 11, y: 3 })).toMatchObject({
      band: 'healthy',
      points: 10,
      because: 'many',
      action: 'ask',
      threshold: 'x > 10',
    })
    expect(judged(judge, { x: 9, y: 3 })).toMatchObject({ points: 3, band: 'poor' })
    expect(judged(judge, { x: 9 })).toMatchObject({ state: 'notApplicable', because: 'few' })
  })
  test('none holds: otherwise, or missing', () => {
    expect(judged(judge, { x: -1 }).state).toBe('missing')
    const open: Judge = { ...judge, otherwise: { kind: 'band', band: 'poor', points: 3 } }
    expect(judged(open, {})).toMatchObject({ state: 'scored', band: 'poor', points: 3 })
  })
  test('all that hold are added up', () => {
    const all: Judge = {
      ...judge,
      hit: 'all',
      from: 2,
      cases: [
        {
          when: when('x', 0),
          result: { kind: 'points', formula: amount(3) },
          because: 'one',
          action: null,
          span: null,
        },
        {
          when: when('x', 5),
          result: { kind: 'points', formula: raw(of('y')) },
          because: 'two',
          action: null,
          span: null,
        },
      ],
    }
    expect(judged(all, { x: 1 })).toMatchObject({ points: 5, because: 'one' })
    expect(judged(all, { x: 6, y: -1 })).toMatchObject({ points: 4, because: 'one; two' })
    expect(judged(all, { x: 6 }).state).toBe('missing')
    expect(judged(all, {})).toMatchObject({ points: 2, state: 'scored' })
  })
})

describe('grids', () => {
  const range = (low: number | null, high: number | null): Axis['keys'][number] => ({
    kind: 'ranges',
    ranges: [{ low, lowIncluded: true, high, highIncluded: false, text: '', span: null }],
    text: `${low}..${high}`,
    span: null,
  })
  const down: Axis = {
    value: raw(of('color'), null, 'text'),
    keys: [
      { kind: 'otherwise', text: 'otherwise', span: null },
      { kind: 'values', values: ['red'], text: 'red', span: null },
    ],
  }
  const across: Axis = {
    value: raw(of('x')),
    keys: [range(null, 5), range(5, null), { kind: 'missing', text: 'missing', span: null }],
  }
  const judge: Judge = {
    kind: 'grid',
    down,
    across,
    cells: [
      [outcome('poor'), outcome('concerning'), outcome(null, 1)],
      [outcome('concerning'), outcome('healthy'), outcome(null)],
    ],
    span: null,
  }
  test('the first key that holds on each axis, otherwise last wherever it stands', () => {
    expect(judged(judge, { color: 'Red', x: 5 })).toMatchObject({ band: 'healthy', threshold: 'red, 5..null' })
    expect(judged(judge, { color: 'blue', x: 4.9 })).toMatchObject({ band: 'poor' })
  })
  test('missing is a key of its own, and never falls under otherwise', () => {
    expect(judged(judge, { color: 'blue' })).toMatchObject({ points: 1 })
    expect(judged(judge, { color: 'red' }).state).toBe('notApplicable')
    expect(judged(judge, { x: 3 }).state).toBe('missing')
  })
})

test('a formula yields the points, or none', () => {
  const judge: Judge = {
    kind: 'points',
    formula: computed({ kind: 'arithmetic', operator: '/', left: of('x'), right: of('y') }),
    span: null,
  }
  expect(judged(judge, { x: 15, y: 2 })).toMatchObject({ points: 7.5, band: 'healthy' })
  expect(judged(judge, { x: 15, y: 0 })).toMatchObject({ points: null, state: 'missing' })
})
