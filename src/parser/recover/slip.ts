import type { Shape } from '../../findings/catalogue/shapes.ts'
import type { Edit, Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Span } from '../../findings/span.ts'

/** A fault in the shape of a text, with the edit that mends it if there is one. */
export function slip(shape: Shape, span: Span, fix?: { title: string; edits: readonly Edit[] }): Finding {
  return finding('syntax', shape, { span, fixes: fix === undefined ? [] : [fix] })
}

/** A repair that writes something else in place of a stretch. */
export function rewrite(span: Span, text: string): { title: string; edits: readonly Edit[] } {
  if (text === '') return { title: 'take it out', edits: [{ span, text }] }
  const title = `${span.start === span.end ? 'add' : 'write'} \`${text.trim()}\``
  return { title, edits: [{ span, text }] }
}
