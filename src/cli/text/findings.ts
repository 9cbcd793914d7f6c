import type { Finding } from '../../findings/finding.ts'
import { findingJson, type FindingJson } from '../../findings/render/json.ts'
import { renderTerminal } from '../../findings/render/terminal.ts'
import type { Console } from '../console.ts'

/** Findings of one file with the texts they point into. */
export interface Findings {
  readonly path: string
  readonly findings: readonly Finding[]
  readonly texts: ReadonlyMap<string, string>
}

/** Findings as boxes on stderr; nothing where there are none. */
export function printFindings({ path, findings, texts }: Findings, console: Console): void {
  if (findings.length === 0) return
  // What is said of a table has no place in a text: the file says where.
  const placed = findings.map((found) =>
    found.span === null && found.trail.length === 0 ? { ...found, trail: [path] } : found,
  )
  console.err(`${renderTerminal(placed, (file) => texts.get(file) ?? null, { color: console.errStyle.color })}\n`)
}

export function findingsJson({ path, findings, texts }: Findings): { file: string; findings: FindingJson[] } {
  return { file: path, findings: findings.map((found) => findingJson(found, (file) => texts.get(file) ?? null)) }
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((found) => found.level === 'error')
}
