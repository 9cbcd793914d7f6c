import * as z from 'zod'
import type { Amount, Figure, Window } from '../figure.ts'
import { expression } from './expression.ts'

const amount: z.ZodType<Amount> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count') }),
  z.strictObject({ kind: z.enum(['distinct', 'stickiness']), of: z.string() }),
  z.strictObject({ kind: z.enum(['sum', 'average', 'min', 'max', 'first', 'last', 'share']), of: expression }),
  z.strictObject({ kind: z.literal('days since'), of: z.enum(['first', 'last']) }),
  z.strictObject({
    kind: z.literal('streak'),
    period: z.enum(['day', 'week', 'month']),
    atLeast: z.int().positive(),
  }),
])

const window: z.ZodType<Window> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('last'), days: z.int().positive() }),
  z.strictObject({ kind: z.literal('since'), anchor: z.string() }),
  z.strictObject({ kind: z.literal('all') }),
])

export const figure: z.ZodType<Figure> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('events'),
      log: z.string(),
      amount,
      where: expression.nullable(),
      window,
      against: z.enum(['increase', 'decrease', 'change', 'previous']).nullable(),
      otherwise: z.number().nullable(),
    }),
    z.strictObject({
      kind: z.literal('history'),
      figure: z.enum(['average', 'streak', 'days since', 'previous']),
      of: expression,
      days: z.number().nullable(),
      anchor: z.string().nullable(),
    }),
    z.strictObject({
      kind: z.literal('relative'),
      figure: z.enum(['median', 'mean', 'percentile', 'rank']),
      of: expression,
      at: z.number().nullable(),
      within: z.union([z.strictObject({ kind: z.enum(['segment', 'portfolio']) }), expression]),
    }),
    z.strictObject({
      kind: z.literal('rollup'),
      figure: z.enum(['mean', 'sum', 'min', 'max', 'share']),
      of: expression,
      weightedBy: expression.nullable(),
      where: expression.nullable(),
      includeParent: z.boolean(),
      otherwise: expression.nullable(),
    }),
  ])
  .meta({ id: 'Figure' })
