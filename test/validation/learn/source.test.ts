import { describe, expect, test } from 'vitest'
import { examine } from '../../../src/checks/examine.ts'
import { compile } from '../../../src/compile/index.ts'
import { evaluate } from '../../../src/engine/evaluate.ts'
import { sentence } from '../../../src/findings/report.ts'
import type { Input } from '../../../src/model/input.ts'
import type { Row } from '../../../src/model/columns.ts'
import { format } from '../../../src/parser/index.ts'
import { scoresOf } from '../../../src/validation/learn/fit.ts'
import { learn, type Learned, type LearnOptions } from '../../../src/validation/learn/learn.ts'
import type { Candidate, ChoiceCandidate, Observations } from '../../../src/validation/learn/observations.ts'
import { inOrder } from '../../../src/validation/learn/order.ts'
import { NO_CONSTRAINTS } from '../../../src/validation/learn/constraints.ts'
import { scoreRank } from '../../../src/validation/learn/score-bands.ts'
import { LADDER, sourceOf } from '../../../src/validation/learn/source.ts'
import { inputFor } from '../../../src/validation/learn/types-of-texts.ts'
import { choices, lottery, numbers, observed, planted } from './generate.ts'

const quick: LearnOptions = {
  constraints: NO_CONSTRAINTS,
  most: 8,
  bandsBy: { kind: 'outcomes' },
  seed: 1,
  folds: 3,
  repeats: 1,
  resamples: 4,
}
const observations = planted(1500, 4)
const learning = learn(observations, quick)
const learned = learning.result as Learned

const plain = {
  name: 'learned',
  label: 'Learned',
  inputs: inputsOf(observations),
  ladder: LADDER,
  scale: { low: 0, high: 100 },
  design: 'Measures are those of 3 months before the outcome.',
  current: null,
}

const ladders = [
  { name: 'of a hundred', ladder: LADDER, scale: { low: 0, high: 100 } },
  {
    name: 'of ten',
    ladder: LADDER.map((rung) => ({ ...rung, points: rung.points / 10 })),
    scale: { low: 0, high: 10 },
  },
]

describe.each(ladders)('the text of what was learned, $name', ({ ladder, scale }) => {
  const options = { ...plain, ladder, scale }
  const source = sourceOf(learning, learned, options)
  const compiled = compile(source, 'learned.salus')

  test('has no findings at all, and is in canonical form', () => {
    expect(examine(compiled, { asOf: null }).map(sentence)).toEqual([])
    expect(format(source, 'learned.salus').text).toBe(source)
  })

  test('scores every account as learning did', () => {
    const factor = (scale.high - scale.low) / 100
    const rows = inOrder(observations)
    const expected = Array.from(scoresOf(learned.fitted, rows), (score) =>
      Number.isNaN(score)
        ? { score: null, band: null }
        : { score: near(score * factor), band: ladder[scoreRank(score, learned.fitted.bands!)]!.name },
    )
    const found = expected.map((_, at) => {
      const { score, band } = evaluate(compiled.model, rowOf(rows, at), { asOf: null })
      return { score: score === null ? null : near(score), band }
    })
    expect(found).toEqual(expected)
  })

  test('says what it rests on', () => {
    expect(source).toContain(`Learned from 1500 outcomes of 1500 accounts, ${learning.events} of them churn`)
    expect(source).toContain(`seed 1.`)
    expect(source).toMatch(/no value: \d+ of \d+ churned/)
  })
})

describe('segments', () => {
  // Large accounts churn by usage, small ones by tickets; of the third kind there are few.
  const draw = lottery(6)
  const rows = Array.from({ length: 1700 }, (_, row) => {
    const kind = row < 800 ? 0 : row < 1600 ? 1 : 2
    const [usage, tickets] = [Math.round(draw() * 100) / 100, Math.floor(draw() * 10)]
    const risky = kind === 0 ? usage < 0.5 : tickets >= 5
    return { kind, usage, tickets, churned: draw() < (risky ? 0.5 : 0.1) }
  })
  const given = observed(
    rows.map(({ churned }) => churned),
    [
      numbers(
        'usage',
        'percent',
        rows.map(({ usage }) => usage),
      ),
      numbers(
        'tickets',
        'count',
        rows.map(({ tickets }) => tickets),
      ),
      choices(
        'size',
        ['Large', 'Small', 'Other'],
        rows.map(({ kind }) => kind),
      ),
    ],
  )
  const found = learn(given, { ...quick, by: 'size' })
  const source = sourceOf(found, found.result as Learned, { ...plain, inputs: inputsOf(given), by: 'size' })
  const compiled = compile(source, 'learned.salus')

  test('a segment with events enough has its own thresholds, another shares', () => {
    expect(found.segments.map(({ value, own }) => [value, own !== null])).toEqual([
      ['Large', true],
      ['Small', true],
      ['Other', false],
    ])
    expect(examine(compiled, { asOf: null }).map(sentence)).toEqual([])
    expect(source).toContain('// Other: 100 outcomes')
  })

  test('its accounts are scored by it', () => {
    const ordered = inOrder(given)
    const size = ordered.candidates.find(({ name }) => name === 'size') as ChoiceCandidate
    const own = found.segments.map((one) => scoresOf((one.own ?? (found.result as Learned)).fitted, ordered))
    const expected = Array.from({ length: 1700 }, (_, at) => near(own[size.codes[at]!]![at]!))
    const scored = expected.map((_, at) => near(evaluate(compiled.model, rowOf(ordered, at), { asOf: null }).score!))
    expect(scored).toEqual(expected)
  })
})

/** To nine places. */
function near(score: number): string {
  return score.toFixed(9)
}

function rowOf({ candidates }: Observations, at: number): Row {
  const valueOf = (one: Candidate): number | string | null => {
    if (one.kind === 'choice') return one.levels[one.codes[at]!] ?? null
    return Number.isNaN(one.values[at]!) ? null : one.values[at]!
  }
  return Object.fromEntries(candidates.map((one) => [one.name, valueOf(one)]))
}

function inputsOf({ candidates }: Observations): ReadonlyMap<string, Input> {
  return new Map(
    candidates.map((one) => [
      one.name,
      one.kind === 'number'
        ? { ...inputFor(one.name, one.name, { kind: 'number', type: 'number', read: Number }), type: one.type }
        : inputFor(one.name, one.name, { kind: 'choice', levels: one.levels }),
    ]),
  )
}
