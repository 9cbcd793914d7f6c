import * as z from 'zod'
import { DOCUMENT_SCHEMA, type ModelText, type SalusDocument } from './document.ts'
import { documentSchema } from './schema.ts'
import { unwrapXml, wrapXml } from './xml.ts'

/** A document that was read, or one sentence that says why it was not. */
export type ReadDocument = { readonly document: SalusDocument } | { readonly problem: string }

/** The document as the text of its part. */
export function encodeDocument(document: SalusDocument): string {
  // JSON escapes all that XML has no place for but these two.
  const json = JSON.stringify(document).replaceAll(/[\uFFFE\uFFFF]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`)
  return wrapXml(json, document.revision)
}

/** Reads the text of our part, whatever it holds. A newer form is refused; fields that are not known are kept. */
export function decodeDocument(xml: string): ReadDocument {
  const text = unwrapXml(xml)
  if (text === null) return { problem: "the workbook's Salus part is not one that Salus wrote" }
  const json = parseJson(text)
  const version = z.looseObject({ schema: z.int().positive() }).safeParse(json)
  if (!version.success) return { problem: "the workbook's Salus part is damaged: restore an earlier copy of the file" }
  if (version.data.schema > DOCUMENT_SCHEMA) {
    return { problem: 'this workbook was saved by a newer version of Salus: update the add-in to read it' }
  }
  const read = documentSchema.safeParse(json)
  if (read.success) return { document: read.data }
  const [issue] = read.error.issues
  const at = issue === undefined || issue.path.length === 0 ? '' : ` at \`${issue.path.join('.')}\``
  return { problem: `the workbook's Salus part is damaged${at}: restore an earlier copy of the file` }
}

/** A document that holds these models and nothing else. */
export function newDocument(models: readonly ModelText[] = []): SalusDocument {
  const empty = { versions: [], connections: [], overrides: [], filters: [] }
  return { schema: DOCUMENT_SCHEMA, revision: 0, models, ...empty, asOf: 'today' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
