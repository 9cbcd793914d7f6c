import * as z from 'zod'
import { modelSchema } from './schema.ts'
import { explanationSchema } from './schema/explanation.ts'
import { overrideSchema, snapshotSchema } from './schema/history.ts'

/** The JSON Schemas under `schema/`, by file name. `scripts/schemas.ts` writes them, a test holds them current. */
export function publishedSchemas(): ReadonlyMap<string, object> {
  return new Map(
    Object.entries({
      'model.schema.json': modelSchema,
      'explanation.schema.json': explanationSchema,
      'snapshot.schema.json': snapshotSchema,
      'override.schema.json': overrideSchema,
    }).map(([file, schema]) => [file, z.toJSONSchema(schema)]),
  )
}
