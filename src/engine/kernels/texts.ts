import type { Model } from '../../model/model.ts'
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

/**
 * With every text that formulas of the model spell: a program that is made while a table is scored finds its texts among
 * those that are not forgotten with the table's.
 */
export function textsOf(model: Model): Texts {
  const all = texts()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if ('kind' in part && part.kind === 'text' && 'value' in part && typeof part.value === 'string')
      codeOf(all, part.value)
    for (const inner of Object.values(part)) visit(inner)
  }
  visit([model.lets, model.appliesWhen, model.segments, model.indicators, model.results])
  return all
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
