import * as z from 'zod'
import type { Axis, Band, Banding, CaseResult, Judge, LineEnd, Outcome, Range } from '../judge.ts'
import { formula } from './expression.ts'
import { span } from './span.ts'

export const band: z.ZodType<Band> = z
  .strictObject({ name: z.string(), label: z.string(), points: z.number(), color: z.string().nullable() })
  .meta({ id: 'Band' })

const outcome: z.ZodType<Outcome> = z
  .strictObject({
    band: z.string().nullable(),
    points: z.number().nullable(),
    because: z.string().nullable(),
    action: z.string().nullable(),
  })
  .meta({ id: 'Outcome' })

const range: z.ZodType<Range> = z
  .strictObject({
    low: z.number().nullable(),
    lowIncluded: z.boolean(),
    high: z.number().nullable(),
    highIncluded: z.boolean(),
    text: z.string(),
    span: span.nullable(),
  })
  .meta({ id: 'Range' })

const owner = z.enum(['above', 'below'])

export const banding: z.ZodType<Banding> = z
  .strictObject({
    cuts: z.array(z.strictObject({ at: z.number(), owner, guard: z.number().nonnegative(), text: z.string() })),
    outcomes: z.array(outcome.nullable()).min(1),
  })
  .refine((b) => b.outcomes.length === b.cuts.length + 1, 'one more outcome than cuts')
  .refine((b) => b.cuts.every((cut, i) => i === 0 || b.cuts[i - 1]!.at <= cut.at), 'cuts must ascend')
  .meta({ id: 'Banding' })

const ranges = z.strictObject({
  kind: z.literal('ranges'),
  form: z.enum(['chain', 'table', 'even']),
  hit: z.enum(['unique', 'first']),
  rows: z.array(z.strictObject({ outcome, ranges: z.array(range), span: span.nullable() })),
  otherwise: outcome.nullable(),
  banding,
  span: span.nullable(),
})

const choices = z.strictObject({
  kind: z.literal('choices'),
  rows: z.array(z.strictObject({ outcome, values: z.array(z.string()), span: span.nullable() })),
  otherwise: outcome.nullable(),
  span: span.nullable(),
})

const lineEnd: z.ZodType<LineEnd> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['hold', 'extend', 'unscored']) }),
  z.strictObject({ kind: z.literal('points'), points: z.number() }),
])

const line = z.strictObject({
  kind: z.literal('line'),
  knots: z
    .array(z.strictObject({ at: z.number(), before: z.number(), after: z.number(), owner, text: z.string() }))
    .min(1)
    .refine((knots) => knots.every((knot, i) => i === 0 || knots[i - 1]!.at < knot.at), 'knots must ascend'),
  below: lineEnd,
  above: lineEnd,
  span: span.nullable(),
})

const caseResult: z.ZodType<CaseResult> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('band'), band: z.string(), points: z.number().nullable() }),
    z.strictObject({ kind: z.literal('points'), formula }),
    z.strictObject({ kind: z.literal('unscored') }),
  ])
  .meta({ id: 'CaseResult' })

const cases = z.strictObject({
  kind: z.literal('cases'),
  hit: z.enum(['first', 'all']),
  from: z.number(),
  cases: z.array(
    z.strictObject({
      when: formula,
      result: caseResult,
      because: z.string().nullable(),
      action: z.string().nullable(),
      span: span.nullable(),
    }),
  ),
  otherwise: caseResult.nullable(),
  span: span.nullable(),
})

const words = { text: z.string(), span: span.nullable() }

const axis: z.ZodType<Axis> = z
  .strictObject({
    value: formula,
    keys: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('ranges'), ranges: z.array(range), ...words }),
        z.strictObject({ kind: z.literal('values'), values: z.array(z.string()), ...words }),
        z.strictObject({ kind: z.enum(['missing', 'otherwise']), ...words }),
      ]),
    ),
  })
  .meta({ id: 'Axis' })

const grid = z.strictObject({
  kind: z.literal('grid'),
  down: axis,
  across: axis,
  cells: z.array(z.array(outcome)),
  span: span.nullable(),
})

const points = z.strictObject({ kind: z.literal('points'), formula, span: span.nullable() })

export const judge: z.ZodType<Judge> = z
  .discriminatedUnion('kind', [ranges, choices, line, cases, grid, points])
  .meta({ id: 'Judge' })
