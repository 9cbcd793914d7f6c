import * as fc from 'fast-check'
import type { Row } from '../../src/model/columns.ts'
import type { Dimension } from '../../src/model/group.ts'
import type { Input } from '../../src/model/input.ts'
import type { Model, Segment } from '../../src/model/model.ts'
import type { OverrideRow } from '../../src/model/override.ts'
import { input, ladder, model, segment } from './build.ts'
import { anyCondition, anyDate, anyNumber } from './arbitraryExpression.ts'
import { anyWhole } from './arbitraryTree.ts'
import { COHORT, DATES, NUMBERS, oneIn, pick, type Draw } from './draw.ts'

/** A model with everything the language can say, and no cycles, whose tree is not trivial. */
export const anyModel: fc.Arbitrary<Model> = fc.gen().map((draw) => drawModel(draw, true))

/** A model and rows for it: each row meets the edges of the model often, and is now and then all missing. */
export const anyModelAndRows = (rows: { readonly min: number; readonly max: number }) =>
  fc.record({
    model: anyModel,
    rows: fc.array(anyRow, { minLength: rows.min, maxLength: rows.max }),
    asOf: fc.option(fc.constantFrom(...DATES)),
  })

/** Values of the inputs that every random model has; null is missing. */
export const anyRow: fc.Arbitrary<Row> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      n1: maybe(someNumber()),
      n2: maybe(someNumber()),
      whole: maybe(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0, 1e6))),
      share: maybe(fc.constantFrom(0, 0.1, 0.2, 0.29, 0.3, 0.5, 0.57, 0.8, 1, 1.2)),
      date: maybe(fc.constantFrom(...DATES)),
      flag: maybe(fc.boolean()),
      cohort: maybe(fc.constantFrom(...COHORT)),
      note: maybe(fc.constantFrom('a', 'B', ' b ', 'poor', 'Healthy', 'nothing', '')),
    }),
  },
  { weight: 1, arbitrary: fc.constant({}) },
)

/** People's overrides of one account: paths of the model and some that it has not. */
export function anyOverrides(of: Model): fc.Arbitrary<readonly OverrideRow[]> {
  const paths = ['', 'nowhere', ...of.segments.flatMap(({ root }) => pathsBelow(root))]
  const bands = [...of.ladder.map((band) => band.name), 'unknown']
  const row = fc.record({
    account: fc.constant('a'),
    path: fc.constantFrom(...paths),
    score: fc.option(fc.constantFrom(...NUMBERS)),
    band: fc.option(fc.constantFrom(...bands)),
    reason: fc.option(fc.constantFrom('agreed', ' ')),
    author: fc.option(fc.constantFrom('ann')),
    date: fc.option(fc.constantFrom(...DATES)),
    expiry: fc.option(fc.constantFrom(...DATES)),
  })
  return fc.array(row, { maxLength: 3 })
}

export const INPUTS: readonly Input[] = [
  input('n1'),
  input('n2'),
  input('whole', { type: 'count', whole: true, low: 0 }),
  input('share', { type: 'percent' }),
  input('date', { type: 'date' }),
  input('flag', { type: 'yes/no' }),
  input('cohort', { type: 'choice', choices: [...COHORT] }),
  input('note', { type: 'text' }),
]

function someNumber(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...NUMBERS) },
    { weight: 2, arbitrary: fc.integer({ min: -2000, max: 2000 }).map((n) => n / 100) },
    { weight: 1, arbitrary: fc.constantFrom(-0, 1e-12, 1e9, -1e9, 1e300, 0.1 + 0.2, 1 - 1e-10, 5 + 1e-9) },
  )
}

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
}

function drawModel(draw: Draw, mayImport: boolean): Model {
  const rungs = pick(draw, RUNGS)
  const uses = mayImport && oneIn(draw, 4) ? [{ name: 'other', model: drawModel(draw, false) }] : []
  const base = { draw, rungs, lets: ['ratio', 'mixed'], other: uses.length > 0, seen: [] }
  const lets = [
    { name: 'ratio', formula: anyNumber({ ...base, lets: [], other: false }, 1) },
    { name: 'mixed', formula: anyNumber({ ...base, lets: ['ratio'], other: false }, 2) },
  ].map((one) => ({ ...one, label: one.name, doc: null, span: null }))
  const first: Segment[] = oneIn(draw, 2)
    ? [segment('first', anyWhole(base), { when: anyCondition({ ...base, other: false }, 1) })]
    : []
  const whole = anyWhole(base)
  const last = segment('default', whole, { when: oneIn(draw, 12) ? anyCondition({ ...base, other: false }, 1) : null })
  const all = { ...base, seen: ['', ...whole.children.map((child) => child.path)] }
  return model({
    ladder: rungs,
    inputs: INPUTS,
    lets,
    uses,
    appliesWhen: oneIn(draw, 20) ? anyCondition({ ...base, other: false }, 1) : null,
    segments: [...first, last],
    indicators: [
      { kind: 'risk', label: 'Risk', when: anyCondition(all, 1), because: null, action: null, doc: null, span: null },
    ],
    results: [
      { name: 'figure', label: 'Figure', formula: anyNumber(all, 2), doc: null, span: null },
      { name: 'day', label: 'Day', formula: anyDate(all), doc: null, span: null },
    ],
  })
}

/** Two, three and four rungs; points on and off the scale's ends. */
const RUNGS = [
  ladder,
  [
    { name: 'poor', label: 'Poor', points: 0, color: null },
    { name: 'healthy', label: 'Healthy', points: 10, color: null },
  ],
  [
    { name: 'crawl', label: 'Crawl', points: 1, color: null },
    { name: 'walk', label: 'Walk', points: 3.5, color: null },
    { name: 'run', label: 'Run', points: 7.25, color: null },
    { name: 'fly', label: 'Fly', points: 9, color: null },
  ],
]

function pathsBelow(dimension: Dimension): readonly string[] {
  return dimension.children.flatMap((child) => [child.path, ...(child.kind === 'dimension' ? pathsBelow(child) : [])])
}
