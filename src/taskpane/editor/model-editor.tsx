import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap, linter, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { CompletionContext } from '../../authoring/complete/suggestion.ts'
import type { Load } from '../../compile/index.ts'
import type { Finding, Fix } from '../../findings/finding.ts'
import { completion } from './completion.ts'
import { formatCommand } from './format-command.ts'
import { hangingIndent } from './hanging-indent.ts'
import { highlight } from './highlight.ts'
import { applyFix, diagnosticsOf, hoverTips } from './said.ts'
import { editorTheme } from './theme.ts'

/** What the page around the editor may ask of it. */
export interface EditorHandle {
  /** Selects a place, scrolls to it and takes the focus. */
  readonly goTo: (start: number, end: number) => void
  readonly apply: (fix: Fix) => void
  readonly format: () => void
}

interface EditorProps {
  readonly file: string
  /** Another text than the one typed replaces it; that can be undone. */
  readonly text: string
  readonly onChange: (text: string) => void
  /** Of exactly `examined`; they are shown once the text is that. */
  readonly findings: readonly Finding[]
  readonly examined: string
  readonly context: CompletionContext
  readonly load: Load
  readonly handle: Ref<EditorHandle>
}

/** A model as text. Typing costs only what the editor itself costs: colours, findings and suggestions come in the pauses. */
export function ModelEditor({ file, text, onChange, findings, examined, context, load, handle }: EditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const now = useRef({ onChange, context, load })
  now.current = { onChange, context, load }

  useEffect(() => {
    const format = formatCommand(file)
    const created = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(),
          drawSelection(),
          highlightActiveLine(),
          bracketMatching(),
          closeBrackets(),
          indentUnit.of('  '),
          EditorView.lineWrapping,
          hangingIndent,
          EditorView.contentAttributes.of({
            'aria-label': LABEL,
            tabindex: '0',
            spellcheck: 'false',
            autocapitalize: 'off',
          }),
          lintGutter(),
          // Findings are pushed in when the text has been looked at; here is only how they are shown.
          linter(null),
          highlight(file),
          completion(file, () => ({ ...now.current.context, load: now.current.load })),
          hoverTips(file, () => now.current.load),
          editorTheme,
          keymap.of([
            { key: 'Shift-Alt-f', run: format },
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...lintKeymap,
            ...historyKeymap,
            ...defaultKeymap,
            indentWithTab,
          ]),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) now.current.onChange(state.doc.toString())
          }),
        ],
      }),
    })
    view.current = created
    return () => created.destroy()
    // A new file is a new editor; a new text of the same file is a change within it.
  }, [file])

  useEffect(() => {
    const before = view.current?.state.doc.toString()
    if (before === undefined || before === text) return
    view.current!.dispatch({ changes: { from: 0, to: before.length, insert: text }, userEvent: 'input.replace' })
  }, [text])

  useEffect(() => {
    const { current } = view
    if (current === null || current.state.doc.toString() !== examined) return
    current.dispatch(setDiagnostics(current.state, [...diagnosticsOf(findings, file, examined.length)]))
  }, [findings, examined, file])

  useImperativeHandle(handle, () => ({
    goTo: (start, end) => {
      const length = view.current!.state.doc.length
      const selection = { anchor: Math.min(start, length), head: Math.min(end, length) }
      view.current!.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) })
      view.current!.focus()
    },
    apply: (fix) => applyFix(view.current!, fix),
    format: () => void formatCommand(file)(view.current!),
  }))

  return <div ref={place} style={{ height: '100%', minHeight: 0 }} />
}

const LABEL = 'Text of the model. Press Escape, then Tab, to leave it.'
