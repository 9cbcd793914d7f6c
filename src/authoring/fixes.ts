import type { Edit, Finding, Fix } from '../findings/finding.ts'

/** A text with one or more fixes applied. */
export interface Fixed {
  readonly text: string
  readonly applied: readonly Fix[]
  /** Fixes that touch what another one has changed: to be offered again after the text is read anew. */
  readonly left: readonly Fix[]
}

/** Applies one fix. Its edits never overlap. */
export function applyFix(text: string, fix: Fix): string {
  return applyEdits(text, fix.edits)
}

/**
 * Applies the first fix of every finding about `file`, in the order of the findings, each whole or not at all. A fix that
 * two findings share is applied once.
 */
export function applyFixes(text: string, findings: readonly Finding[], file: string): Fixed {
  const applied: Fix[] = []
  const left: Fix[] = []
  for (const fix of findings.flatMap((found) => found.fixes.slice(0, 1))) {
    const own = fix.edits.every((edit) => isWithin(edit, text, file))
    if (!own || applied.some((other) => sameEdits(other, fix))) continue
    const clashes = applied.some((other) => other.edits.some((a) => fix.edits.some((b) => overlap(a, b))))
    if (clashes) left.push(fix)
    else applied.push(fix)
  }
  const edits = applied.flatMap((fix) => fix.edits)
  return { text: applyEdits(text, edits), applied, left }
}

/** From the end backward, so that the places of the others stay true. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const backward = edits.toSorted((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
  return backward.reduce((done, { span, text: own }) => done.slice(0, span.start) + own + done.slice(span.end), text)
}

function isWithin({ span }: Edit, text: string, file: string): boolean {
  return span.file === file && span.start >= 0 && span.start <= span.end && span.end <= text.length
}

/** Two insertions at one place have no order, so they clash too. */
function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start
}

function sameEdits(a: Fix, b: Fix): boolean {
  return JSON.stringify(a.edits) === JSON.stringify(b.edits)
}
