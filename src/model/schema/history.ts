import * as z from 'zod'
import type { OverrideRow } from '../override.ts'
import { SNAPSHOT_SCHEMA, type Snapshot } from '../snapshot.ts'

const days = z.int().nullable()

/** One override by a person. */
export const overrideSchema: z.ZodType<OverrideRow> = z
  .strictObject({
    account: z.string().min(1),
    path: z.string(),
    score: z.number().nullable(),
    band: z.string().nullable(),
    reason: z.string().nullable(),
    author: z.string().nullable(),
    date: days,
    expiry: days,
  })
  .refine((row) => row.score !== null || row.band !== null, 'an override gives a score, a band or both')
  .meta({ id: 'Override' })

const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** Scores of one date. */
export const snapshotSchema: z.ZodType<Snapshot> = z
  .strictObject({
    snapshot: z.literal(SNAPSHOT_SCHEMA),
    date: z.iso.date().nullable(),
    model: z.strictObject({ name: z.string(), version: z.number().nullable(), hash: hex }),
    inputHash: hex,
    accounts: z.array(
      z.strictObject({
        account: z.string().nullable(),
        segment: z.string().nullable(),
        score: z.number().nullable(),
        shown: z.string().nullable(),
        band: z.string().nullable(),
        coverage: z.number().min(0).max(1).nullable(),
        scoreBefore: z.number().nullable(),
        bandBefore: z.string().nullable(),
        points: z.record(z.string(), z.number().nullable()),
        bands: z.record(z.string(), z.string().nullable()),
      }),
    ),
  })
  .meta({ id: 'Snapshot' })
