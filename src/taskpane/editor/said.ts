import type { Diagnostic } from '@codemirror/lint'
import { type EditorView, hoverTooltip } from '@codemirror/view'
import { hover } from '../../authoring/hover/hover.ts'
import type { Load } from '../../compile/index.ts'
import type { Finding, Fix } from '../../findings/finding.ts'
import { drawNumberLine } from '../../findings/render/number-line.ts'
import { sentence } from '../../findings/report.ts'
import { markdownElement } from './markdown.ts'

/** What stands under the mouse, in words. */
export function hoverTips(file: string, load: () => Load) {
  return hoverTooltip(
    (view, position) => {
      const found = hover(view.state.doc.toString(), file, position, load())
      if (found === null) return null
      const { start, end } = found.span
      return { pos: start, end, above: true, create: () => ({ dom: markdownElement(found.markdown) }) }
    },
    { hoverTime: 350 },
  )
}

/** Findings of this file as the editor shows them, each with its bands and its repairs. */
export function diagnosticsOf(findings: readonly Finding[], file: string, length: number): readonly Diagnostic[] {
  return findings.flatMap((found): Diagnostic[] => {
    if (found.span !== null && found.span.file !== file) return []
    const from = Math.min(found.span?.start ?? 0, length)
    const to = Math.min(Math.max(from, found.span?.end ?? 0), length)
    return [
      {
        from,
        to,
        severity: found.level === 'hint' ? 'info' : found.level,
        message: saidOf(found),
        renderMessage: () => element(found),
        actions: found.fixes
          .filter(({ edits }) => edits.every(({ span }) => span.file === file))
          .map((fix) => ({ name: titleOf(fix), apply: (view: EditorView) => applyFix(view, fix) })),
      },
    ]
  })
}

/** A finding for people: sentences, with names in quotes where the language has its own signs. */
export function saidOf(found: Finding): string {
  const question = found.question === null ? '' : ` ${capital(found.question)}`
  return inQuotes(`${capital(sentence(found))}.${question}`)
}

export function titleOf({ title }: Fix): string {
  return inQuotes(capital(title))
}

/** One step that can be undone. */
export function applyFix(view: EditorView, { edits }: Fix): void {
  const changes = edits.map(({ span, text }) => ({ from: span.start, to: span.end, insert: text }))
  if (changes.some(({ to }) => to > view.state.doc.length)) return
  view.dispatch({ changes, userEvent: 'input.fix' })
}

function element(found: Finding): HTMLElement {
  const box = document.createElement('div')
  box.append(saidOf(found))
  if (found.numberLine !== undefined) {
    const line = document.createElement('div')
    line.className = 'salus-line'
    line.textContent = drawNumberLine(found.numberLine).join('\n')
    box.append(line)
  }
  return box
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function inQuotes(text: string): string {
  return text.replace(/`([^`]*)`/g, '“$1”')
}
