import { describe, expect, test } from 'vitest'
import { examine } from '../../../src/checks/examine.ts'
import { compile } from '../../../src/compile/index.ts'
import { evaluate } from '../../../src/engine/evaluate.ts'
import { sentence } from '../../../src/findings/report.ts'
import type { Input } from '../../../src/model/input.ts'
import type { Row } from '../../../src/model/columns.ts'
import { format } from '../../../src/parser/index.ts'
import { scoresOf } from '../../../src/validation/learn/fit.ts'
import { learn, type Learned } from '../../../src/validation/learn/learn.ts'
import type { Candidate, Observations } from '../../../src/validation/learn/observations.ts'
import { inOrder } from '../../../src/validation/learn/order.ts'
import { NO_CONSTRAINTS } from '../../../src/validation/learn/constraints.ts'
import { scoreRank } from '../../../src/validation/learn/score-bands.ts'
import { LADDER, sourceOf } from '../../../src/validation/learn/source.ts'
import { inputFor } from '../../../src/validation/learn/types-of-texts.ts'
import { planted } from './generate.ts'

const observations = planted(1500, 4)
const learning = learn(observations, {
  constraints: NO_CONSTRAINTS,
  most: 8,
  bandsBy: { kind: 'outcomes' },
  seed: 1,
  folds: 3,
  repeats: 1,
  resamples: 4,
})
const learned = learning.result as Learned

const inputs = new Map<string, Input>(
  observations.candidates.map((one) => [
    one.name,
    one.kind === 'number'
      ? { ...inputFor(one.name, one.name, { kind: 'number', type: 'number', read: Number }), type: one.type }
      : inputFor(one.name, one.name, { kind: 'choice', levels: one.levels }),
  ]),
)

const ladders = [
  { name: 'of a hundred', ladder: LADDER, scale: { low: 0, high: 100 } },
  {
    name: 'of ten',
    ladder: LADDER.map((rung) => ({ ...rung, points: rung.points / 10 })),
    scale: { low: 0, high: 10 },
  },
]

describe.each(ladders)('the text of what was learned, $name', ({ ladder, scale }) => {
  const options = {
    name: 'learned',
    label: 'Learned',
    inputs,
    ladder,
    scale,
    design: 'Measures are those of 3 months before the outcome.',
    current: null,
  }
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
