import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { why } from '../../src/engine/why.ts'
import { explanationSchema } from '../../src/model/schema/explanation.ts'
import type { Row } from '../../src/model/columns.ts'
import { chain, choices, computed, group, input, measure, model, of, raw, weight, whole } from './build.ts'

/** Sourcegraph's Default model as published: Account Pulse 30%, Technical Health 15%, Relationships 0%, Utilization 55%. */
const handbook = model({
  inputs: [
    input('sentiment', { type: 'choice', choices: ['Poor', 'Concerning', 'Healthy'] }),
    input('versions_behind', { type: 'count', whole: true, low: 0 }),
    input('defects', { type: 'count', whole: true, low: 0 }),
    input('questions', { type: 'count', whole: true, low: 0 }),
    input('champion', { type: 'yes/no' }),
    input('mau', { type: 'count', whole: true, low: 0 }),
    input('seats', { type: 'count', whole: true, low: 0 }),
    input('dau_per_mau', { type: 'ratio', low: 0 }),
  ],
  lets: [
    {
      name: 'mau_per_seat',
      label: 'MAU / Seats',
      doc: null,
      formula: computed({ kind: 'arithmetic', operator: '/', left: of('mau'), right: of('seats') }, 'percent'),
      span: null,
    },
  ],
  root: whole([
    group(
      'pulse',
      [measure('sentiment', choices({ poor: ['Poor'], concerning: ['Concerning'], healthy: ['Healthy'] }))],
      {
        weight: weight(0.3),
      },
    ),
    group(
      'technical',
      [
        measure('versions_behind', chain('healthy', ['<=', 2, 'concerning'], ['<=', 4, 'poor'])),
        measure('defects', chain('healthy', ['<', 2, 'concerning'], ['<', 5, 'poor'])),
        measure('questions', chain('healthy', ['<', 10, 'concerning'], ['<', 15, 'poor'])),
      ],
      { weight: weight(0.15), label: 'Technical Health' },
    ),
    group('relationships', [measure('champion', choices({ poor: ['no'], healthy: ['yes'] }))], { weight: weight(0) }),
    group(
      'utilization',
      [
        measure('mau_per_seat', chain('poor', ['<', 0.5, 'concerning'], ['<', 0.8, 'healthy']), {
          label: 'Last month MAU / Seats',
          value: computed({ kind: 'let', name: 'mau_per_seat' }, 'percent'),
        }),
        measure('dau_per_mau', chain('poor', ['<', 0.2, 'concerning'], ['<', 0.3, 'healthy']), {
          value: raw({ kind: 'input', name: 'dau_per_mau' }, 'ratio'),
        }),
      ],
      { weight: weight(0.55), label: 'Utilization' },
    ),
  ]),
})

const account: Row = {
  sentiment: 'Concerning',
  versions_behind: 1,
  defects: 5,
  questions: 12,
  champion: false,
  mau: 41,
  seats: 100,
  dau_per_mau: 0.35,
}
const score = (changes: Row = {}) => evaluate(handbook, { ...account, ...changes }, { asOf: null })

describe('an account worked by hand', () => {
  // pulse 5; technical (10 + 0 + 5) / 3 = 5; utilization (0 + 10) / 2 = 5: 0.30 × 5 + 0.15 × 5 + 0.55 × 5 = 5.
  test('score, band and coverage', () => {
    expect(score()).toMatchObject({ score: 5, shown: '5.0', band: 'concerning', coverage: 1, segment: 'default' })
  })
  test('a dimension of weight 0 is computed and shown, not counted', () => {
    const relationships = score().dimensions[2]
    expect(relationships).toMatchObject({ score: 0, band: 'poor', effectiveWeight: 0, contribution: 0, lost: 0 })
    expect(score({ champion: true }).score).toBe(5)
  })
  test('what each measure carries, brings and costs', () => {
    // Utilization carries 0.55, each of its two measures 0.275; MAU / Seats is 10 short of its best: 2.75 lost.
    const utilization = score().dimensions[3]
    expect(utilization).toMatchObject({ contribution: 2.75, lost: 2.75 })
    expect(utilization?.measures[0]).toMatchObject({
      value: 0.41,
      valueShown: '41%',
      state: 'scored',
      band: 'poor',
      points: 0,
      effectiveWeight: 0.275,
      contribution: 0,
      lost: 2.75,
      threshold: 'poor < 0.5',
    })
    expect(score().shortfall).toBe(5)
  })
  test('the schema of the contract accepts it', () => {
    expect(explanationSchema.parse(score())).toEqual(score())
  })
})

