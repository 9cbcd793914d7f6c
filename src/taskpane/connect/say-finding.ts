import type { Finding } from '../../findings/finding.ts'
import { sentence } from '../../findings/report.ts'

/** A finding as a sentence of its own: names in quotation marks, as people write them. */
export function sayFinding(finding: Finding): string {
  const text = sentence(finding)
    .replaceAll(/`([^`]*)`/g, '“$1”')
    .replaceAll(/"([^"]*)"/g, '“$1”')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`
}
