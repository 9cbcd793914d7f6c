import type { IToken } from 'chevrotain'
import { finding } from '../../findings/report.ts'
import type { BoundCstNode, LiteralCstNode, PathCstNode, SignedCstNode, UnitCstNode, ValueCstNode } from '../cst.ts'
import { QuotedName } from '../tokens.ts'
import type { DateLiteral, LiteralTree, Name, Numeral, Path, Text } from '../tree.ts'
import { type Context, nodeSpan, tokenSpan } from './context.ts'

export function nameOf(token: IToken, at: Context): Name {
  const text = token.tokenType === QuotedName ? token.image.slice(1, -1) : token.image
  return { text, span: tokenSpan(token, at) }
}

export function maybeName(token: IToken | undefined, at: Context): Name | null {
  return token === undefined ? null : nameOf(token, at)
}

export function textOf(token: IToken, at: Context): Text {
  const text = token.image
    .slice(1, -1)
    .replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
  return { text, span: tokenSpan(token, at) }
}

export function maybeText(token: IToken | undefined, at: Context): Text | null {
  return token === undefined ? null : textOf(token, at)
}

/** The number a token spells, with the sign before it if there is one. */
export function numeralOf(token: IToken, at: Context, minus?: IToken): Numeral {
  const percent = token.image.endsWith('%')
  const size = valueOf(token.image)
  const own = tokenSpan(token, at)
  const span = minus === undefined ? own : { ...own, start: minus.startOffset }
  if (!Number.isFinite(size)) at.report(finding('number-range', { number: token.image }, { span }))
  const value = Number.isFinite(size) ? size : Number.MAX_VALUE
  return minus === undefined
    ? { value, percent, written: token.image, span }
    : { value: -value, percent, written: `-${token.image}`, span }
}

export function maybeNumeral(token: IToken | undefined, at: Context): Numeral | null {
  return token === undefined ? null : numeralOf(token, at)
}

/** A percentage is its decimal text with the point moved, so that `29%` and `0.29` are the same double. */
function valueOf(image: string): number {
  const plain = image.replaceAll('_', '')
  if (!plain.endsWith('%')) return Number(plain)
  const [digits, exponent] = plain.slice(0, -1).toLowerCase().split('e')
  return Number(`${digits}e${Number(exponent ?? 0) - 2}`)
}

export function signedOf(node: SignedCstNode | undefined, at: Context): Numeral | null {
  const number = node?.children.NumberText?.[0]
  return number === undefined ? null : numeralOf(number, at, node?.children.Minus?.[0])
}

export function dateOf(token: IToken, at: Context): DateLiteral {
  const span = tokenSpan(token, at)
  const moment = new Date(`${token.image}T00:00:00Z`)
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(token.image)
  return { days: exists ? moment.getTime() / 86_400_000 : null, written: token.image, span }
}

export function maybeDate(token: IToken | undefined, at: Context): DateLiteral | null {
  return token === undefined ? null : dateOf(token, at)
}

export function boundOf(node: BoundCstNode | undefined, at: Context): LiteralTree | null {
  const number = signedOf(node?.children.signed?.[0], at)
  if (number !== null) return { kind: 'number', number, span: number.span }
  const date = maybeDate(node?.children.DateText?.[0], at)
  return date === null ? null : { kind: 'date', date, span: date.span }
}

export function valueTree(node: ValueCstNode | undefined, at: Context): LiteralTree | null {
  if (node === undefined) return null
  const { bound, Text: text, Name: name, yesWord, noWord } = node.children
  if (bound !== undefined) return boundOf(bound[0], at)
  if (text !== undefined) return { kind: 'text', ...textOf(text[0]!, at) }
  if (name !== undefined) return { kind: 'name', ...nameOf(name[0]!, at) }
  const answer = yesWord?.[0] ?? noWord?.[0]
  return answer === undefined ? null : { kind: 'yes/no', value: yesWord !== undefined, span: tokenSpan(answer, at) }
}

export function literalOf(node: LiteralCstNode | undefined, at: Context): LiteralTree | null {
  const missing = node?.children.missingWord?.[0]
  return missing === undefined
    ? valueTree(node?.children.value?.[0], at)
    : { kind: 'missing', span: tokenSpan(missing, at) }
}

export function pathOf(node: PathCstNode | undefined, at: Context): Path | null {
  const names = node?.children.Name?.map((token) => nameOf(token, at)) ?? []
  return names.length === 0 ? null : { names, span: nodeSpan(node!, at) }
}

/** A unit as written: `count`, `yes/no`. */
export function unitOf(node: UnitCstNode | undefined, at: Context): { text: string; span: Name['span'] } | null {
  if (node === undefined) return null
  const word = node.children.TypeWord?.[0]
  if (word !== undefined) return { text: word.image, span: tokenSpan(word, at) }
  return node.children.noWord === undefined ? null : { text: 'yes/no', span: nodeSpan(node, at) }
}
