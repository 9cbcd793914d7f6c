import type { Finding } from '../finding.ts'

/** Findings file by file in source order; those about no text come last. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => {
    if (a.span === null || b.span === null) return Number(a.span === null) - Number(b.span === null)
    return a.span.file === b.span.file ? a.span.start - b.span.start : a.span.file < b.span.file ? -1 : 1
  })
}

/** `2 errors, 1 warning`; empty where there is nothing. */
export function tally(findings: readonly Finding[]): string {
  return (['error', 'warning', 'hint'] as const)
    .map((level) => ({ level, count: findings.filter((found) => found.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}${count === 1 ? '' : 's'}`)
    .join(', ')
}
