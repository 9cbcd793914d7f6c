import { fold } from '../value.ts'

/**
 * Every text of a model and its data by a number, so that conditions on text run on vectors. Two spellings of one text
 * keep their own codes; `folded` gives both the same.
 */
export interface Texts {
  readonly codes: Map<string, number>
  readonly spellings: string[]
  /** By code: the code of the first spelling met that is the same text. */
  readonly folded: number[]
}

export function texts(): Texts {
  return { codes: new Map(), spellings: [], folded: [] }
}

export function codeOf(all: Texts, text: string): number {
  const known = all.codes.get(text)
  if (known !== undefined) return known
  const code = all.spellings.length
  all.codes.set(text, code)
  all.spellings.push(text)
  const plain = fold(text)
  all.folded.push(code)
  if (plain !== text) all.folded[code] = all.folded[codeOf(all, plain)]!
  return code
}

/** Forgets what was met in data, so that a plan kept for long does not grow with every table it scores. */
export function forget(all: Texts, after: number): void {
  for (const text of all.spellings.splice(after)) all.codes.delete(text)
  all.folded.length = after
}
