import * as z from 'zod'
import { DOCUMENT_SCHEMA, type Filter, type FilterOperator, type SalusDocument } from './document.ts'

/**
 * The stored form. Objects keep fields they do not know: a later version of Salus may have written them, and an earlier
 * one that saves the workbook must not lose them.
 */
const modelText = z.looseObject({ file: z.string(), text: z.string() })

const modelVersion = z.looseObject({
  ...modelText.shape,
  revision: z.int(),
  published: z.string(),
  author: z.string().nullable(),
  note: z.string().nullable(),
})

const connection = z.looseObject({
  sheet: z.string(),
  table: z.string().nullable(),
  columns: z.record(z.string(), z.string().nullable()),
})

const days = z.int().nullable()

const override = z
  .looseObject({
    account: z.string().min(1),
    path: z.string(),
    score: z.number().nullable(),
    band: z.string().nullable(),
    reason: z.string().nullable(),
    author: z.string().nullable(),
    date: days,
    expiry: days,
    withdrawn: days,
  })
  .refine((row) => row.score !== null || row.band !== null, 'an override gives a score, a band or both')

const operators: readonly FilterOperator[] = [
  'is',
  'is not',
  'contains',
  'does not contain',
  'greater',
  'at least',
  'less',
  'at most',
  'between',
  'within',
  'before',
  'after',
  'is blank',
  'is not blank',
]

const bound = z.union([z.number(), z.string()])

const filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.looseObject({ kind: z.enum(['all', 'any']), of: z.array(filter) }),
    z.looseObject({
      kind: z.literal('condition'),
      field: z.string(),
      operator: z.enum(operators),
      value: z.union([bound, z.boolean(), z.tuple([bound, bound]), z.null()]),
    }),
  ]),
)

const place = z.looseObject({ sheet: z.string(), table: z.string().nullable() })

const finance = z.looseObject({
  ledger: place,
  rates: place.nullable(),
  crm: place.nullable(),
  currency: z.string(),
  recurring: z.array(z.string()),
  asOf: z.iso.date(),
  from: z.iso.date(),
  to: z.iso.date(),
  rate: z.enum(['closing', 'opening', 'reported']),
})

export const documentSchema: z.ZodType<SalusDocument> = z.looseObject({
  schema: z.literal(DOCUMENT_SCHEMA),
  revision: z.int().nonnegative(),
  models: z.array(modelText),
  versions: z.array(modelVersion),
  connections: z.array(connection),
  overrides: z.array(override),
  filters: z.array(z.looseObject({ name: z.string(), filter })),
  asOf: z.union([z.literal('today'), z.iso.date()]),
  finance: finance.optional(),
})
