/**
 * A formula before its cells have places: text in which a mark stands for a cell. `column` is a cell of the same row,
 * `number` a cell of the model's sheet, `edge` the cell beside it that holds the number as it is compared.
 */
export type Text = string

export type Mark = 'column' | 'number' | 'low' | 'high'

const OPEN = '\u0001'
const CLOSE = '\u0002'
// oxlint-disable-next-line no-control-regex
const MARKS = /\u0001(column|number|low|high):([^\u0002]*)\u0002/g

export function mark(kind: Mark, key: string): Text {
  return `${OPEN}${kind}:${key}${CLOSE}`
}

/** The formula with a place in each mark's stead. */
export function placed(text: Text, place: (kind: Mark, key: string) => string): string {
  return text.replaceAll(MARKS, (_, kind: Mark, key: string) => place(kind, key))
}

/** Keys of the columns it reads. */
export function columnsIn(text: Text): readonly string[] {
  return [...text.matchAll(MARKS)].flatMap(([, kind, key]) => (kind === 'column' ? [key!] : []))
}

/** Keys of the model's numbers it reads, each as often as it does. */
export function numbersIn(text: Text): readonly string[] {
  return [...text.matchAll(MARKS)].flatMap(([, kind, key]) => (kind === 'column' ? [] : [key!]))
}

/** Whether it may stand twice in a formula at no cost: one cell or one literal. */
export function isAtom(text: Text): boolean {
  return ATOM.test(text)
}
// oxlint-disable-next-line no-control-regex
const ATOM = /^(?:\u0001[^\u0002]*\u0002|-?[\d.]+(?:E-?\d+)?|"[^"]*"|TRUE|FALSE)$/

/** How long it becomes, at most, and how deep its brackets go. */
export function sizeOf(text: Text): { readonly length: number; readonly depth: number } {
  const bare = placed(text, () => 'Model!$AA$10000')
  return { length: bare.length, depth: depthOf(bare) }
}

/** How deep the brackets of a formula go. */
export function depthOf(formula: string): number {
  let depth = 0
  let deepest = 0
  for (const sign of formula.replaceAll(/"(?:[^"]|"")*"/g, '')) {
    if (sign === '(') deepest = Math.max(deepest, ++depth)
    if (sign === ')') depth--
  }
  return deepest
}

/** A number as a formula has it. */
export function number(value: number): Text {
  const digits = String(value === 0 ? 0 : value)
    .replace('e+', 'E')
    .replace('e', 'E')
  return value < 0 ? `(${digits})` : digits
}

/** A text as a formula has it. A literal holds 255 characters. */
export function quoted(value: string): Text {
  if (value.length <= LONGEST_LITERAL) return `"${value.replaceAll('"', '""')}"`
  const pieces = Array.from({ length: Math.ceil(value.length / LONGEST_LITERAL) }, (_, n) =>
    quoted(value.slice(n * LONGEST_LITERAL, (n + 1) * LONGEST_LITERAL)),
  )
  return `(${pieces.join('&')})`
}
const LONGEST_LITERAL = 120

/** What stands for "missing" in a cell. */
export const BLANK: Text = '""'

export function all(conditions: readonly Text[]): Text {
  const told = [...new Set(conditions)].filter((one) => one !== 'TRUE')
  if (told.includes('FALSE')) return 'FALSE'
  return told.length === 0 ? 'TRUE' : told.length === 1 ? told[0]! : call('AND', told)
}

export function any(conditions: readonly Text[]): Text {
  const told = [...new Set(conditions)].filter((one) => one !== 'FALSE')
  if (told.includes('TRUE')) return 'TRUE'
  return told.length === 0 ? 'FALSE' : told.length === 1 ? told[0]! : call('OR', told)
}

export function not(condition: Text): Text {
  if (condition === 'TRUE') return 'FALSE'
  return condition === 'FALSE' ? 'TRUE' : `NOT(${condition})`
}

/** The first branch that holds, else what is left. */
export function cases(branches: readonly (readonly [when: Text, then: Text])[], otherwise: Text = BLANK): Text {
  return branches.toReversed().reduce((rest, [when, then]) => {
    if (when === 'FALSE' || then === rest) return rest
    return when === 'TRUE' ? then : `IF(${when},${then},${rest})`
  }, otherwise)
}

/** A function of many: 255 arguments at most. */
export function call(name: 'AND' | 'OR' | 'MIN' | 'MAX' | 'COUNT', parts: readonly Text[]): Text {
  if (parts.length <= MOST_ARGUMENTS) return `${name}(${parts.join(',')})`
  const groups = Array.from({ length: Math.ceil(parts.length / MOST_ARGUMENTS) }, (_, n) =>
    call(name, parts.slice(n * MOST_ARGUMENTS, (n + 1) * MOST_ARGUMENTS)),
  )
  return name === 'COUNT' ? `(${groups.join('+')})` : call(name, groups)
}
const MOST_ARGUMENTS = 250
