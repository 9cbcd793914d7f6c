import { bareInput } from '../../model/bare-input.ts'
import type { Input, InputType } from '../../model/input.ts'

/** What a column of texts holds when all of its different values are looked at; null where it can be no measure. */
export type Guess =
  | {
      readonly kind: 'number'
      readonly type: 'count' | 'number' | 'percent' | 'ratio'
      readonly read: (text: string) => number
    }
  | { readonly kind: 'yes/no'; readonly read: (text: string) => boolean }
  | { readonly kind: 'choice'; readonly levels: readonly string[] }
  | { readonly kind: 'date' }
  | null

/** More different texts than these are names or notes, no choice. */
const MOST_LEVELS = 12

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', 't', '1'].map((text) => [text, true] as const),
  ...['no', 'n', 'false', 'f', '0'].map((text) => [text, false] as const),
])

/** Reads what a column is from its different texts (trimmed, none empty) and its header. */
export function guessType(texts: readonly string[], header: string): Guess {
  if (texts.length < 2) return null
  if (texts.every((text) => YES_NO.has(text.toLowerCase())))
    return { kind: 'yes/no', read: (text) => YES_NO.get(text.toLowerCase())! }
  if (texts.every((text) => /^\d{4}-\d{2}-\d{2}/.test(text))) return { kind: 'date' }
  if (texts.every(isNumber)) return numberGuess(texts, header)
  return texts.length <= MOST_LEVELS ? { kind: 'choice', levels: texts.toSorted(byText) } : null
}

function numberGuess(texts: readonly string[], header: string): Guess {
  const percents = texts.some((text) => text.endsWith('%')) || /%|pct|percent/i.test(header)
  if (percents) return { kind: 'number', type: 'percent', read: (text) => Number(`${text.replace('%', '')}e-2`) }
  const values = texts.map(Number)
  const whole = values.every((value) => Number.isInteger(value) && value >= 0)
  const type = whole ? 'count' : values.every((value) => value >= 0 && value <= 1) ? 'ratio' : 'number'
  return { kind: 'number', type, read: Number }
}

function isNumber(text: string): boolean {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)%?$/.test(text)
}

/** An input as a guess declares it. */
export function inputFor(name: string, header: string, guess: NonNullable<Guess>): Input {
  const type: InputType = guess.kind === 'number' ? guess.type : guess.kind
  const counted = type === 'count'
  const choices = guess.kind === 'choice' ? guess.levels : []
  return bareInput(name, type, { labels: [header], low: counted ? 0 : null, whole: counted, choices })
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
