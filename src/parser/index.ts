import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import { buildModel } from './build.ts'
import type { FileCstNode } from './cst.ts'
import { SalusParser } from './grammar.ts'
import { print } from './print.ts'
import { documentation, scan } from './scan.ts'
import type { ModelTree } from './tree.ts'

const parser = new SalusParser({ skipValidations: true })

/** Reads a model file. Never throws: what cannot be read is a finding, and the tree holds the rest. */
export function parse(text: string, file: string): { tree: ModelTree; findings: readonly Finding[] } {
  const findings: Finding[] = []
  const scanned = scan(text)
  parser.input = scanned.tokens
  const cst = parser.file() as FileCstNode
  for (const error of parser.errors) {
    const { startOffset: start, image } = error.token
    const end = start + image.length
    findings.push(finding('syntax', { shape: 'unexpected', found: image }, { span: { file, start, end } }))
  }
  const at = { file, docs: documentation(scanned), report: (found: Finding) => findings.push(found) }
  const allows = scanned.comments.flatMap((comment) => {
    const [, slug, reason] = /^\/\/\s*allow\s+([a-z][a-z-]*)\s*:?\s*(.*)$/.exec(comment.image) ?? []
    if (slug === undefined || reason === undefined) return []
    const start = comment.startOffset
    return [{ slug, reason: reason.trim(), span: { file, start, end: start + comment.image.length } }]
  })
  return { tree: { ...buildModel(cst, text.length, at), allows }, findings }
}

/** The canonical form of a model file; a file with an error comes back as it is. */
export function format(text: string, file: string): { text: string; findings: readonly Finding[] } {
  const scanned = scan(text)
  const { findings } = parse(text, file)
  if (findings.some((found) => found.level === 'error')) return { text, findings }
  parser.input = scanned.tokens
  const rows = print(parser.file() as FileCstNode, { text, comments: scanned.comments, seams: [] })
  return { text: rows.map((row) => `${row.text}\n`).join(''), findings }
}

export type * from './tree.ts'
