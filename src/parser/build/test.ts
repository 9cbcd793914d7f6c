import type { ExpectationCstNode, OutcomeCstNode, PairCstNode, TestCstNode, TestLineCstNode } from '../cst.ts'
import type { ExpectationTree, LiteralTree, Numeral, PairTree, Path, TestLineTree, TestTree } from '../tree.ts'
import { type Context, nodeSpan, tokenSpan } from './context.ts'
import {
  literalOf,
  maybeDate,
  maybeName,
  maybeNumeral,
  maybeText,
  nameOf,
  pathOf,
  signedOf,
  textOf,
} from './literals.ts'

export function testOf(node: TestCstNode, at: Context): TestTree {
  return {
    kind: 'test',
    name: maybeText(node.children.Text?.[0], at),
    segment: maybeName(node.children.Name?.[0], at),
    asOf: maybeDate(node.children.DateText?.[0], at),
    lines: (node.children.testLine ?? []).flatMap((line) => lineOf(line, at)),
    span: nodeSpan(node, at),
  }
}

function lineOf(node: TestLineCstNode, at: Context): readonly TestLineTree[] {
  const { givenWord, expectWord, caseWord, pairs, expectations } = node.children
  const span = nodeSpan(node, at)
  const given = (pairs?.[0]?.children.pair ?? []).flatMap((pair) => pairOf(pair, at))
  const expect = (expectations?.[0]?.children.expectation ?? []).flatMap((one) => expectationOf(one, at))
  if (givenWord !== undefined) return [{ kind: 'given', pairs: given, span }]
  if (expectWord !== undefined) return [{ kind: 'expect', expect, span }]
  return caseWord === undefined ? [] : [{ kind: 'case', pairs: given, expect, span }]
}

function pairOf(node: PairCstNode, at: Context): readonly PairTree[] {
  const name = maybeName(node.children.Name?.[0], at)
  const value = literalOf(node.children.literal?.[0], at)
  return name === null || value === null ? [] : [{ name, value, span: nodeSpan(node, at) }]
}

function expectationOf(node: ExpectationCstNode, at: Context): readonly ExpectationTree[] {
  const part = node.children
  const span = nodeSpan(node, at)
  const label = maybeText(part.Text?.[0], at)
  if (part.indicatorWord !== undefined) {
    return label === null ? [] : [{ kind: 'indicator', label, holds: part.noWord === undefined, span }]
  }
  if (part.noWord !== undefined) return part.scoreWord === undefined ? [] : [{ kind: 'no score', span }]
  if (part.shown !== undefined) {
    const { signed, Text: text } = part.shown[0]!.children
    const shown = text === undefined ? signedOf(signed?.[0], at)?.written : textOf(text[0]!, at).text
    return shown === undefined ? [] : [{ kind: 'shown', text: shown, span }]
  }
  if (part.resultWord !== undefined) {
    const name = maybeName(part.Name?.[0], at)
    const value = literalOf(part.literal?.[0], at)
    const within = maybeNumeral(part.within?.[0]?.children.NumberText?.[0], at)
    return name === null || value === null ? [] : [{ kind: 'result', name, value, within, span }]
  }
  const outcome = outcomeOf(part.outcome?.[0], at)
  if (outcome === null) return []
  if (part.scoreWord !== undefined) return [{ kind: 'of', of: 'score', ...outcome, span }]
  const path = pathOf(part.path?.[0], at)
  return [wordly(path, outcome, span) ?? { kind: 'of', of: path, ...outcome, span }]
}

interface Outcome {
  readonly value: LiteralTree
  readonly within: Numeral | null
}

/** `segment x` and `coverage 60%`; in backticks the words are names of measures. */
function wordly(path: Path | null, { value, within }: Outcome, span: PairTree['span']): ExpectationTree | null {
  const head = path?.names[0]
  if (path?.names.length !== 1 || head === undefined || head.span.end - head.span.start !== head.text.length)
    return null
  if (head.text === 'coverage' && value.kind === 'number')
    return { kind: 'coverage', value: value.number, within, span }
  if (head.text !== 'segment' || value.kind !== 'name') return null
  const quoted = value.span.end - value.span.start !== value.text.length
  const none = value.text === 'none' && !quoted
  return { kind: 'segment', name: none ? null : { text: value.text, span: value.span }, span }
}

function outcomeOf(node: OutcomeCstNode | undefined, at: Context): Outcome | null {
  const number = signedOf(node?.children.signed?.[0], at)
  const within = maybeNumeral(node?.children.within?.[0]?.children.NumberText?.[0], at)
  if (number !== null) return { value: { kind: 'number', number, span: number.span }, within }
  const state = node?.children.state?.[0]
  if (state === undefined) return null
  const span = tokenSpan(state, at)
  return {
    value: state.image === 'missing' ? { kind: 'missing', span } : { kind: 'name', ...nameOf(state, at) },
    within,
  }
}
