import type { Command } from '@codemirror/view'
import { format } from '../../parser/index.ts'

/** Puts the text into its canonical form; only what differs is replaced, so that the cursor stays where it was. */
export function formatCommand(file: string): Command {
  return ({ state, dispatch }) => {
    const before = state.doc.toString()
    const { text } = format(before, file)
    if (text === before) return true
    let start = 0
    while (start < before.length && before[start] === text[start]) start += 1
    let end = 0
    while (end < Math.min(before.length, text.length) - start && before.at(-1 - end) === text.at(-1 - end)) end += 1
    const changes = { from: start, to: before.length - end, insert: text.slice(start, text.length - end) }
    dispatch(state.update({ changes, userEvent: 'input.format' }))
    return true
  }
}
