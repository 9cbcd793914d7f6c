import * as z from 'zod'
import type { DimensionExplanation, Explanation, MeasureExplanation, ModifierExplanation } from '../explanation.ts'

const value = z.union([z.number(), z.string(), z.boolean(), z.null()])
const state = z.enum(['scored', 'missing', 'stale', 'notApplicable', 'off']).meta({ id: 'State' })
const share = z.number().min(0).max(1).nullable()

const measure: z.ZodType<MeasureExplanation> = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    value,
    valueShown: z.string().nullable(),
    state,
    band: z.string().nullable(),
    points: z.number().nullable(),
    weight: z.number(),
    effectiveWeight: z.number(),
    contribution: z.number().nullable(),
    lost: z.number().nullable(),
    because: z.string().nullable(),
    action: z.string().nullable(),
    threshold: z.string().nullable(),
  })
  .meta({ id: 'MeasureExplanation' })

const dimension: z.ZodType<DimensionExplanation> = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    state,
    score: z.number().nullable(),
    band: z.string().nullable(),
    weight: z.number(),
    effectiveWeight: z.number(),
    contribution: z.number().nullable(),
    lost: z.number().nullable(),
    coverage: share,
    dimensions: z.array(z.lazy((): z.ZodType<DimensionExplanation> => dimension)),
    measures: z.array(measure),
  })
  .meta({ id: 'DimensionExplanation' })

const modifier: z.ZodType<ModifierExplanation> = z
  .strictObject({
    kind: z.enum(['bonus', 'penalty', 'multiply', 'cap', 'floor', 'override', 'rounding', 'scale']),
    of: z.string(),
    before: z.number().nullable(),
    after: z.number().nullable(),
    band: z.string().nullable(),
    lost: z.number(),
    because: z.string().nullable(),
    until: z.iso.date().nullable(),
    author: z.string().nullable(),
  })
  .meta({ id: 'ModifierExplanation' })

/** One account as `salus score --format json` writes it. */
export const explanationSchema: z.ZodType<Explanation> = z
  .strictObject({
    account: z.string().nullable(),
    model: z.string(),
    segment: z.string().nullable(),
    score: z.number().nullable(),
    shown: z.string().nullable(),
    band: z.string().nullable(),
    coverage: share,
    scoreBefore: z.number().nullable(),
    bandBefore: z.string().nullable(),
    noScoreBecause: z.string().nullable(),
    shortfall: z.number().nullable(),
    results: z.record(z.string(), value),
    dimensions: z.array(dimension),
    measures: z.array(measure),
    modifiers: z.array(modifier),
    indicators: z.array(z.strictObject({ kind: z.enum(['risk', 'opportunity']), label: z.string() })),
    nearest: z
      .strictObject({
        measure: z.string(),
        label: z.string(),
        from: z.string().nullable(),
        to: z.string(),
        band: z.string(),
        score: z.number(),
      })
      .nullable(),
  })
  .meta({ id: 'Explanation' })
