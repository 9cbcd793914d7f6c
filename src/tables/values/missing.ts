import { MARKS } from '../../model/cell-words.ts'
import type { InputType } from '../../model/input.ts'

/** Words for "no data", but not in a text column, where they may be words: North America, a plan called None. */
export const WORDS: ReadonlySet<string> = new Set(['na', 'none'])

/** Excel's errors. #N/A is not among them: it says that there is no value, not that something went wrong. */
export const ERRORS: ReadonlySet<string> = new Set(
  ['#ref!', '#div/0!', '#value!', '#name?', '#null!', '#num!', '#spill!', '#calc!', '#field!', '#blocked!'].concat([
    '#busy!',
    '#connect!',
    '#external!',
    '#getting_data',
    '#python!',
    '#unknown!',
    '#timeout!',
  ]),
)

/** Whether trimmed text stands for "no data" in a column of that type. */
export function isMissingMark(trimmed: string, type: InputType): boolean {
  if (trimmed.length > 4) return false
  const folded = trimmed.toLowerCase()
  return MARKS.has(folded) || (type !== 'text' && WORDS.has(folded))
}

/** Whether trimmed text is an error that a spreadsheet left behind. */
export function isSpreadsheetError(trimmed: string): boolean {
  return trimmed.startsWith('#') && ERRORS.has(trimmed.toLowerCase())
}
