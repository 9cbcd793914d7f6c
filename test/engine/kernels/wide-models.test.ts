import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plan } from '../../../src/engine/kernels/plan.ts'
import { score } from '../../../src/engine/kernels/score.ts'
import type { Measure } from '../../../src/model/group.ts'
import type { Model } from '../../../src/model/model.ts'
import * as build from '../build.ts'

/** More rows than fit one stretch of any pass. */
const LENGTH = 1300

const measures = fc.record({
  weight: fc.integer({ min: 0, max: 7 }),
  missing: fc.constantFrom<Measure['missing']>({ kind: 'skip' }, { kind: 'skip' }, { kind: 'points', points: 3.7 }),
})
const dimensions = fc.record({
  weight: fc.integer({ min: 1, max: 99 }),
  measures: fc.array(measures, { minLength: 1, maxLength: 5 }),
})
const wholes = fc.record({
  dimensions: fc.array(dimensions, { minLength: 4, maxLength: 8 }),
  withholdBelow: fc.option(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { freq: 3 }),
  narrow: fc.boolean(),
})

const wideModels: fc.Arbitrary<Model> = wholes.map(({ dimensions: parts, withholdBelow, narrow }) => {
  const names: string[] = []
  const groups = parts.map((part, d) => {
    const own = part.measures.map(({ weight, missing }) => {
      const k = names.push(`m${names.length}`) - 1
      const chain = build.chain('poor', ['<', 20 + k, 'concerning'], ['<', 60 + k, 'healthy'])
      return build.measure(`m${k}`, chain, { weight: build.weight(weight / 10), missing })
    })
    return build.group(`d${d}`, own, { weight: build.weight(part.weight / 100) })
  })
  // A mean of points from 0 to 10 can leave such a scale.
  const scale = narrow ? { scale: { ...build.scale, low: 2.3, high: 7.9 } } : {}
  const root = build.whole(groups, { ...scale, ...(withholdBelow === null ? {} : { withholdBelow }) })
  return build.model({ inputs: names.map((name) => build.input(name)), root })
})

test('wide models, whose whole is added up, score by tables as by steps: missing data, withheld scores, narrow scales', () => {
  const found = { bySums: 0, withheld: 0, narrow: 0 }
  fc.assert(
    fc.property(wideModels, fc.integer(), (model, seed) => {
      const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed, numRuns: 1009 })
      let next = 0
      const draw = (): number => random[next++ % random.length]!
      const values = (): Float64Array =>
        Float64Array.from({ length: LENGTH }, () => (draw() < 0.25 ? NaN : Math.floor(draw() * 100)))
      const inputs = new Map(
        model.inputs.map(({ name }) => [name, { kind: 'number' as const, values: values(), unreadable: [] }]),
      )
      const columns = { length: LENGTH, accounts: null, inputs }
      const made = plan(model, { asOf: null })
      if (made.parts.tables(0)?.whole.kind === 'sums') {
        const { root } = model.segments[0]!
        found.bySums += 1
        found.withheld += root.withholdBelow === null ? 0 : 1
        found.narrow += root.scale.low > 0 ? 1 : 0
      }
      expect(score(made, columns, { path: 'tables' })).toEqual(score(made, columns, { path: 'general' }))
    }),
    { seed: 20261124, numRuns: 40 },
  )
  expect(found.bySums).toBeGreaterThan(20)
  expect(found.withheld).toBeGreaterThan(5)
  expect(found.narrow).toBeGreaterThan(5)
})
