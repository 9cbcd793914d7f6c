import { examine } from '../../src/checks/examine.ts'
import { compile } from '../../src/compile/index.ts'
import type { Finding, Fix } from '../../src/findings/finding.ts'
import { sentence } from '../../src/findings/report.ts'
import type { Model } from '../../src/model/model.ts'

/** A text as `salus check` sees it. */
export function checked(text: string): { readonly model: Model; readonly findings: readonly Finding[] } {
  const reading = compile(text, 'm.salus', () => null)
  return { model: reading.model, findings: examine(reading, { asOf: null }) }
}

export function applied(text: string, fix: Fix): string {
  return fix.edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: edit }) => result.slice(0, span.start) + edit + result.slice(span.end), text)
}

/** What a finding says and where, without offsets: the same before and after an edit elsewhere. */
export function said(finding: Finding): string {
  return `${finding.slug} at ${finding.trail.join('.')}: ${sentence(finding)}`
}

/** A model of one measure. */
export function modelOf(input: string, measure: string): string {
  return `model m\nmissing skip\ninputs { x ${input} }\nmeasure x ${measure}\n`
}

/** The kind of a finding and what it is about, without figures; a band inside another is an overlap that leaves it nothing. */
export function about({ slug, trail, parameters }: Finding): string {
  const names = Object.entries(parameters as Record<string, string>).filter(([key]) => !figures.has(key))
  return [slug.replace('band-inside', 'band-overlap'), ...trail, ...names.map(([, name]) => name).toSorted()].join(' ')
}

/** What a repair nearby may change in a finding that was there before. */
const figures = new Set(['at', 'stretch', 'weight', 'total'])
