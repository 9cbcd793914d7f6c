import type { Column, Columns } from '../../model/columns.ts'
import { labelOf, type Input } from '../../model/input.ts'
import { namer } from '../../parser/names.ts'
import type { Candidate } from './observations.ts'
import { guessType, inputFor, type Guess } from './types-of-texts.ts'

/** What a table offers to learn from: columns that may become measures, with the inputs that declare them. */
export interface Offered {
  readonly candidates: readonly Candidate[]
  readonly inputs: ReadonlyMap<string, Input>
  /** Headers of columns that can be no measure: dates, notes, one value only. */
  readonly leftOut: readonly string[]
}

/**
 * Makes candidates of bound columns. `declared` are inputs of a model and keep their names and types; every other column
 * is one of texts, bound by its header, and what it holds is read from its texts.
 */
export function offer(columns: Columns, declared: readonly Input[], headers: readonly string[]): Offered {
  const nameOf = namer(declared.map(({ name }) => name))
  const candidates: Candidate[] = []
  const inputs = new Map<string, Input>()
  const leftOut: string[] = []
  const add = (input: Input, candidate: Candidate | null): void => {
    if (candidate === null) return void leftOut.push(labelOf(input))
    candidates.push(candidate)
    inputs.set(input.name, input)
  }
  for (const input of declared) {
    const column = columns.inputs.get(input.name)
    if (column !== undefined) add(input, fromDeclared(input, column))
  }
  for (const header of headers) {
    const column = columns.inputs.get(header)
    if (column?.kind !== 'text') continue
    const texts = column.dictionary.map((text) => text.trim())
    const guess = guessType([...new Set(texts.filter((text) => !isNothing(text)))], header)
    if (guess === null || guess.kind === 'date') {
      leftOut.push(header)
      continue
    }
    const input = inputFor(nameOf(words(header), 'measure'), header, guess)
    add(input, fromTexts(input, guess, texts, column.codes))
  }
  return { candidates, inputs, leftOut }
}

function fromDeclared(input: Input, column: Column): Candidate | null {
  const { name, type } = input
  if (type === 'date' || type === 'text') return null
  if (type === 'yes/no') {
    if (column.kind !== 'number') return null
    const codes = Int32Array.from(column.values, (value) => (Number.isNaN(value) ? -1 : value))
    return { kind: 'choice', type, name, codes, levels: ['no', 'yes'], ranks: null }
  }
  if (column.kind === 'number')
    return type === 'choice' ? null : { kind: 'number', type, name, values: column.values, rising: null }
  // A choice may be spelt in the data's order: codes are put into the declared one.
  const places = column.dictionary.map((text) => input.choices.indexOf(text))
  const codes = Int32Array.from(column.codes, (code) => (code < 0 ? -1 : places[code]!))
  return { kind: 'choice', type: 'choice', name, codes, levels: input.choices, ranks: null }
}

function fromTexts(
  { name }: Input,
  guess: Exclude<NonNullable<Guess>, { kind: 'date' }>,
  texts: readonly string[],
  codes: Int32Array,
): Candidate {
  if (guess.kind === 'number') {
    const read = texts.map((text) => (isNothing(text) ? NaN : guess.read(text)))
    const values = Float64Array.from(codes, (code) => (code < 0 ? NaN : read[code]!))
    return { kind: 'number', type: guess.type, name, values, rising: null }
  }
  const levels = guess.kind === 'yes/no' ? ['no', 'yes'] : guess.levels
  const levelOf = (text: string): number =>
    isNothing(text) ? -1 : guess.kind === 'yes/no' ? Number(guess.read(text)) : levels.indexOf(text)
  const read = texts.map(levelOf)
  const into = Int32Array.from(codes, (code) => (code < 0 ? -1 : read[code]!))
  return { kind: 'choice', type: guess.kind, name, codes: into, levels, ranks: null }
}

function isNothing(text: string): boolean {
  return text === '' || /^(?:n\/?a|#n\/a|nan|none|null|-|–|—)$/i.test(text)
}

/** `PaperlessBilling` as two words. */
function words(header: string): string {
  return header.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
}
