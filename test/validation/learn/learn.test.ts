import { describe, expect, test } from 'vitest'
import type { BandedChoice, BandedNumber } from '../../../src/validation/learn/banded.ts'
import { NO_CONSTRAINTS } from '../../../src/validation/learn/constraints.ts'
import { learn, type LearnOptions, type Learning } from '../../../src/validation/learn/learn.ts'
import { rowsOf } from '../../../src/validation/learn/observations.ts'
import { choices, noise, planted } from './generate.ts'

const options: LearnOptions = {
  constraints: NO_CONSTRAINTS,
  most: 8,
  bandsBy: { kind: 'outcomes' },
  seed: 1,
  folds: 5,
  repeats: 1,
  resamples: 8,
}

describe.each([1, 2, 3, 4, 5, 6])('planted thresholds (%i)', (seed) => {
  const learning = learn(planted(4000, seed), { ...options, resamples: 0, folds: 2 })
  const measures = measuresOf(learning)
  const { result } = learning

  test('cut points are found to within a bin, and are round', () => {
    const [usage, tickets] = [cutsOf(measures.get('usage')), cutsOf(measures.get('tickets'))]
    expect(usage.map((text) => Math.abs(Number.parseInt(text) - (text < '60%' ? 40 : 75)) <= 5)).toEqual([true, true])
    expect(usage.every((text) => /^[1-9](0|5)?%$/.test(text))).toBe(true)
    expect(tickets).toEqual(['3', '8'])
  })

  test('directions are found', () => {
    expect(measures.get('usage')).toMatchObject({ kind: 'number', rising: true })
    expect(measures.get('tickets')).toMatchObject({ kind: 'number', rising: false })
  })

  test('values of a choice that are alike share a band', () => {
    const { ranks, bands } = measures.get('plan') as BandedChoice
    expect([ranks, bands.length]).toEqual([[0, 1, 1], 2])
  })

  test('weights are steps of 5% that total 100%; noise has the least there is, or none', () => {
    if (result.kind !== 'learned') throw new Error('nothing was learned')
    const steps = new Map(result.fitted.measures.map((one) => [one.banded.name, one.steps]))
    expect([...steps.values()].reduce((sum, one) => sum + one)).toBe(20)
    expect(Math.max(steps.get('noise') ?? 0, steps.get('luck') ?? 0)).toBeLessThanOrEqual(1)
    expect(steps.get('plan')!).toBeGreaterThan(1)
  })
})

test('resamples choose what tells, and seldom what does not', () => {
  const { result } = learn(planted(1500, 5), { ...options, resamples: 20 })
  if (result.kind !== 'learned') throw new Error('nothing was learned')
  expect(result.stability!.get('usage')!.chosen).toBe(1)
  expect(result.stability!.get('noise')!.chosen).toBeLessThan(0.5)
})

describe('noise', () => {
  test.each([1, 2, 3, 4, 5])('columns that know nothing teach nothing (%i)', (seed) => {
    expect(learn(noise(800, seed), options).result.kind).toBe('nothing')
  })

  test('outcomes dealt anew teach nothing', () => {
    const known = planted(1500, 3)
    // Every account has the outcome of another: as many churn, and nothing tells which.
    const churned = Uint8Array.from(known.churned, (_, row) => known.churned[(row * 677 + 13) % known.length]!)
    expect(learn({ ...known, churned }, options).result.kind).toBe('nothing')
  })

  test('a handful of events is no basis', () => {
    const known = planted(300, 3)
    const churned = Uint8Array.from(known.churned, (_, row) => Number(row < 15))
    expect(learn({ ...known, churned }, options).result).toEqual({ kind: 'too few' })
  })
})

describe('doubts', () => {
  test('a measure that knows the outcome is named', () => {
    const known = planted(900, 2)
    const told = known.churned.map((one, row) => (row % 50 === 0 ? 1 - one : one))
    const given = { ...known, candidates: [...known.candidates, choices('licence', ['off', 'on'], Array.from(told))] }
    const { result } = learn(given, options)
    if (result.kind !== 'learned') throw new Error('nothing was learned')
    expect(result.suspicions.knowing.map(({ name }) => name)).toEqual(['licence'])
  })

  test('what hangs on opinions is judged without them', () => {
    const known = planted(900, 2)
    const heard = known.churned.map((one, row) => (row % 4 === 0 ? 0 : one))
    const given = {
      ...known,
      candidates: [...known.candidates, choices('csm_sentiment', ['Red', 'Green'], Array.from(heard))],
    }
    const { result } = learn(given, options)
    if (result.kind !== 'learned') throw new Error('nothing was learned')
    expect(result.suspicions.opinion).toMatchObject({ names: ['csm_sentiment'] })
    expect(result.suspicions.opinion!.with - result.suspicions.opinion!.without).toBeGreaterThan(0.02)
    const plain = learn(known, options).result
    expect(plain.kind === 'learned' ? plain.suspicions : null).toEqual({ knowing: [], opinion: null })
  })
})

describe('the same again', () => {
  const small = planted(700, 11)

  test('by seed', () => {
    expect(learn(small, options)).toEqual(learn(small, options))
    expect(validated(learn(small, { ...options, seed: 2 }))).not.toEqual(validated(learn(small, options)))
  })

  test('whatever the order of rows and columns', () => {
    const rows = Array.from({ length: small.length }, (_, row) => (row * 311 + 5) % small.length)
    const turned = rowsOf({ ...small, candidates: small.candidates.toReversed() }, rows)
    expect(learn(turned, options)).toEqual(learn(small, options))
  })
})

function measuresOf({ result }: Learning): ReadonlyMap<string, BandedNumber | BandedChoice> {
  if (result.kind !== 'learned') return new Map()
  return new Map(result.fitted.measures.map(({ banded }) => [banded.name, banded]))
}

function cutsOf(banded: BandedNumber | BandedChoice | undefined): readonly string[] {
  return banded?.kind === 'number' ? banded.cuts.map(({ text }) => text) : []
}

function validated({ result }: Learning): unknown {
  return result.kind === 'too few' ? null : result.crossValidation.areas
}
