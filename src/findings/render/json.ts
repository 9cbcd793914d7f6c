import type { Finding, NumberLine, Witness } from '../finding.ts'
import type { Level } from '../level.ts'
import { sentence } from '../report.ts'
import type { Span } from '../span.ts'
import { positionAt, type TextOf } from './source.ts'

/** A span with the lines and columns people count, from 1; those are null where the text is not at hand. */
export interface PlacedSpan extends Span {
  readonly line: number | null
  readonly column: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
}

/** A finding for programs: the words included, so that nothing else is needed to show it. */
export interface FindingJson {
  readonly slug: string
  readonly level: Level
  readonly message: string
  readonly parameters: unknown
  readonly span: PlacedSpan | null
  readonly related: readonly { readonly span: PlacedSpan; readonly label: string }[]
  readonly trail: readonly string[]
  readonly witness: Witness | null
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { span: PlacedSpan; text: string }[] }[]
  readonly question: string | null
  readonly numberLine: NumberLine | null
  readonly accounts: { readonly count: number; readonly total: number } | null
}

export function findingJson(finding: Finding, textOf: TextOf): FindingJson {
  const place = (span: Span) => placed(span, textOf)
  return {
    slug: finding.slug,
    level: finding.level,
    message: sentence(finding),
    parameters: finding.parameters,
    span: finding.span && place(finding.span),
    related: finding.related.map(({ span, label }) => ({ span: place(span), label })),
    trail: finding.trail,
    witness: finding.witness,
    fixes: finding.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map(({ span, text }) => ({ span: place(span), text })),
    })),
    question: finding.question,
    numberLine: finding.numberLine ?? null,
    accounts: finding.accounts,
  }
}

function placed(span: Span, textOf: TextOf): PlacedSpan {
  const text = textOf(span.file)
  const start = text === null ? null : positionAt(text, span.start)
  const end = text === null ? null : positionAt(text, span.end)
  return {
    file: span.file,
    start: span.start,
    end: span.end,
    line: start?.line ?? null,
    column: start?.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
  }
}
