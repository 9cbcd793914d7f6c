import * as fc from 'fast-check'
import type { Measure } from '../../../src/model/group.ts'
import type { Outcome } from '../../../src/model/judge.ts'
import type { Model } from '../../../src/model/model.ts'
import * as build from '../build.ts'
import { edges, inputs } from './random-rows.ts'

const points = fc.constantFrom(0, 5, 10, 10 / 3, 7.1)
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('poor', 'concerning', 'healthy').map((band) => build.outcome(band)) },
  { weight: 2, arbitrary: points.map((own) => build.outcome(null, own)) },
  { weight: 1, arbitrary: fc.constant(build.outcome(null)) },
)
const weight = fc.constantFrom(30, 15, 55, 1, 0).map((value) => build.weight(value / 100))

const parts = fc.record({
  weight,
  missing: fc.constantFrom<Measure['missing']>(
    { kind: 'skip' },
    { kind: 'skip' },
    { kind: 'points', points: 2.5 },
    { kind: 'band', band: 'poor', points: null },
  ),
  round: fc.option(fc.constant({ direction: 'nearest' as const, places: 0, guard: 1e-8 }), { freq: 1, nil: null }),
})

const byNumber = fc
  .record({
    name: fc.constantFrom('n1', 'n2', 'p', 'd1'),
    cuts: fc.uniqueArray(edges, { maxLength: 2 }).map((all) => all.toSorted((a, b) => a - b)),
    owner: fc.constantFrom('above' as const, 'below' as const),
    outcomes: fc.array(outcome, { minLength: 3, maxLength: 3 }),
    parts,
  })
  .map(({ name, cuts, owner, outcomes, parts: own }) => {
    const banding = {
      cuts: cuts.map((at) => ({ at, owner, guard: 0, text: '' })),
      outcomes: outcomes.slice(0, cuts.length + 1),
    }
    const judge = { ...build.chain('poor'), banding }
    return build.measure(name, judge, { ...own, value: build.raw(build.of(name)) })
  })

const byWord = fc
  .record({
    name: fc.constantFrom('c', 't', 'y'),
    rows: fc.array(fc.tuple(outcome, fc.constantFrom('poor', 'FAIR', 'good', 'yes', 'no')), {
      minLength: 1,
      maxLength: 2,
    }),
    otherwise: fc.option(outcome),
    parts,
  })
  .map(({ name, rows, otherwise, parts: own }) => {
    const judge = {
      kind: 'choices' as const,
      rows: rows.map(([of, value]) => ({ outcome: of, values: [value], span: null })),
      otherwise,
      span: null,
    }
    const type = name === 'y' ? ('yes/no' as const) : ('text' as const)
    return build.measure(name, judge, { ...own, value: build.raw(build.of(name), null, type) })
  })

const dimension = fc.record({
  measures: fc.array(fc.oneof(byNumber, byNumber, byWord), { minLength: 1, maxLength: 5 }),
  weight,
  operator: fc.constantFrom('mean' as const, 'mean' as const, 'sum' as const, 'min' as const),
  judgeShown: fc.boolean(),
})

const whole = fc.record({
  higherIsWorse: fc.boolean(),
  clamp: fc.boolean(),
  judgeShown: fc.boolean(),
  withholdBelow: fc.option(fc.constantFrom(0.3, 0.6), { freq: 1 }),
  operator: fc.constantFrom('mean' as const, 'mean' as const, 'sum' as const, 'max' as const),
})

/** Models of the plain kind that lookup tables can hold. */
export const simpleModels: fc.Arbitrary<Model> = fc
  .tuple(fc.array(dimension, { minLength: 1, maxLength: 7 }), whole)
  .map(([dimensions, { higherIsWorse, clamp, operator: by, ...settings }]) => {
    const children = dimensions.map(({ measures, operator, ...rest }, k) => {
      const named = measures.map((measure, j) => ({ ...measure, name: `m${j}` }))
      return build.group(`x${k}`, named, { ...rest, combine: { operator, from: 1, rescale: false } })
    })
    const result = { name: 'r', label: 'r', formula: build.computed(build.of('n1')), doc: null, span: null }
    const when = build.condition(build.compare(build.of('n2'), '>', build.number(1)))
    const risk = { kind: 'risk' as const, label: 'risk', when, because: null, action: null, doc: null, span: null }
    const combine = { operator: by, from: 0, rescale: false }
    const own = { ...settings, combine, scale: { ...build.scale, higherIsWorse, clamp } }
    return build.model({ inputs, root: build.whole(children, own), results: [result], indicators: [risk] })
  })
