import * as z from 'zod'
import type { Expression, Formula } from '../expression.ts'
import { span } from './span.ts'

export const unit = z.enum(['count', 'number', 'percent', 'ratio', 'days', 'money'])
export const valueType = z.enum(['number', 'yes/no', 'text', 'date', 'band'])

export const expression: z.ZodType<Expression> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('number'), value: z.number() }),
      z.strictObject({ kind: z.literal('text'), value: z.string() }),
      z.strictObject({ kind: z.literal('yes/no'), value: z.boolean() }),
      z.strictObject({ kind: z.literal('date'), value: z.number() }),
      z.strictObject({ kind: z.enum(['missing', 'as of']) }),
      z.strictObject({ kind: z.literal('band'), name: z.string(), rank: z.int() }),
      z.strictObject({ kind: z.enum(['input', 'let']), name: z.string() }),
      z.strictObject({
        kind: z.enum(['points of', 'score of', 'band of']),
        path: z.string(),
        model: z.string().nullable(),
      }),
      z.strictObject({
        kind: z.literal('arithmetic'),
        operator: z.enum(['+', '-', '*', '/', '^']),
        left: expression,
        right: expression,
      }),
      z.strictObject({ kind: z.enum(['negate', 'not', 'is missing', 'abs']), of: expression }),
      z.strictObject({ kind: z.enum(['min', 'max', 'coalesce', 'and', 'or', 'count']), of: z.array(expression) }),
      z.strictObject({
        kind: z.literal('round'),
        direction: z.enum(['nearest', 'up', 'down']),
        of: expression,
        places: z.int(),
      }),
      z.strictObject({
        kind: z.literal('compare'),
        operator: z.enum(['=', '!=', '<', '<=', '>', '>=']),
        left: expression,
        right: expression,
        guard: z.number(),
      }),
      z.strictObject({ kind: z.literal('one of'), of: expression, values: z.array(expression) }),
      z.strictObject({ kind: z.literal('if'), when: expression, then: expression, else: expression }),
      z.strictObject({ kind: z.enum(['days between', 'workdays between']), from: expression, to: expression }),
    ]),
  )
  .meta({ id: 'Expression' })

export const formula: z.ZodType<Formula> = z
  .strictObject({
    expression,
    type: valueType,
    unit: unit.nullable(),
    computed: z.boolean(),
    text: z.string(),
    span: span.nullable(),
  })
  .meta({ id: 'Formula' })
