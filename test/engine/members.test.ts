import { describe, expect, test } from 'vitest'
import { evaluate, type EvaluateOptions } from '../../src/engine/evaluate.ts'
import type { Row } from '../../src/model/columns.ts'
import type { Dimension, Measure, Member, Modifier } from '../../src/model/group.ts'
import {
  amount,
  compare,
  condition,
  evenBanding,
  group,
  input,
  measure,
  model,
  modifier,
  number,
  of,
  raw,
  text,
  weight,
  whole,
} from './build.ts'

const INPUTS = [
  ...['a', 'b', 'c', 'change'].map((name) => input(name)),
  input('seen', { type: 'date' }),
  input('until', { type: 'date' }),
  input('reason', { type: 'text' }),
  input('to', { type: 'text' }),
]

/** A measure whose points are the input of its name. */
const given = (name: string, parts: Partial<Measure> = {}) =>
  measure(name, { kind: 'points', formula: raw(of(name)), span: null }, { value: null, ...parts })

function scored(
  children: readonly Member[],
  row: Row,
  parts: Partial<Dimension> = {},
  options: Partial<EvaluateOptions> = {},
) {
  return evaluate(model({ inputs: INPUTS, root: whole(children, parts) }), row, { asOf: 100, ...options })
}
const sum = (name: string, children: readonly Member[], parts: Partial<Dimension['combine']> = {}) =>
  group(name, children, { combine: { operator: 'sum', from: 0, rescale: false, ...parts } })

describe('combining', () => {
  const three = [
    given('a', { weight: weight(0.2) }),
    given('b', { weight: weight(0.3) }),
    given('c', { weight: weight(0.5) }),
  ]
  const score = (operator: Dimension['combine']['operator'], row: Row, parts: Partial<Dimension['combine']> = {}) =>
    scored(three, row, { combine: { operator, from: 0, rescale: false, ...parts } }).score
  test('mean shares the weight of what is missing', () => {
    expect(score('mean', { a: 2, b: 4, c: 6 })).toBe(4.6)
    expect(score('mean', { a: 2, b: 4 })).toBe(3.2)
    expect(score('mean', {})).toBeNull()
  })
  test('sum multiplies by the weights, and what is missing adds nothing', () => {
    expect(score('sum', { a: 10, b: 10, c: 8 }, { from: 1 })).toBe(10)
    expect(score('sum', { a: 10, b: 10 }, { from: 1 })).toBe(6)
    expect(score('sum', {}, { from: 1 })).toBeNull()
  })
  test('a rescaled sum makes up for what is missing', () => {
    // 1 + (2 + 3) × 1 / 0.5, and 0.2 × 10 × 1 / 0.2
    expect(
      scored(three, { a: 10, b: 10 }, { combine: { operator: 'sum', from: 1, rescale: true }, scale: wide }).score,
    ).toBe(11)
    expect(score('sum', { a: 9 }, { rescale: true })).toBe(9)
  })
  test('min, max and product take what is there', () => {
    expect(score('min', { a: 2, b: 4 })).toBe(2)
    expect(score('max', { a: 2, b: 4 })).toBe(4)
    expect(score('product', { a: 2, b: 4 })).toBe(8)
  })
  test('weight 0 does not count, whatever combines', () => {
    for (const operator of ['mean', 'sum', 'min', 'max', 'product'] as const) {
      const children = [given('a'), given('b', { weight: weight(0) })]
      const combine = { operator, from: 0, rescale: false }
      expect(scored(children, { a: 3, b: 9 }, { combine }).score).toBe(3)
      expect(scored(children, { b: 9 }, { combine })).toMatchObject({ score: null, coverage: 0 })
    }
  })
})
const wide = { low: 0, high: 1000, decimals: 1, higherIsWorse: false, clamp: true, guard: 1e-6 }

describe('missing rules', () => {
  const rule = (missing: Measure['missing']) => scored([given('a', { missing }), given('b')], { b: 8 })
  test('skip: the others carry the weight, coverage falls', () => {
    expect(rule({ kind: 'skip' })).toMatchObject({ score: 8, coverage: 0.5 })
  })
  test('a band, its points; stated points: they count, and still there was no data', () => {
    const found = rule({ kind: 'band', band: 'poor', points: null })
    expect(found).toMatchObject({ score: 4, coverage: 0.5 })
    expect(found.measures[0]).toMatchObject({ state: 'missing', band: 'poor', points: 0, threshold: 'missing = poor' })
    expect(rule({ kind: 'points', points: 5 }).measures[0]).toMatchObject({ band: 'concerning', points: 5 })
  })
  test('withhold: no score, for it and for all above', () => {
    const found = scored([group('g', [given('a', { missing: { kind: 'withhold' } }), given('b')]), given('c')], {
      b: 8,
      c: 9,
    })
    expect(found).toMatchObject({
      score: null,
      band: null,
      noScoreBecause: 'a is missing, and there is no score without it',
    })
    expect(found.dimensions[0]).toMatchObject({ state: 'missing', score: null })
  })
  test('a measure of weight 0 withholds nothing', () => {
    const missing = { kind: 'withhold' } as const
    expect(scored([given('a', { missing, weight: weight(0) }), given('b')], { b: 8 }).score).toBe(8)
  })
  test('withheld below a coverage', () => {
    const found = scored([given('a'), given('b'), given('c')], { b: 8 }, { withholdBelow: 0.5 })
    expect(found).toMatchObject({ score: null, noScoreBecause: 'data covers 33.3% of the weight, less than 50%' })
    expect(scored([given('a'), given('b')], { b: 8 }, { withholdBelow: 0.5 }).score).toBe(8)
  })
})

