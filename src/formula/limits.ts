/** What a workbook takes in one formula. */
const MOST_CHARACTERS = 8192
const MOST_LEVELS = 64

/** What is too much in a formula; null where it can be stored. */
export function tooMuch(formula: string): string | null {
  if (formula.length + 1 > MOST_CHARACTERS) return `a formula of ${formula.length + 1} characters`
  let level = 0
  let deepest = 0
  for (const sign of formula.replaceAll(/"(?:[^"]|"")*"/g, '')) {
    if (sign === '(') deepest = Math.max(deepest, ++level)
    if (sign === ')') level--
  }
  return deepest > MOST_LEVELS ? `a formula of ${deepest} levels` : null
}
