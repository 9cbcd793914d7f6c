import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { Expression } from '../../src/model/expression.ts'
import {
  compare,
  computed,
  evenBanding,
  group,
  input,
  measure,
  model,
  number,
  of,
  raw,
  weight,
  whole,
} from './build.ts'

/** A measure whose points are an input as it stands. */
const given = (name: string, share: number) =>
  measure(name, { kind: 'points', formula: raw(of(name)), span: null }, { value: null, weight: weight(share) })

describe('vitally', () => {
  const half = model({
    inputs: [input('usage'), input('support')],
    root: whole([given('usage', 0.5), given('support', 0.5)]),
  })
  test('7.5 and 9.0 at half each are 8.25, shown as 8.3', () => {
    expect(evaluate(half, { usage: 7.5, support: 9 }, { asOf: null })).toMatchObject({ score: 8.25, shown: '8.3' })
  })
  const four = model({
    inputs: ['a', 'b', 'c', 'd'].map((name) => input(name)),
    root: whole([given('a', 0.2), given('b', 0.4), given('c', 0.2), given('d', 0.2)]),
  })
  test('7.5, 9.0, 5.0 and 5.0 at 20, 40, 20 and 20 percent are 7.1', () => {
    // 1.5 + 3.6 + 1 + 1
    expect(evaluate(four, { a: 7.5, b: 9, c: 5, d: 5 }, { asOf: null })).toMatchObject({ score: 7.1, shown: '7.1' })
  })
})

describe('PostHog, the newest model', () => {
  const { divide, times, plus, least } = {
    divide: (left: Expression, right: Expression): Expression => ({ kind: 'arithmetic', operator: '/', left, right }),
    times: (left: Expression, right: Expression): Expression => ({ kind: 'arithmetic', operator: '*', left, right }),
    plus: (left: Expression, right: Expression): Expression => ({ kind: 'arithmetic', operator: '+', left, right }),
    least: (...parts: readonly Expression[]): Expression => ({ kind: 'min', of: parts }),
  }
  /** Missing without a baseline, 0 without activity, else current / baseline / 0.85 up to 1; on a scale of 10. */
  const engagement = (name: string, share: number) =>
    measure(
      name,
      {
        kind: 'points',
        formula: computed(
          times(number(10), least(divide(divide(of(`${name}_now`), of(`${name}_before`)), number(0.85)), number(1))),
        ),
        span: null,
      },
      { value: null, weight: weight(share) },
    )
  /** 0 without any, else share × (1 + count / enough, up to 1). */
  const extra = (name: string, share: number, enough: number): Expression => ({
    kind: 'if',
    when: compare(of(name), '>', number(0)),
    then: times(number(share), plus(number(1), least(divide(of(name), number(enough)), number(1)))),
    else: number(0),
  })
  const active = (name: string, share: number): Expression => ({
    kind: 'if',
    when: { kind: 'is missing', of: of(`${name}_before`) },
    then: number(0),
    else: number(share),
  })
  const products = { analytics: 3, replay: 2, surveys: 1 }
  const stickiness = times(
    number(10),
    least(
      divide(
        [
          ...Object.entries(products).map(([name, share]) => active(name, share)),
          extra('flags', 2, 20),
          extra('warehouse', 3, 10),
          extra('destinations', 3, 5),
        ].reduce(plus),
        number(12),
      ),
      number(1),
    ),
  )
  const customer = model({
    inputs: [
      ...Object.keys(products).flatMap((name) => [input(`${name}_now`), input(`${name}_before`)]),
      ...['flags', 'warehouse', 'destinations'].map((name) => input(name)),
    ],
    root: whole([
      group(
        'engagement',
        Object.entries(products).map(([name, share]) => engagement(name, share)),
        { weight: { value: 0.615, integer: 615, text: null, span: null } },
      ),
      measure(
        'stickiness',
        { kind: 'points', formula: computed(stickiness), span: null },
        { value: null, weight: { value: 0.385, integer: 385, text: null, span: null } },
      ),
    ]),
  })
  test('the worked example is 7.195', () => {
    // Analytics 12 / 15 / 0.85 = 0.9412, Replay 0 / 4 = 0, Surveys without a baseline is missing:
    // engagement 10 × (3 × 0.9412 + 2 × 0) / 5 = 5.647. Stickiness 10 × (5 + 2 × 1.5 + 3 × 1.2) / 12 = 9.667.
    // 0.615 × 5.647 + 0.385 × 9.667 = 7.195.
    const row = {
      analytics_now: 12,
      analytics_before: 15,
      replay_now: 0,
      replay_before: 4,
      surveys_now: 3,
      flags: 10,
      warehouse: 0,
      destinations: 1,
    }
    const found = evaluate(customer, row, { asOf: null })
    expect(found.dimensions[0]?.score).toBeCloseTo(5.647, 3)
    expect(found.dimensions[0]?.measures.map((one) => one.state)).toEqual(['scored', 'scored', 'missing'])
    expect(found.measures[0]?.points).toBeCloseTo(9.667, 3)
    expect(found.score).toBeCloseTo(7.195, 3)
    expect(found.shown).toBe('7.2')
  })
})

test('bands cut evenly: an edge belongs to the better band', () => {
  const thirds = model({ inputs: [input('a')], root: whole([given('a', 1)]) })
  const bandAt = (a: number) => evaluate(thirds, { a }, { asOf: null }).band
  // 10 / 3 as the mean of whole points: three tenths of a point more or less decide, a rounding error does not.
  expect([3.33, 10 / 3, 10 / 3 - 1e-9, 6.66, 20 / 3, 10].map(bandAt)).toEqual([
    'poor',
    'concerning',
    'concerning',
    'concerning',
    'healthy',
    'healthy',
  ])
})

test('where higher is worse, the worst band has the highest numbers, and losses count upwards', () => {
  const risk = model({
    inputs: [input('a'), input('b')],
    root: whole(
      [given('a', 0.5), given('b', 0.5)].map((one) => ({ ...one, best: 0 })),
      {
        scale: { low: 0, high: 10, decimals: 1, higherIsWorse: true, clamp: true, guard: 1e-8 },
        banding: evenBanding(0, 10, ['healthy', 'concerning', 'poor']),
      },
    ),
  })
  const found = evaluate(risk, { a: 9, b: 2 }, { asOf: null })
  expect(found).toMatchObject({ score: 5.5, band: 'concerning', shortfall: 5.5 })
  expect(found.measures.map((one) => one.lost)).toEqual([4.5, 1])
})
