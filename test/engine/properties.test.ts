import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { why } from '../../src/engine/why.ts'
import type { DimensionExplanation, Explanation, MeasureExplanation } from '../../src/model/explanation.ts'
import { readModel } from '../../src/model/read.ts'
import { explanationSchema } from '../../src/model/schema/explanation.ts'
import { anyModel, anyModelAndRows, anyOverrides } from './arbitrary.ts'

const runs = Number(process.env['SALUS_FUZZ_RUNS'] ?? 300)
const given = { numRuns: runs, seed: 20_260_101, endOnFailure: true }

/** A random account of a random model, overrides by people included. */
const anyAccount = anyModelAndRows({ min: 1, max: 3 }).chain(({ model, rows, asOf }) =>
  anyOverrides(model).map((overrides) => ({
    model,
    asOf,
    overrides,
    explanations: rows.map((row) => evaluate(model, row, { asOf, overrides })),
  })),
)

describe('over random models and rows', () => {
  test('a model survives being written and read', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        expect(readModel(JSON.parse(JSON.stringify(model)))).toEqual({ model })
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
          const losses = [
            ...measuresOf(one).map((measure) => measure.lost ?? 0),
            ...one.modifiers.map((step) => step.lost),
          ]
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
            const parts = [
              ...measuresOf(dimension).map((measure) => measure.lost ?? 0),
              ...steps.map((step) => step.lost),
            ]
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
      fc.property(anyAccount, ({ model, explanations }) => {
        for (const one of explanations) {
          expect(one.score === null).toBe(one.noScoreBecause !== null)
          expect(one.score === null).toBe(one.shown === null)
          if (one.score === null) continue
          const { scale } = model.segments.find((segment) => segment.name === one.segment)!.root
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
      fc.property(anyAccount, ({ model, explanations }) => {
        const ladder = model.ladder.map((band) => band.name)
        const lifted = explanations.filter(({ nearest }) => nearest !== null)
        expect(lifted.every(({ nearest, band }) => ladder.indexOf(nearest!.band) > ladder.indexOf(band!))).toBe(true)
      }),
      given,
    )
  })
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