describe('states', () => {
  test('off and not applicable are as if not written', () => {
    const appliesWhen = condition(compare(of('c'), '>', number(0)))
    const children = [given('a', { off: true }), given('b', { appliesWhen }), given('c')]
    const found = scored(children, { a: 1, b: 2, c: -0 })
    expect(found).toMatchObject({ score: 0, coverage: 1 })
    expect(found.measures.map((one) => one.state)).toEqual(['off', 'notApplicable', 'scored'])
  })
  test('a condition that is missing does not hold', () => {
    const appliesWhen = condition(compare(of('b'), '>', number(0)))
    expect(scored([given('a', { appliesWhen }), given('c')], { a: 1, c: 5 }).measures[0]?.state).toBe('notApplicable')
  })
  test('a dimension passes its state down, and is not applicable when all below it are off', () => {
    const found = scored(
      [group('g', [given('a')], { off: true }), group('h', [given('b', { off: true })]), given('c')],
      {
        a: 1,
        b: 2,
        c: 3,
      },
    )
    expect(found.dimensions).toMatchObject([
      { state: 'off', measures: [{ state: 'off', points: null }] },
      { state: 'notApplicable', coverage: null },
    ])
    expect(found).toMatchObject({ score: 3, coverage: 1 })
  })
  describe('stale', () => {
    const measured = (treat: 'flag' | 'missing', row: Row, asOf: number | null = 100) =>
      scored(
        [given('a', { stale: { after: 60, by: 'seen', treat } }), given('b')],
        { a: 4, b: 8, ...row },
        {},
        { asOf },
      )
    test('exactly as old as allowed is fresh, a day more is stale', () => {
      expect(measured('flag', { seen: 40 }).measures[0]?.state).toBe('scored')
      expect(measured('flag', { seen: 39 })).toMatchObject({ score: 6, coverage: 1 })
      expect(measured('flag', { seen: 39 }).measures[0]?.state).toBe('stale')
    })
    test('as missing takes the value away', () => {
      expect(measured('missing', { seen: 39 })).toMatchObject({ score: 8, coverage: 0.5 })
      expect(measured('missing', { seen: 39 }).measures[0]).toMatchObject({ state: 'stale', points: null })
    })
    test('without a date, its own or the scoring date, it is stale', () => {
      expect(measured('flag', {}).measures[0]?.state).toBe('stale')
      expect(measured('flag', { seen: 99 }, null).measures[0]?.state).toBe('stale')
    })
    test('only flagged, a value that is not there is missing', () => {
      expect(measured('flag', { a: null }).measures[0]?.state).toBe('missing')
    })
  })
})

