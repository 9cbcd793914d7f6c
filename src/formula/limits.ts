import { depthOf } from './text.ts'

/** What a workbook takes in one formula. */
const MOST_CHARACTERS = 8192
const MOST_LEVELS = 64

/** What is too much in a formula; null where it can be stored. */
export function tooMuch(formula: string): string | null {
  if (formula.length + 1 > MOST_CHARACTERS) return `a formula of ${formula.length + 1} characters`
  const levels = depthOf(formula)
  return levels > MOST_LEVELS ? `a formula of ${levels} levels` : null
}
