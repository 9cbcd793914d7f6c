import * as z from 'zod'
import { freezeModel } from './freeze.ts'
import { hashModel } from './hash.ts'
import { MODEL_SCHEMA, type Model } from './model.ts'
import { modelSchema } from './schema.ts'

/** A compiled model that was read, or one sentence that says what is wrong with it. */
export type ReadModel = { readonly model: Model } | { readonly problem: string }

/**
 * Reads a compiled model from JSON that may come from anywhere: refuses a newer schema, unknown keys and a hash that
 * does not fit the content, and returns the model frozen. Never throws.
 */
export function readModel(json: unknown): ReadModel {
  const version = z.looseObject({ salus: z.int().positive() }).safeParse(json)
  if (!version.success) return { problem: 'not a compiled model: `salus`, the version of its schema, is absent' }
  if (version.data.salus > MODEL_SCHEMA) {
    return { problem: `compiled by a newer version (schema ${version.data.salus}, this one reads ${MODEL_SCHEMA})` }
  }
  if (isTooDeep(json)) return { problem: `nested more than ${MAX_DEPTH} levels deep` }
  const read = modelSchema.safeParse(migrate(json))
  if (!read.success) return { problem: firstIssue(read.error) }
  if (read.data.hash !== hashModel(read.data))
    return { problem: 'changed after it was compiled: its hash does not fit' }
  return { model: freezeModel(read.data) }
}

/** Brings older schemas up to this one, one version at a time. Version 1 is the first: there is none yet. */
function migrate(json: unknown): unknown {
  return json
}

/** Deep enough for any model a person writes, shallow enough for recursion over it to be safe. */
const MAX_DEPTH = 1000

function isTooDeep(json: unknown): boolean {
  let level: unknown[] = [json]
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []))
    if (level.length === 0) return false
  }
  return true
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'not a compiled model'
  const path = issue.path.map(String).join('.')
  return path === '' ? issue.message : `at \`${path}\`: ${issue.message}`
}
