import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { why } from '../../src/engine/why.ts'
import type { DimensionExplanation, Explanation, MeasureExplanation } from '../../src/model/explanation.ts'
import { readModel } from '../../src/model/read.ts'
import { explanationSchema } from '../../src/model/schema/explanation.ts'
import { anyModel, anyModelAndRows, anyOverrides, anyRow, INPUTS } from './arbitrary.ts'
import { chain, group, input, measure, model, of, raw, weight, whole } from './build.ts'
import { between, many, pick } from './draw.ts'

const runs = Number(process.env['SALUS_FUZZ_RUNS'] ?? 100)
const given = { numRuns: runs, seed: 20_260_101, endOnFailure: true }

/** A random account of a random model, overrides by people included. */
const anyAccount = anyModelAndRows({ min: 1, max: 3 }).chain(({ model: random, rows, asOf }) =>
  anyOverrides(random).map((overrides) => ({
    random,
    explanations: rows.map((row) => evaluate(random, row, { asOf, overrides })),
  })),
)

describe('over random models and rows', () => {
  test('a model survives being written and read', () => {
    fc.assert(
      fc.property(anyModel, (written) => {
        expect(readModel(JSON.parse(JSON.stringify(written)))).toEqual({ model: written })
      }),
      { ...given, numRuns: runs / 5 },
    )
  })
  test('the explanation keeps its contract', () => {
    fc.assert(
      fc.property(anyAccount, ({ explanations }) => {
        for (const one of explanations) {
          expect(explanationSchema.parse(one)).toEqual(one)
          expect(why(one).length).toBeGreaterThan(0)
        }
      }),
      given,
    )
  })
  test('losses add up to the shortfall', () => {
    fc.assert(
      fc.property(anyAccount, ({ explanations }) => {
        for (const one of explanations) {
          if (one.shortfall === null) continue
          const losses = [...measuresOf(one).map(({ lost }) => lost ?? 0), ...one.modifiers.map((step) => step.lost)]
          const total = losses.reduce((sum, lost) => sum + lost, 0)
          const size = Math.max(1, ...losses.map(Math.abs))
          expect(Math.abs(total - one.shortfall)).toBeLessThanOrEqual(1e-9 * size)
        }
      }),
      given,
    )
  })
  test('a dimension loses what its measures and modifiers lose', () => {
    fc.assert(
      fc.property(anyAccount, ({ explanations }) => {
        for (const one of explanations) {
          for (const { dimension, path } of dimensionsOf(one)) {
            if (dimension.lost === null) continue
            const steps = one.modifiers.filter((step) => step.of === path || step.of.startsWith(`${path}.`))
            const parts = [...measuresOf(dimension).map(({ lost }) => lost ?? 0), ...steps.map((step) => step.lost)]
            const total = parts.reduce((sum, lost) => sum + lost, 0)
            const size = Math.max(1, ...parts.map(Math.abs))
            expect(Math.abs(total - dimension.lost)).toBeLessThanOrEqual(1e-9 * size)
          }
        }
      }),
      given,
    )
  })
  test('a score lies inside its scale, and there is either a score or a reason', () => {
    fc.assert(
      fc.property(anyAccount, ({ random, explanations }) => {
        for (const one of explanations) {
          expect(one.score === null).toBe(one.noScoreBecause !== null)
          expect(one.score === null).toBe(one.shown === null)
          if (one.score === null) continue
          const { scale } = random.segments.find((segment) => segment.name === one.segment)!.root
          expect(one.score).toBeGreaterThanOrEqual(scale.low)
          expect(one.score).toBeLessThanOrEqual(scale.high)
          expect(one.shown).toMatch(scale.decimals === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${scale.decimals}}$`))
        }
      }),
      given,
    )
  })
  test('the nearest change really lifts the band', () => {
    fc.assert(
      fc.property(anyAccount, ({ random, explanations }) => {
        const ladder = random.ladder.map((band) => band.name)
        const lifted = explanations.filter(({ nearest }) => nearest !== null)
        expect(lifted.every(({ nearest, band }) => ladder.indexOf(nearest!.band) > ladder.indexOf(band!))).toBe(true)
      }),
      given,
    )
  })
})

describe('what a reader may rely on', () => {
  test('under means, the effective weights of the measures that count total 1', () => {
    fc.assert(
      fc.property(anyMeans, anyRow, ({ root }, row) => {
        const found = evaluate(model({ inputs: INPUTS, root }), row, { asOf: null })
        const total = measuresOf(found).reduce((sum, one) => sum + one.effectiveWeight, 0)
        expect(total).toBeCloseTo(found.score === null ? 0 : 1, 12)
      }),
      given,
    )
  })
  test('contributions under means add up to the score', () => {
    fc.assert(
      fc.property(anyMeans, anyRow, ({ root }, row) => {
        const found = evaluate(model({ inputs: INPUTS, root }), row, { asOf: null })
        const total = measuresOf(found).reduce((sum, one) => sum + (one.contribution ?? 0), 0)
        expect(total).toBeCloseTo(found.score ?? 0, 9)
      }),
      given,
    )
  })
  test('a measure of weight 0 changes nothing but its own row', () => {
    fc.assert(
      fc.property(anyMeans, anyRow, ({ root, spare }, row) => {
        const before = evaluate(model({ inputs: INPUTS, root }), row, { asOf: null })
        const children = [...root.children, { ...spare, weight: weight(0) }]
        const after = evaluate(model({ inputs: INPUTS, root: { ...root, children } }), row, { asOf: null })
        expect({ ...after, measures: after.measures.slice(0, -1), nearest: null }).toEqual({ ...before, nearest: null })
      }),
      given,
    )
  })
  test('an account without any data is not healthy', () => {
    fc.assert(
      fc.property(anyMeans, ({ root }) => {
        const found = evaluate(model({ inputs: INPUTS, root }), {}, { asOf: null })
        expect(found).toMatchObject({ score: null, band: null, coverage: 0 })
      }),
      given,
    )
  })
  test('raising the value of a rising measure never lowers the score', () => {
    const rising = chain('poor', ['<', 1, 'concerning'], ['<=', 5, 'healthy'])
    const ordered = fc.tuple(
      anyRow,
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
    )
    fc.assert(
      fc.property(anyMeans, ordered, ({ root }, [row, low, more]) => {
        const children = [...root.children, measure('up', rising)]
        const raised = model({ inputs: [...INPUTS, input('up')], root: whole(children) })
        const scoreAt = (up: number) => evaluate(raised, { ...row, up }, { asOf: null }).score!
        expect(scoreAt(low + more)).toBeGreaterThanOrEqual(scoreAt(low) - 1e-12)
      }),
      given,
    )
  })
})

/** Two levels of means over bands of numbers, missing skipped; and a measure to spare. */
const anyMeans = fc.gen().map((draw) => {
  const anyMeasure = (name: string) =>
    measure(name, chain('poor', ['<', pick(draw, [0, 1, 2]), 'concerning'], ['<=', pick(draw, [3, 5]), 'healthy']), {
      value: raw(of(pick(draw, ['n1', 'n2', 'whole', 'share']))),
      weight: weight(between(draw, 1, 100) / 100),
    })
  const groups = many(draw, 1, 4, (index) =>
    group(
      `g${index}`,
      many(draw, 1, 4, (k) => anyMeasure(`m${k}`)),
      { weight: weight(between(draw, 1, 100) / 100) },
    ),
  )
  return { root: whole([...groups, anyMeasure('direct')]), spare: anyMeasure('spare') }
})

interface Level {
  readonly dimensions: readonly DimensionExplanation[]
  readonly measures: readonly MeasureExplanation[]
}

function measuresOf(level: Level): readonly MeasureExplanation[] {
  return [...level.measures, ...level.dimensions.flatMap(measuresOf)]
}

function dimensionsOf(
  level: Explanation | DimensionExplanation,
  above = '',
): { dimension: DimensionExplanation; path: string }[] {
  return level.dimensions.flatMap((dimension) => {
    const path = above === '' ? dimension.name : `${above}.${dimension.name}`
    return [{ dimension, path }, ...dimensionsOf(dimension, path)]
  })
}
