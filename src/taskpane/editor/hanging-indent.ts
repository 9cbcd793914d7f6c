import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

/** In a narrow pane most lines wrap: what wraps stands further in than the line began. */
export const hangingIndent = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = indents(view)
    }

    update({ docChanged, viewportChanged, view }: ViewUpdate): void {
      if (docChanged || viewportChanged) this.decorations = indents(view)
    }
  },
  { decorations: ({ decorations }) => decorations },
)

/** Of the lines in sight alone. */
function indents({ visibleRanges, state }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at)
      builder.add(line.from, line.from, hanging(/^ */.exec(line.text)![0].length + 2))
      at = line.to + 1
    }
  }
  return builder.finish()
}

const made = new Map<number, Decoration>()

function hanging(indent: number): Decoration {
  const width = Math.min(indent, 12)
  const known = made.get(width)
  if (known !== undefined) return known
  const style = `padding-left: calc(4px + ${width}ch); text-indent: -${width}ch`
  const decoration = Decoration.line({ attributes: { style } })
  made.set(width, decoration)
  return decoration
}
