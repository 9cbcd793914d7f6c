import type { IToken } from 'chevrotain'
import type { Finding } from '../findings/finding.ts'
import { buildModel } from './build.ts'
import { print } from './print.ts'
import { read, type Reading } from './read.ts'
import { documentation } from './scan.ts'
import type { ModelTree } from './tree.ts'

/**
 * Reads a model file. Never throws: what cannot be read is a finding, and the tree holds the rest. Spans are UTF-16 offsets
 * into the text as given.
 */
export function parse(text: string, file: string): { tree: ModelTree; findings: readonly Finding[] } {
  return treeOf(read(text, file), text, file)
}

function treeOf(reading: Reading, text: string, file: string): { tree: ModelTree; findings: readonly Finding[] } {
  const findings = [...reading.findings]
  const { comments } = reading
  const { cst, tokens } = reading.attempt
  const at = { file, docs: documentation({ tokens, comments }), report: (found: Finding) => findings.push(found) }
  const tree = { ...buildModel(cst, text.length, at), allows: allowsIn(comments, file) }
  return { tree, findings: inOrder(findings) }
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

/** The canonical form of a model file; a file with an error comes back as it is. */
export function format(text: string, file: string): { text: string; findings: readonly Finding[] } {
  const reading = read(text, file)
  const { findings } = treeOf(reading, text, file)
  if (findings.some((found) => found.level === 'error')) return { text, findings }
  const rows = print(reading.attempt.cst, { text, comments: reading.comments, seams: [] })
  return { text: rows.map((row) => `${row.text}\n`).join(''), findings }
}

export type * from './tree.ts'
