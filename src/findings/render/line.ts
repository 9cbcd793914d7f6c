import type { Finding } from '../finding.ts'
import { sentence } from '../report.ts'
import { positionAt, type TextOf } from './source.ts'

/** One line for a log, a cell or an editor's problem matcher: `a.salus:14:5: error: … [band-overlap]`. */
export function renderLine(finding: Finding, textOf: TextOf): string {
  const said = `${finding.level}: ${sentence(finding)} [${finding.slug}]`
  if (finding.span === null) return said
  const { file, start } = finding.span
  const text = textOf(file)
  if (text === null) return `${file}: ${said}`
  const { line, column } = positionAt(text, start)
  return `${file}:${line}:${column}: ${said}`
}
