import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreAccount } from '../../../src/engine/account.ts'
import { plan, type Plan } from '../../../src/engine/kernels/plan.ts'
import { bindRow } from '../../../src/engine/kernels/row.ts'
import type { ItemReaders } from '../../../src/engine/kernels/row-items.ts'
import type { RowScore } from '../../../src/engine/kernels/row-score.ts'
import { score } from '../../../src/engine/kernels/score.ts'
import type { Row } from '../../../src/model/columns.ts'
import type { Model } from '../../../src/model/model.ts'
import * as build from '../build.ts'
import { models } from './random-models.ts'
import { columnsOf, inputs, rows } from './random-rows.ts'
import { simpleModels } from './random-simple-models.ts'

const asOf = 20000
type Item = Row[string] | undefined

const readers: ItemReaders<Item> = new Map(
  inputs.map((input, at) => [input.name, { at, read: (item) => (typeof item === 'string' ? item : Number(item)) }]),
)

/** What is missing at the end of a row may not be there at all. */
function itemsOf(row: Row): readonly Item[] {
  const items = inputs.map((input) => row[input.name])
  return items.slice(0, items.findLastIndex((item) => item !== null) + 1)
}

/** The account of that row, as columns would hold its score. */
function accountOf({ model, parts }: Plan, row: Row): RowScore {
  const { root, segment } = scoreAccount(model, row, { asOf })
  return {
    score: root?.points ?? NaN,
    band: root?.band === null || root === null ? -1 : parts.names.codeOf(root.band),
    segment: segment === null ? -1 : model.segments.indexOf(segment),
    coverage: root?.coverage ?? NaN,
  }
}

const conditions = [
  build.compare(build.of('n2'), '>', build.number(1)),
  build.compare(build.of('t'), '=', build.text('Good')),
  build.compare(build.of('c'), '!=', build.text('poor')),
  build.compare(build.of('d1'), '<', build.of('d2')),
  build.of('y'),
].map((expression) => build.condition(expression))

/** Several simple models as segments of one, which the data chooses; the last may be open to all. */
const segmented: fc.Arbitrary<Model> = fc
  .record({
    parts: fc.array(fc.oneof(simpleModels, models), { minLength: 1, maxLength: 3 }),
    whens: fc.shuffledSubarray(conditions, { minLength: 3, maxLength: 3 }),
    isOpen: fc.boolean(),
    appliesWhen: fc.option(fc.constantFrom(...conditions), { freq: 1 }),
  })
  .map(({ parts, whens, isOpen, appliesWhen }) =>
    build.model({
      inputs,
      lets: parts.find(({ lets }) => lets.length > 0)?.lets ?? [],
      appliesWhen,
      segments: parts.map(({ segments }, k) => {
        const when = isOpen && k === parts.length - 1 ? null : whens[k]!
        return build.segment(`s${k}`, segments.at(-1)!.root, { when })
      }),
    }),
  )

const importing: fc.Arbitrary<Model> = fc.tuple(models, simpleModels).map(([one, other]) => {
  const points = build.compare({ kind: 'points of', path: '', model: 'other' }, '>', build.number(5))
  const [first, ...rest] = one.segments
  const segments = [{ ...first!, when: build.condition(points) }, ...rest]
  return build.model({ ...one, uses: [{ name: 'other', model: other }], segments })
})

const kinds: readonly [string, fc.Arbitrary<Model>, number, number][] = [
  ['that lookup tables hold', simpleModels, 20261124, 250],
  ['of any kind', models, 20261125, 80],
  ['whose segments the data chooses', segmented, 20261126, 150],
  ['that reads the scores of another', importing, 20261127, 30],
]

test.each(kinds)('a row by itself scores as its account does, by a model %s', (_, of, seed, numRuns) => {
  fc.assert(
    fc.property(of, rows, (model, table) => {
      const made = plan(model, { asOf })
      const scoreRow = bindRow(made, readers)
      const into = scoreRow(itemsOf(table[0]!))
      for (const row of table) {
        const expected = accountOf(made, row)
        expect(scoreRow(itemsOf(row))).toEqual(expected)
        // A plan that scores a table in between is no trouble.
        score(made, columnsOf(table))
        scoreRow(itemsOf(row), into)
        expect(into).toEqual(expected)
      }
    }),
    { seed, numRuns },
  )
})

test('more texts than are kept', () => {
  const word = (k: number) => (k % 7 === 0 ? 'Good' : `word ${k % 150}`)
  const good = build.compare(build.of('t'), '=', build.text('good'))
  const judge = build.choices({ poor: ['word 3'], healthy: ['good'] })
  const measure = build.measure('m', judge, { value: build.raw(build.of('t'), null, 'text') })
  const staged = { ...measure, appliesWhen: build.condition(build.compare(build.of('n1'), '>', build.number(0))) }
  const model = build.model({
    inputs,
    segments: [
      build.segment('good', build.whole([build.group('x', [measure])]), { when: build.condition(good) }),
      build.segment('rest', build.whole([build.group('x', [staged])])),
    ],
  })
  const made = plan(model, { asOf })
  const scoreRow = bindRow(made, readers)
  for (let k = 0; k < 500; k++) {
    const row: Row = { n1: k % 5, t: word(k) }
    expect(scoreRow(itemsOf(row))).toEqual(accountOf(made, row))
  }
})
