import { type CstNode, EOF, type IRecognitionException, type IToken, type TokenType } from 'chevrotain'
import type { FileCstNode } from '../cst.ts'
import { SalusParser } from '../grammar.ts'
import { Band, Name, NumberText, vocabulary, word } from '../tokens.ts'

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
  const cst = withoutStacks(() => parser.file() as FileCstNode)
  const { errors } = parser
  parser.input = []
  const indexes = new Map(errors.length === 0 ? [] : tokens.map((token, index) => [token, index]))
  const faults = new Map<number, Fault>()
  for (const error of errors) {
    const index = indexes.get(error.token) ?? tokens.length
    const fault = behindKeyword(faultOf(error, index), tokens)
    if (!faults.has(fault.index)) faults.set(fault.index, fault)
  }
  if (faults.size > 0) dropEmpty(cst)
  return { tokens, cst, faults: [...faults.values()].toSorted((a, b) => a.index - b.index) }
}

/** What does not fit is told by an exception whose stack nobody looks at, and taking that down is most of its cost. */
function withoutStacks<T>(run: () => T): T {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return run()
  } finally {
    Error.stackTraceLimit = before
  }
}

/** Rules that failed before their first token leave nodes that stand nowhere. */
function dropEmpty(node: CstNode): void {
  for (const [name, list] of Object.entries(node.children)) {
    const kept = list.filter((child) => !('children' in child) || child.location!.startOffset >= 0)
    for (const child of kept) if ('children' in child) dropEmpty(child)
    if (kept.length === 0) delete node.children[name]
    else node.children[name] = kept
  }
}

const typeByName = new Map([...vocabulary, EOF].map((type) => [type.name, type]))

function faultOf(error: IRecognitionException, index: number): Fault {
  return { rules: error.context.ruleStack.toReversed(), expected: typeByName.get(error.message) ?? null, index }
}

/** What alone may follow a keyword that begins an option or an amendment, and the rule that would have said so. */
const seconds = new Map<TokenType, readonly [rule: string, expected: TokenType]>([
  [word.weight, ['measureOption', NumberText]],
  [word.dimension, ['dimension', Name]],
  [word.measure, ['measure', Name]],
  [word.scoring, ['bandPoints', Band]],
  [word.because, ['bandText', Band]],
  [word.do, ['bandText', Band]],
  [word.line, ['signed', NumberText]],
  [word.applies, ['applies', word.when]],
  [word.stale, ['stale', word.after]],
  [word.multiply, ['modifier', word.by]],
  [word.cap, ['modifier', word.at]],
  [word.floor, ['modifier', word.at]],
  [word.override, ['modifier', word.to]],
])

/** Where two words decide, the library blames the first, though it is the second that does not fit. */
function behindKeyword(fault: Fault, tokens: readonly IToken[]): Fault {
  const token = tokens[fault.index]
  const inSegment = fault.rules[0] === 'amendment'
  if (token === undefined || fault.expected !== null || (!inSegment && fault.rules[0] !== 'measureOption')) return fault
  const second = seconds.get(token.tokenType)
  if (second === undefined) return fault
  const [rule, expected] = inSegment && token.tokenType === word.weight ? (['path', Name] as const) : second
  return { rules: [rule, ...fault.rules], expected, index: fault.index + 1 }
}