describe('missing is not a value', () => {
  test('seats of 0 make the ratio missing: the rest of utilization carries its weight', () => {
    // technical 5, pulse 5, utilization 10: 0.45 × 5 + 0.55 × 10 = 7.75; half of utilization had data: 1 - 0.275.
    const found = score({ seats: 0 })
    expect(found).toMatchObject({ score: 7.75, shown: '7.8', coverage: 0.725 })
    expect(found.dimensions[3]?.measures).toMatchObject([
      { state: 'missing', value: null, points: null, effectiveWeight: 0, lost: null },
      { state: 'scored', effectiveWeight: 0.55 },
    ])
  })
  test('a dimension without data leaves its weight to the others', () => {
    // 0.45 of the weight is left: (0.30 × 5 + 0.15 × 5) / 0.45 = 5.
    const found = score({ seats: null, dau_per_mau: null })
    expect(found).toMatchObject({ score: 5, coverage: 0.45 })
    expect(found.dimensions[3]).toMatchObject({ state: 'missing', score: null, band: null })
  })
  test('nothing at all: no score, and it says so', () => {
    const found = evaluate(handbook, {}, { asOf: null })
    expect(found).toMatchObject({ score: null, shown: null, band: null, coverage: 0, shortfall: null })
    expect(found.noScoreBecause).toBe('nothing that counts has data')
    expect(why(found)).toBe('no score: nothing that counts has data')
  })
  test('data in the dimension of weight 0 alone is no score either', () => {
    expect(evaluate(handbook, { champion: true }, { asOf: null })).toMatchObject({ score: null, coverage: 0 })
  })
})

test('edges belong to whom the sign says', () => {
  const bandOf = (changes: Row, dimension: number, index: number) =>
    score(changes).dimensions[dimension]?.measures[index]?.band
  expect(bandOf({ versions_behind: 2 }, 1, 0)).toBe('healthy')
  expect(bandOf({ versions_behind: 4 }, 1, 0)).toBe('concerning')
  expect(bandOf({ defects: 2 }, 1, 1)).toBe('concerning')
  expect(bandOf({ defects: 5 }, 1, 1)).toBe('poor')
  expect(bandOf({ mau: 50 }, 3, 0)).toBe('concerning')
  expect(bandOf({ mau: 80 }, 3, 0)).toBe('healthy')
})

test('the reason in one line', () => {
  expect(why(score())).toBe(
    '5.0 concerning: Utilization costs 2.8 (Last month MAU / Seats 41%, poor < 0.5); ' +
      'pulse costs 1.5 (sentiment Concerning, concerning = Concerning); ' +
      'Technical Health costs 0.8 (defects 5, poor >= 5)',
  )
})

test('the nearest change that lifts the band is found by scoring again', () => {
  // 20/3 is needed. One stretch each: sentiment +1.5, defects +0.25, questions +0.25, MAU / Seats +1.375. Only two stretches of
  // MAU / Seats (+2.75 = 7.75) are enough.
  expect(score().nearest).toEqual({
    measure: 'utilization.mau_per_seat',
    label: 'Last month MAU / Seats',
    from: '41%',
    to: '80%',
    band: 'healthy',
    score: 7.75,
  })
})
