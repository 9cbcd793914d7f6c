import * as z from 'zod'
import type { Input } from './input.ts'
import type { Log } from './log.ts'
import { MODEL_SCHEMA, type Model, type PortfolioFigure, type Segment } from './model.ts'
import type { Expectation, ModelTest } from './test.ts'
import { formula } from './schema/expression.ts'
import { figure } from './schema/figure.ts'
import { dimension } from './schema/group.ts'
import { band } from './schema/judge.ts'
import { span } from './schema/span.ts'

const named = { name: z.string(), label: z.string(), doc: z.string().nullable(), span: span.nullable() }
const literal = z.union([z.number(), z.string(), z.boolean(), z.null()])

const input: z.ZodType<Input> = z
  .strictObject({
    name: z.string(),
    labels: z.array(z.string()),
    type: z.enum(['count', 'number', 'percent', 'ratio', 'days', 'money', 'yes/no', 'choice', 'text', 'date']),
    low: z.number().nullable(),
    high: z.number().nullable(),
    whole: z.boolean(),
    choices: z.array(z.string()),
    currency: z.string().nullable(),
    missingWhen: z.array(z.union([z.number(), z.string()])),
    grain: z.enum(['account', 'event', 'snapshot', 'ledger']),
    role: z.enum(['account', 'parent']).nullable(),
    figure: figure.nullable().default(null),
    doc: z.string().nullable(),
    span: span.nullable(),
  })
  .meta({ id: 'Input' })

const log: z.ZodType<Log> = z
  .strictObject({
    name: z.string(),
    grain: z.enum(['event', 'snapshot']),
    columns: z.array(input),
    account: z.string(),
    at: z.string(),
    zone: z.string(),
    span: span.nullable(),
  })
  .meta({ id: 'Log' })

const segment: z.ZodType<Segment> = z
  .strictObject({ ...named, when: formula.nullable(), root: dimension, amends: z.string().nullable() })
  .meta({ id: 'Segment' })

const portfolioFigure: z.ZodType<PortfolioFigure> = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    figure: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('share'), bands: z.array(z.string()) }),
      z.strictObject({ kind: z.literal('mean'), of: formula }),
      z.strictObject({
        kind: z.literal('index'),
        points: z.array(z.strictObject({ band: z.string(), points: z.number() })),
      }),
    ]),
    weightedBy: z.string().nullable(),
    where: formula.nullable(),
    span: span.nullable(),
  })
  .meta({ id: 'PortfolioFigure' })

const state = z.enum(['scored', 'missing', 'stale', 'notApplicable', 'off'])
const words = { text: z.string(), span: span.nullable() }

const expectation: z.ZodType<Expectation> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('band'), of: z.string(), band: z.string(), ...words }),
    z.strictObject({
      kind: z.literal('number'),
      of: z.string(),
      value: z.number(),
      within: z.number().nullable(),
      ...words,
    }),
    z.strictObject({ kind: z.literal('shown'), shown: z.string(), ...words }),
    z.strictObject({ kind: z.literal('state'), of: z.string(), state, ...words }),
    z.strictObject({ kind: z.literal('no score'), ...words }),
    z.strictObject({ kind: z.literal('segment'), name: z.string().nullable(), ...words }),
    z.strictObject({ kind: z.literal('coverage'), value: z.number(), within: z.number().nullable(), ...words }),
    z.strictObject({ kind: z.literal('indicator'), label: z.string(), holds: z.boolean(), ...words }),
    z.strictObject({
      kind: z.literal('result'),
      name: z.string(),
      value: literal,
      within: z.number().nullable(),
      ...words,
    }),
  ])
  .meta({ id: 'Expectation' })

const test: z.ZodType<ModelTest> = z
  .strictObject({
    name: z.string(),
    segment: z.string().nullable(),
    asOf: z.number().nullable(),
    given: z.array(z.strictObject({ name: z.string(), value: literal })),
    expect: z.array(expectation),
    span: span.nullable(),
  })
  .meta({ id: 'ModelTest' })

/** The compiled model as data from outside: every key known, every number finite. */
export const modelSchema: z.ZodType<Model> = z
  .strictObject({
    salus: z.literal(MODEL_SCHEMA),
    name: z.string(),
    label: z.string(),
    doc: z.string().nullable(),
    version: z.number().nullable(),
    effective: z.number().nullable(),
    hash: z.string(),
    ladder: z.array(band),
    inputs: z.array(input),
    logs: z.array(log).default([]),
    lets: z.array(z.strictObject({ ...named, formula })),
    uses: z.array(z.strictObject({ name: z.string(), model: z.lazy(() => modelSchema) })),
    appliesWhen: formula.nullable(),
    segments: z.array(segment),
    exclusiveSegments: z.boolean(),
    otherwiseNoScore: z.boolean(),
    indicators: z.array(
      z.strictObject({
        kind: z.enum(['risk', 'opportunity']),
        label: z.string(),
        when: formula,
        because: z.string().nullable(),
        action: z.string().nullable(),
        doc: z.string().nullable(),
        span: span.nullable(),
      }),
    ),
    results: z.array(z.strictObject({ ...named, formula })),
    portfolio: z.array(portfolioFigure),
    tests: z.array(test),
    allows: z.array(z.strictObject({ slug: z.string(), reason: z.string(), span })),
    written: z
      .array(
        z.strictObject({
          what: z.enum(['header', 'declaration', 'ladder', 'bands', 'withhold below', 'otherwise']),
          of: span,
          span,
        }),
      )
      .exactOptional(),
    span: span.nullable(),
  })
  .meta({ id: 'Model' })
