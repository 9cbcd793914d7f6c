import { EOF, type IRecognitionException, type IToken, type TokenType } from 'chevrotain'
import type { FileCstNode } from '../cst.ts'
import { SalusParser } from '../grammar.ts'
import { vocabulary } from '../tokens.ts'

/** A place where the grammar could not go on. */
export interface Fault {
  /** The rules it was in, innermost first. */
  readonly rules: readonly string[]
  /** What alone would have fitted; null where there was a choice. */
  readonly expected: TokenType | null
  /** Of the token that did not fit; at the end of the file, the number of tokens. */
  readonly index: number
}

export interface Attempt {
  readonly tokens: readonly IToken[]
  readonly cst: FileCstNode
  /** In the order of the text, at most one for a token. */
  readonly faults: readonly Fault[]
}

const parser = new SalusParser({ skipValidations: true })

/** Runs the grammar over some tokens. */
export function attempt(tokens: readonly IToken[]): Attempt {
  parser.input = [...tokens]
  const cst = parser.file() as FileCstNode
  const { errors } = parser
  parser.input = []
  const indexes = new Map(errors.length === 0 ? [] : tokens.map((token, index) => [token, index]))
  const faults = new Map<number, Fault>()
  for (const error of errors) {
    const index = indexes.get(error.token) ?? tokens.length
    if (!faults.has(index)) faults.set(index, faultOf(error, index))
  }
  return { tokens, cst, faults: [...faults.values()].toSorted((a, b) => a.index - b.index) }
}

const typeByName = new Map([...vocabulary, EOF].map((type) => [type.name, type]))

function faultOf(error: IRecognitionException, index: number): Fault {
  return { rules: error.context.ruleStack.toReversed(), expected: typeByName.get(error.message) ?? null, index }
}
