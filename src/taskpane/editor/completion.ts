import { autocompletion, snippet, type Completion, type CompletionSource } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView, Rect } from '@codemirror/view'
import { complete } from '../../authoring/complete/complete.ts'
import type { CompletionContext, Suggestion } from '../../authoring/complete/suggestion.ts'

/** Suggestions from the language services; `context` is asked each time, since the sheet changes under the pane. */
export function completion(file: string, context: () => CompletionContext): Extension {
  const source: CompletionSource = (at) => {
    const typed = at.matchBefore(/[\p{L}\p{N}_`"]+|[.=<]\s?/u)
    if (typed === null && !at.explicit) return null
    const found = complete(at.state.doc.toString(), file, at.pos, context())
    const [first] = found
    if (first === undefined) return null
    const { start, end } = first.replaces
    return { from: start, to: end, filter: false, options: found.map(optionOf) }
  }
  return autocompletion({
    override: [source],
    activateOnTypingDelay: 150,
    maxRenderedOptions: 60,
    icons: false,
    positionInfo: below,
  })
}

function optionOf({ label, detail, about, template, insert }: Suggestion): Completion {
  return {
    label,
    ...(detail === null ? {} : { detail }),
    ...(about === null ? {} : { info: about }),
    apply: template === insert ? insert : snippet(fields(template)),
  }
}

/** `weight ${10%}` becomes `weight ${1:10%}`: a bare number would be taken for the place of a field. */
function fields(template: string): string {
  let place = 0
  return template.replace(/\$\{([^}]*)\}/g, (_, filled: string) => `\${${++place}:${filled}}`)
}

/** There is no room beside the list in a narrow pane: what is said of a suggestion stands under it, or above where that is full. */
function below(_: EditorView, list: Rect, __: Rect, info: Rect, space: Rect): { readonly style: string } {
  const fits = list.bottom + (info.bottom - info.top) <= space.bottom
  const height = list.bottom - list.top
  return {
    style: `left: 0; max-width: ${list.right - list.left}px; ${fits ? `top: ${height}px` : `bottom: ${height}px`}`,
  }
}
