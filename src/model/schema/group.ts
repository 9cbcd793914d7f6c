import * as z from 'zod'
import type { Dimension, Measure, MissingRule, Modifier, Rounding, Scale, Stale, Weight } from '../group.ts'
import { formula } from './expression.ts'
import { band, banding, judge } from './judge.ts'
import { span } from './span.ts'

const weight: z.ZodType<Weight> = z
  .strictObject({
    value: z.number(),
    integer: z.int(),
    text: z.string().nullable(),
    span: span.nullable(),
  })
  .meta({ id: 'Weight' })

const missingRule: z.ZodType<MissingRule> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('skip'), assumed: z.literal(true).exactOptional() }),
    z.strictObject({ kind: z.literal('withhold') }),
    z.strictObject({ kind: z.literal('band'), band: z.string(), points: z.number().nullable() }),
    z.strictObject({ kind: z.literal('points'), points: z.number() }),
  ])
  .meta({ id: 'MissingRule' })

const stale: z.ZodType<Stale> = z.strictObject({
  after: z.number(),
  by: z.string(),
  treat: z.enum(['flag', 'missing']),
})

const rounding: z.ZodType<Rounding> = z
  .strictObject({
    direction: z.enum(['nearest', 'up', 'down']),
    places: z.int(),
    guard: z.number().nonnegative(),
  })
  .meta({ id: 'Rounding' })

const modifier: z.ZodType<Modifier> = z
  .strictObject({
    kind: z.enum(['bonus', 'penalty', 'multiply', 'cap', 'floor', 'override']),
    amount: formula.nullable(),
    band: z.string().nullable(),
    bandFrom: formula.nullable(),
    when: formula.nullable(),
    because: z.string().nullable(),
    becauseFrom: formula.nullable(),
    until: formula.nullable(),
    reasonRequired: z.boolean(),
    span: span.nullable(),
  })
  .meta({ id: 'Modifier' })

const scale: z.ZodType<Scale> = z
  .strictObject({
    low: z.number(),
    high: z.number(),
    decimals: z.int().min(0).max(15),
    higherIsWorse: z.boolean(),
    clamp: z.boolean(),
    guard: z.number().nonnegative(),
  })
  .meta({ id: 'Scale' })

const member = {
  name: z.string(),
  label: z.string(),
  path: z.string(),
  doc: z.string().nullable(),
  weight,
  off: z.boolean(),
  appliesWhen: formula.nullable(),
  round: rounding.nullable(),
  modifiers: z.array(modifier),
  span: span.nullable(),
}

const measure: z.ZodType<Measure> = z
  .strictObject({
    kind: z.literal('measure'),
    ...member,
    value: formula.nullable(),
    judge,
    missing: missingRule,
    stale: stale.nullable(),
    best: z.number(),
  })
  .meta({ id: 'Measure' })

export const dimension: z.ZodType<Dimension> = z
  .strictObject({
    kind: z.literal('dimension'),
    ...member,
    combine: z.strictObject({
      operator: z.enum(['mean', 'sum', 'min', 'max', 'product']),
      from: z.number(),
      rescale: z.boolean(),
    }),
    children: z.array(z.lazy((): z.ZodType<Measure | Dimension> => z.union([measure, dimension]))),
    scale,
    bands: z.array(band),
    banding,
    judgeShown: z.boolean(),
    withholdBelow: z.number().nullable(),
    weightsAsGiven: z.boolean(),
  })
  .meta({ id: 'Dimension' })
