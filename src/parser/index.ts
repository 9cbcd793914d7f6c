import type { IToken } from 'chevrotain'
import type { Finding } from '../findings/finding.ts'
import { buildModel } from './build.ts'
import type { Context } from './build/context.ts'
import { blankOutside, type Fence, fencesIn, isLiterate, refill } from './literate.ts'
import { print } from './print.ts'
import { read, type Reading } from './read.ts'
import { documentation } from './scan.ts'
import type { ModelTree } from './tree.ts'

/**
 * Reads a model file, or the fences of a literate one. Never throws: what cannot be read is a finding, and the tree holds
 * the rest. Spans are UTF-16 offsets into the text as given.
 */
export function parse(text: string, file: string): { tree: ModelTree; findings: readonly Finding[] } {
  const source = sourceOf(text, file)
  return treeOf(read(source.text, file), source.text, file)
}

/** The canonical form of a model file; of a literate one, only what is in its fences. With an error it comes back as it is. */
export function format(text: string, file: string): { text: string; findings: readonly Finding[] } {
  const source = sourceOf(text, file)
  const reading = read(source.text, file)
  const { findings } = treeOf(reading, source.text, file)
  if (findings.some((found) => found.level === 'error')) return { text, findings }
  const seams = source.fences?.map(({ start }) => start) ?? []
  const rows = print(reading.attempt.cst, { text: source.text, comments: reading.comments, seams })
  const plain = () => rows.map((row) => `${row.text}\n`).join('')
  return { text: source.fences === null ? plain() : refill(text, source.fences, rows), findings }
}

function sourceOf(text: string, file: string): { text: string; fences: readonly Fence[] | null } {
  if (!isLiterate(file)) return { text, fences: null }
  const fences = fencesIn(text)
  return { text: blankOutside(text, fences), fences }
}

function treeOf(reading: Reading, text: string, file: string): { tree: ModelTree; findings: readonly Finding[] } {
  const findings = [...reading.findings]
  const { comments } = reading
  const { cst, tokens } = reading.attempt
  const lined = `\n${text}`
  const at: Context = {
    file,
    docs: documentation({ tokens, comments }),
    column: ({ startOffset }) => columnAt(startOffset, lined),
    report: (found) => findings.push(found),
  }
  const tree = { ...buildModel(cst, text.length, at), allows: allowsIn(comments, file) }
  return { tree, findings: inOrder(findings) }
}

/** In a text with a newline put before it. */
function columnAt(offset: number, lined: string): number | null {
  const before = lined.slice(Math.max(0, offset - 200), offset + 1)
  return /[\n\r]([^\S\n\r]*)$/.exec(before)?.[1]?.length ?? null
}

/** By place, and of several at one place only the first that was found. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const places = new Set<number>()
  return findings
    .filter(({ span }) => {
      const start = span?.start ?? -1
      return !places.has(start) && places.add(start)
    })
    .toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
}

function allowsIn(comments: readonly IToken[], file: string): ModelTree['allows'] {
  return comments.flatMap(({ image, startOffset: start }) => {
    const [, slug, reason] = /^\/\/\s*allow\s+([a-z][a-z-]*)\s*:?\s*(.*)$/.exec(image) ?? []
    if (slug === undefined || reason === undefined) return []
    return [{ slug, reason: reason.trim(), span: { file, start, end: start + image.length } }]
  })
}

export { tokensOf } from './highlight.ts'
export { placeAt, type Place, type Role } from './place.ts'
export type * from './tree.ts'
