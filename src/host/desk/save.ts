import type { ModelText, ModelVersion, SalusDocument } from '../document/document.ts'
import { decodeDocument, encodeDocument } from '../document/text.ts'
import type { Workbook } from '../workbook.ts'

/** What became of something that was to be stored. */
export type Saved =
  | { readonly kind: 'saved'; readonly document: SalusDocument }
  /** Somebody else has published since: nothing was written. */
  | { readonly kind: 'conflict'; readonly theirs: SalusDocument; readonly texts: readonly Conflict[] }
  /** What is stored cannot be read, and is not written over. */
  | { readonly kind: 'refused'; readonly message: string }

/** One model that was changed on both sides; null where that side has no such model. */
export interface Conflict {
  readonly file: string
  readonly base: string | null
  readonly mine: string | null
  readonly theirs: string | null
}

export interface Publication {
  readonly models: readonly ModelText[]
  readonly note: string | null
  /** ISO date and time, UTC. */
  readonly at: string
}

/** So many texts of each model are kept, the present one included. */
export const VERSIONS = 10

/** The document with other models, and what was published noted among its versions. */
export function published(
  before: SalusDocument,
  { models, note, at }: Publication,
  author: string | null,
): SalusDocument {
  const revision = before.revision + 1
  const changed = models.filter(({ file, text }) => textOf(before, file) !== text)
  // A text that came with the workbook is not among its versions yet.
  const unnoted = before.models.filter(
    ({ file, text }) =>
      models.find((one) => one.file === file)?.text !== text &&
      before.versions.find((one) => one.file === file)?.text !== text,
  )
  const earlier = unnoted.map(({ file, text }): ModelVersion => {
    return { file, text, revision: before.revision, published: at, author: null, note: null }
  })
  const now = changed.map(({ file, text }): ModelVersion => ({ file, text, revision, published: at, author, note }))
  return { ...before, models: keepUnknown(before, models), versions: latest([...now, ...earlier, ...before.versions]) }
}

/**
 * Stores what `edit` makes of the document that is there, which may be newer than the one known; `edit` gives back what
 * stands in its way instead where it would lose something.
 */
export async function store(
  workbook: Workbook,
  edit: (there: SalusDocument) => SalusDocument | Extract<Saved, { kind: 'conflict' }>,
  empty: SalusDocument,
): Promise<Saved> {
  let stored = await workbook.readPart()
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const read = stored === null ? { document: empty } : decodeDocument(stored)
    if ('problem' in read) return { kind: 'refused', message: read.problem }
    const edited = edit(read.document)
    if ('kind' in edited) return edited
    const document = { ...edited, revision: read.document.revision + 1 }
    const { written, found } = await workbook.writePart(encodeDocument(document), stored)
    if (written) return { kind: 'saved', document }
    stored = found
  }
  return { kind: 'refused', message: 'others are storing in this workbook at the moment: try again' }
}

const ATTEMPTS = 10

/** My models on top of what others have published since `base`; a model that both have changed stands in the way. */
export function mergeModels(
  base: SalusDocument,
  theirs: SalusDocument,
  mine: readonly ModelText[],
): readonly ModelText[] | Extract<Saved, { kind: 'conflict' }> {
  const files = [...new Set([...mine, ...theirs.models].map(({ file }) => file))]
  const sides = [...new Set([...files, ...base.models.map(({ file }) => file)])].map((file) => ({
    file,
    base: textOf(base, file),
    mine: mine.find((one) => one.file === file)?.text ?? null,
    theirs: textOf(theirs, file),
  }))
  const texts = sides.filter((one) => one.mine !== one.base && one.theirs !== one.base && one.mine !== one.theirs)
  if (texts.length > 0) return { kind: 'conflict', theirs, texts }
  return sides.flatMap((one) => {
    const text = one.mine === one.base ? one.theirs : one.mine
    return text === null ? [] : [{ file: one.file, text }]
  })
}

function textOf({ models }: SalusDocument, file: string): string | null {
  return models.find((one) => one.file === file)?.text ?? null
}

function keepUnknown(before: SalusDocument, models: readonly ModelText[]): readonly ModelText[] {
  return models.map((one) => ({ ...before.models.find(({ file }) => file === one.file), ...one }))
}

function latest(versions: readonly ModelVersion[]): readonly ModelVersion[] {
  const counts = new Map<string, number>()
  return versions.filter(({ file }) => {
    const count = (counts.get(file) ?? 0) + 1
    counts.set(file, count)
    return count <= VERSIONS
  })
}
