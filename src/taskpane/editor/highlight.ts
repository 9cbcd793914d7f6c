import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { tokensOf } from '../../parser/index.ts'

/** Milliseconds after the last keystroke at which colours are looked at again; until then they move along with the text. */
const PAUSE = 60

/** Colours by the language's own lexer. Nothing of it happens while a key goes down. */
export function highlight(file: string) {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      private waiting: ReturnType<typeof setTimeout> | undefined

      constructor(view: EditorView) {
        this.decorations = colored(view.state.doc.toString(), file)
      }

      update({ docChanged, changes, view }: ViewUpdate): void {
        if (!docChanged) return
        this.decorations = this.decorations.map(changes)
        clearTimeout(this.waiting)
        this.waiting = setTimeout(() => {
          this.decorations = colored(view.state.doc.toString(), file)
          view.dispatch({})
        }, PAUSE)
      }

      destroy(): void {
        clearTimeout(this.waiting)
      }
    },
    { decorations: ({ decorations }) => decorations },
  )
}

function colored(text: string, file: string): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { kind, start, end } of tokensOf(text, file)) {
    const mark = marks[kind]
    if (mark !== undefined) builder.add(start, end, mark)
  }
  return builder.finish()
}

const marks: Readonly<Record<string, Decoration>> = Object.fromEntries(
  ['keyword', 'type', 'number', 'date', 'text', 'comment', 'documentation'].map((kind) => [
    kind,
    Decoration.mark({ class: `salus-${kind}` }),
  ]),
)