describe('modifiers', () => {
  const after = (modifiers: readonly Modifier[], row: Row = {}, options: Partial<EvaluateOptions> = {}) =>
    scored([given('a')], { a: 6, ...row }, { modifiers }, options)
  test('apply in the written order', () => {
    const found = after([
      modifier('bonus', { amount: amount(2) }),
      modifier('multiply', { amount: amount(0.5) }),
      modifier('penalty', { amount: amount(1), because: 'late' }),
    ])
    expect(found).toMatchObject({ score: 3, shortfall: 7 })
    // The measure lost 4; 6 to 8 gives 2, 8 to 4 costs 4, 4 to 3 costs 1.
    expect(found.measures[0]?.lost).toBe(4)
    expect(found.modifiers).toMatchObject([
      { kind: 'bonus', of: '', before: 6, after: 8, lost: -2 },
      { kind: 'multiply', before: 8, after: 4, lost: 4 },
      { kind: 'penalty', before: 4, after: 3, lost: 1, because: 'late' },
    ])
  })
  test('cap and floor go toward the named side only', () => {
    expect(after([modifier('cap', { amount: amount(5) })]).score).toBe(5)
    expect(after([modifier('cap', { amount: amount(7) })]).score).toBe(6)
    expect(after([modifier('floor', { amount: amount(7) })]).score).toBe(7)
  })
  test('a missing amount, a condition that is not true, a day that is over: nothing', () => {
    const day = (value: number) => ({ ...amount(value), type: 'date' as const })
    expect(after([modifier('bonus', { amount: raw(of('change')) })]).score).toBe(6)
    expect(
      after([modifier('bonus', { amount: amount(1), when: condition(compare(of('b'), '>', number(0))) })]).score,
    ).toBe(6)
    expect(after([modifier('bonus', { amount: amount(1), until: day(99) })]).score).toBe(6)
    expect(after([modifier('bonus', { amount: amount(1), until: day(100) })]).score).toBe(7)
    expect(after([modifier('bonus', { amount: amount(1), until: raw(of('until'), null, 'date') })]).score).toBe(7)
    expect(after([modifier('bonus', { amount: amount(1), until: day(100) })], {}, { asOf: null }).score).toBe(6)
  })
  test('a required reason must be there', () => {
    const demanding = modifier('bonus', {
      amount: amount(1),
      becauseFrom: raw(of('reason'), null, 'text'),
      reasonRequired: true,
    })
    expect(after([demanding]).score).toBe(6)
    expect(after([demanding], { reason: ' ' }).score).toBe(6)
    expect(after([demanding], { reason: 'agreed' })).toMatchObject({ score: 7, modifiers: [{ because: 'agreed' }] })
  })
  test('the score is held inside its scale, as a row of its own', () => {
    const found = after([modifier('bonus', { amount: amount(7) })])
    expect(found.score).toBe(10)
    expect(found.modifiers[1]).toMatchObject({ kind: 'scale', before: 13, after: 10, lost: 3 })
  })
  test('a rounding before use above is a row of its own', () => {
    const round = { direction: 'nearest', places: 0, guard: 1e-8 } as const
    const found = scored([given('a', { round }), given('b')], { a: 2.5, b: 8 })
    expect(found.score).toBe(5.5)
    // The measure itself lost 7.5 of which half counts; rounding gave 0.5 back, half of it.
    expect(found.measures[0]?.lost).toBe(3.75)
    expect(found.modifiers).toMatchObject([{ kind: 'rounding', of: 'a', before: 2.5, after: 3, lost: -0.25 }])
  })
  test('points that a modifier changes are banded anew, by the dimension above', () => {
    const modifiers = [modifier('bonus', { amount: raw(of('change')) })]
    const children = [
      measure(
        'a',
        {
          kind: 'line',
          knots: [{ at: 0, before: 0, after: 0, owner: 'above', text: '0' }],
          below: { kind: 'hold' },
          above: { kind: 'hold' },
          span: null,
        },
        { modifiers },
      ),
    ]
    expect(scored(children, { a: 1, change: 5 }).measures[0]).toMatchObject({ points: 5, band: 'concerning' })
    expect(scored(children, { a: 1 }).measures[0]).toMatchObject({ points: 0, band: 'poor' })
  })
})

