import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import { buildModel } from './build.ts'
import type { FileCstNode } from './cst.ts'
import { SalusParser } from './grammar.ts'
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

export type * from './tree.ts'
