import type { Input } from '../../model/input.ts'
import { plainText } from '../cell-text.ts'
import type { Cell, Reading, Unreadable } from '../cell.ts'
import { isMissingMark, isSpreadsheetError } from './missing.ts'

export type TextReader = (cell: Cell) => Reading<string>

/** How cells of a text input or a choice are read: text trimmed, a choice spelt as declared. */
export function textReader(input: Input): TextReader {
  const choices = new Map(input.choices.map((choice) => [fold(choice), choice]))
  const marks = new Set(input.missingWhen.map((mark) => fold(String(mark))))
  const wrong: Unreadable = { expected: expected(input) }

  return (cell) => {
    if (cell === null) return null
    if (typeof cell === 'object' && cell.kind === 'other') return wrong
    const trimmed = plainText(cell).trim()
    if (marks.size > 0 && marks.has(fold(trimmed))) return null
    if (input.type === 'choice') {
      const choice = choices.get(fold(trimmed))
      if (choice !== undefined) return choice
      return isMissingMark(trimmed, 'choice') ? null : wrong
    }
    if (isMissingMark(trimmed, 'text')) return null
    return isSpreadsheetError(trimmed) ? wrong : trimmed
  }
}

/** Case, and how much space stands between words, make no difference. */
function fold(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

function expected(input: Input): string {
  if (input.type !== 'choice') return 'text'
  const all = input.choices.join(', ')
  return all.length <= 60 ? `one of ${all}` : `one of its ${input.choices.length} choices`
}