describe('overrides', () => {
  const to = (parts: Partial<Modifier>) => modifier('override', parts)
  const after = (modifiers: readonly Modifier[], row: Row = { a: 8 }, options: Partial<EvaluateOptions> = {}) =>
    scored([given('a')], row, { modifiers }, options)
  test('the calculated result is kept beside it', () => {
    expect(after([to({ amount: amount(2) })])).toMatchObject({
      score: 2,
      band: 'poor',
      scoreBefore: 8,
      bandBefore: 'healthy',
    })
  })
  test('of the band alone leaves the number; a later one replaces an earlier one', () => {
    expect(after([to({ band: 'poor' })])).toMatchObject({ score: 8, band: 'poor', bandBefore: 'healthy' })
    expect(after([to({ amount: amount(1), band: 'healthy' })])).toMatchObject({ score: 1, band: 'healthy' })
    expect(after([to({ band: 'poor' }), to({ amount: amount(5) })])).toMatchObject({ score: 5, band: 'concerning' })
  })
  test('gives a score where there was none', () => {
    const found = after([to({ amount: amount(4) })], {})
    expect(found).toMatchObject({ score: 4, scoreBefore: null, noScoreBecause: null, shortfall: 0 })
  })
  test('a band from a column is found by name or label; one that is no rung does nothing', () => {
    const fromColumn = [to({ bandFrom: raw(of('to'), null, 'text') })]
    expect(after(fromColumn, { a: 8, to: 'POOR' }).band).toBe('poor')
    expect(after(fromColumn, { a: 8, to: 'red' })).toMatchObject({ band: 'healthy', modifiers: [] })
  })
  test('is held inside the scale', () => {
    expect(after([to({ amount: amount(12) })]).score).toBe(10)
  })
  const row = {
    account: 'A',
    path: '',
    score: 3,
    band: null,
    reason: 'Sponsor left',
    author: 'Ann',
    date: 90,
    expiry: 100,
  }
  test('of a person come after those of the model, with reason, author and expiry', () => {
    const found = after([to({ amount: amount(2) })], { a: 8 }, { overrides: [row] })
    expect(found).toMatchObject({ score: 3, scoreBefore: 8 })
    expect(found.modifiers[1]).toMatchObject({
      kind: 'override',
      before: 2,
      after: 3,
      because: 'Sponsor left',
      author: 'Ann',
      until: '1970-04-11',
      lost: -1,
    })
  })
  test('of a person do not apply before their date or after their expiry', () => {
    expect(after([], { a: 8 }, { overrides: [row], asOf: 101 }).score).toBe(8)
    expect(after([], { a: 8 }, { overrides: [row], asOf: 89 }).score).toBe(8)
    expect(after([], { a: 8 }, { overrides: [row], asOf: null }).score).toBe(8)
    expect(after([], { a: 8 }, { overrides: [{ ...row, expiry: null }], asOf: null }).score).toBe(3)
  })
  test('of a part change the part, and the whole with it', () => {
    const found = scored(
      [given('a'), given('b')],
      { a: 8, b: 4 },
      {},
      { overrides: [{ ...row, path: 'b', score: 10 }] },
    )
    expect(found).toMatchObject({ score: 9, scoreBefore: 6 })
  })
  test('lift a score that is withheld', () => {
    const children = [given('a', { missing: { kind: 'withhold' } }), given('b')]
    expect(scored(children, { b: 8 }, {}, { overrides: [row] })).toMatchObject({ score: 3, noScoreBecause: null })
  })
})

describe('losses', () => {
  const lost = (operator: Dimension['combine']['operator'], row: Row) => {
    const found = scored([given('a'), given('b', { best: 5 })], row, {
      combine: { operator, from: 0, rescale: false },
      scale: wide,
    })
    return { shortfall: found.shortfall, lost: found.measures.map((one) => one.lost) }
  }
  test('under a mean each by its weight', () => {
    expect(lost('mean', { a: 4, b: 4 })).toEqual({ shortfall: 3.5, lost: [3, 0.5] })
  })
  test('under a sum each by its factor', () => {
    expect(lost('sum', { a: 4, b: 4 })).toEqual({ shortfall: 7, lost: [6, 1] })
  })
  test('under a min all at the deciding one', () => {
    expect(lost('min', { a: 3, b: 4 })).toEqual({ shortfall: 2, lost: [2, 0] })
    expect(lost('min', { a: 4, b: 3 })).toEqual({ shortfall: 2, lost: [0, 2] })
  })
  test('under a max at the one that could have done better', () => {
    expect(lost('max', { a: 3, b: 4 })).toEqual({ shortfall: 6, lost: [6, 0] })
    expect(lost('max', { a: 6, b: 4 })).toEqual({ shortfall: 4, lost: [4, 0] })
  })
  test('under a product step by step, in the written order', () => {
    // 10 × 5 at best; a costs (10 - 4) × 5, then b costs 4 × (5 - 3).
    expect(lost('product', { a: 4, b: 3 })).toEqual({ shortfall: 38, lost: [30, 8] })
  })
  test('a dimension hands on what it loses above, in proportion', () => {
    // sum of a and b: best 20, reached 9: 11 lost. Against c the min decides: best min(20, 10) = 10, so 1 is lost in all.
    const children = [sum('g', [given('a'), given('b')]), given('c')]
    const found = scored(children, { a: 4, b: 5, c: 9.5 }, { combine: { operator: 'min', from: 0, rescale: false } })
    expect(found.shortfall).toBe(1)
    expect(found.dimensions[0]?.lost).toBe(1)
    expect(found.dimensions[0]?.measures.map((one) => one.lost)).toEqual([(1 / 11) * 6, (1 / 11) * 5])
  })
})

test('whether bands judge the shown number is declared', () => {
  const banding = evenBanding(0, 10, ['poor', 'healthy'])
  const bandOf = (judgeShown: boolean) => scored([given('a')], { a: 4.96 }, { judgeShown, banding }).band
  expect([bandOf(false), bandOf(true)]).toEqual(['poor', 'healthy'])
})

test('text never slips in for a number', () => {
  expect(scored([given('a'), given('b')], { a: 'ten', b: 4 }).measures[0]?.state).toBe('missing')
  expect(
    scored([given('a', { appliesWhen: condition(compare(of('to'), '=', text('x'))) })], { a: 4, to: 7 }).score,
  ).toBeNull()
})
