import type { CstElement, CstNode, IToken } from 'chevrotain'
import * as t from '../tokens.ts'
import { word } from '../tokens.ts'

/** A word of the output and how it stands to the one before it. */
export interface Atom {
  readonly text: string
  /** No space before it. */
  readonly glued: boolean
  /** A line that grows too long may be broken before it: rather outside parentheses (1) than inside (2). Null: never. */
  readonly soft: Softness
  /** Two spaces before it: a new thought on the same line. */
  readonly wide: boolean
}

export type Softness = 1 | 2 | null

export interface Piece {
  readonly token: IToken
  readonly glued: boolean
  readonly soft: Softness
}

/** The tokens of a node in the order of the text, each with how it stands to its neighbour. */
export function piecesOf(node: CstNode): readonly Piece[] {
  const found: Standing[] = []
  collect(node, '', 1, found)
  found.sort((a, b) => a.token.startOffset - b.token.startOffset)
  return found.map((standing, index) => {
    const before = found[index - 1]
    const glued = gluesBack(standing) || (before !== undefined && gluesOn(before))
    return { token: standing.token, glued, soft: !glued && isSoft(standing, before) ? standing.depth : null }
  })
}

interface Standing {
  readonly token: IToken
  readonly rule: string
  readonly within: string
  readonly depth: 1 | 2
}

function isNode(element: CstElement): element is CstNode {
  return 'children' in element
}

function collect(node: CstNode, within: string, outer: 1 | 2, into: Standing[]): void {
  const depth = node.children['LeftParenthesis'] === undefined ? outer : 2
  for (const list of Object.values(node.children)) {
    for (const element of list) {
      if (isNode(element)) collect(element, node.name, depth, into)
      else into.push({ token: element, rule: node.name, within, depth })
    }
  }
}

/** Stands directly behind the token before it. */
function gluesBack({ token, rule, within }: Standing): boolean {
  switch (token.tokenType) {
    case t.Comma:
    case t.Colon:
    case t.RightParenthesis:
    case t.Dot:
      return true
    case t.LeftParenthesis:
      return rule === 'args' && within === 'call'
    case t.Plus:
      return rule === 'claim' || rule === 'amount'
    case t.Over:
    case word.no:
      return rule === 'unit'
    default:
      return false
  }
}

/** The token after it stands directly behind it. */
function gluesOn({ token, rule }: Standing): boolean {
  if (token.tokenType === t.Minus) return rule === 'signed' || rule === 'unary'
  return token.tokenType === t.LeftParenthesis || token.tokenType === t.Dot
}

const softWords = t.typesOf(...t.words('and or then else when where because do until reason weighted below above over'))

function isSoft({ token, rule }: Standing, before: Standing | undefined): boolean {
  if (before?.token.tokenType === t.Comma) return true
  return (
    softWords.has(token.tokenType) || (rule === 'sum' && (token.tokenType === t.Plus || token.tokenType === t.Minus))
  )
}

/** Signs are written one way, however they came. */
const canonical = new Map([
  [t.LessEqual, '<='],
  [t.GreaterEqual, '>='],
  [t.NotEqual, '!='],
  [t.Equal, '='],
  [t.Minus, '-'],
  [t.Times, '*'],
  [t.Over, '/'],
])

export function textOf(token: IToken): string {
  if (token.tokenType === t.NumberText && token.image.startsWith('.')) return `0${token.image}`
  return canonical.get(token.tokenType) ?? token.image
}
