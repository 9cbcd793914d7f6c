import type { CstNode, IToken } from 'chevrotain'
import type { Span } from '../../findings/span.ts'
import { cover } from '../../findings/span.ts'
import type {
  ArgsCstNode,
  CallCstNode,
  ComparisonCstNode,
  ConditionalCstNode,
  ConjCstNode,
  ExprCstNode,
  FigureOfCstNode,
  NegCstNode,
  PowerCstNode,
  PrimaryCstNode,
  ProductCstNode,
  SumCstNode,
  UnaryCstNode,
} from '../cst.ts'
import { Equal, Greater, GreaterEqual, Less, LessEqual, Minus, NotEqual, Over, Plus, Times } from '../tokens.ts'
import type { CallTree, ExpressionTree, Name, Operator } from '../tree.ts'
import { behind, type Context, nodeSpan } from './context.ts'
import { dateOf, maybeName, nameOf, numeralOf, pathOf, textOf } from './literals.ts'

/** The expression a node holds; a hole behind `before` where recovery left it out. */
export function expressionOf(node: ExprCstNode | undefined, before: Span, at: Context): ExpressionTree {
  if (node === undefined) return hole(before)
  return joined('or', node, node.children.conj, (conj) => conjunction(conj, at), at)
}

export function maybeExpression(node: ExprCstNode | undefined, before: Span, at: Context): ExpressionTree | null {
  return node === undefined ? null : expressionOf(node, before, at)
}

function hole(before: Span): ExpressionTree {
  return { kind: 'hole', span: behind(before) }
}

/** `a or b or c` as one node; what stands alone as itself. */
function joined<N extends CstNode>(
  kind: 'and' | 'or',
  node: CstNode,
  parts: readonly N[] | undefined,
  build: (part: N) => ExpressionTree,
  at: Context,
): ExpressionTree {
  const span = nodeSpan(node, at)
  const of = parts?.map(build) ?? []
  const signs = node.children[`${kind}Word`]?.length ?? 0
  while (of.length <= signs) of.push(hole(span))
  return of.length === 1 ? of[0]! : { kind, of, span }
}

function conjunction(node: ConjCstNode, at: Context): ExpressionTree {
  return joined('and', node, node.children.neg, (neg) => negation(neg, at), at)
}

function negation(node: NegCstNode, at: Context): ExpressionTree {
  const { notWord, neg, comparison } = node.children
  const span = nodeSpan(node, at)
  if (notWord === undefined) return comparison === undefined ? hole(span) : comparisonOf(comparison[0]!, at)
  return { kind: 'not', of: neg === undefined ? hole(span) : negation(neg[0]!, at), span }
}

function comparisonOf(node: ComparisonCstNode, at: Context): ExpressionTree {
  const { sum, Comparator: sign, isWord, notWord, oneWord, args } = node.children
  const span = nodeSpan(node, at)
  const left = sum === undefined ? hole(span) : sumOf(sum[0]!, at)
  if (sign === undefined && isWord === undefined) return left
  const negated = notWord !== undefined
  if (oneWord !== undefined) return { kind: 'one of', of: left, values: argumentsOf(args?.[0], at), negated, span }
  const right = sum?.[1] === undefined ? hole(span) : sumOf(sum[1], at)
  if (isWord !== undefined && right.kind === 'missing') return { kind: 'is missing', of: left, negated, span }
  return { kind: 'binary', operator: comparatorOf(sign?.[0], negated), left, right, span }
}

function comparatorOf(sign: IToken | undefined, negated: boolean): Operator {
  if (sign === undefined) return negated ? '!=' : '='
  return operators.get(sign.tokenType) ?? '='
}

/** Signs by kind rather than by text: `≥` is `>=`. */
const operators = new Map<IToken['tokenType'], Operator>([
  [Equal, '='],
  [NotEqual, '!='],
  [Less, '<'],
  [LessEqual, '<='],
  [Greater, '>'],
  [GreaterEqual, '>='],
  [Plus, '+'],
  [Minus, '-'],
  [Times, '*'],
  [Over, '/'],
])

function sumOf(node: SumCstNode, at: Context): ExpressionTree {
  const terms = node.children.product?.map((product) => productOf(product, at)) ?? []
  return leftToRight(terms, node.children.operator ?? [], nodeSpan(node, at))
}

function productOf(node: ProductCstNode, at: Context): ExpressionTree {
  const factors = node.children.unary?.map((unary) => unaryOf(unary, at)) ?? []
  return leftToRight(factors, node.children.operator ?? [], nodeSpan(node, at))
}

function leftToRight(parts: readonly ExpressionTree[], signs: readonly IToken[], span: Span): ExpressionTree {
  let tree = parts[0] ?? hole(span)
  signs.forEach((sign, index) => {
    const right = parts[index + 1] ?? hole(span)
    const operator = operators.get(sign.tokenType) ?? '+'
    tree = { kind: 'binary', operator, left: tree, right, span: cover(tree.span, right.span) }
  })
  return tree
}

function unaryOf(node: UnaryCstNode, at: Context): ExpressionTree {
  const { Minus: minus, unary, power } = node.children
  const span = nodeSpan(node, at)
  if (minus === undefined) return power === undefined ? hole(span) : powerOf(power[0]!, at)
  return { kind: 'negate', of: unary === undefined ? hole(span) : unaryOf(unary[0]!, at), span }
}

function powerOf(node: PowerCstNode, at: Context): ExpressionTree {
  const { primary, Power: sign, unary } = node.children
  const span = nodeSpan(node, at)
  const left = primary === undefined ? hole(span) : primaryOf(primary[0]!, at)
  if (sign === undefined) return left
  const right = unary === undefined ? hole(span) : unaryOf(unary[0]!, at)
  return { kind: 'binary', operator: '^', left, right, span }
}

function primaryOf(node: PrimaryCstNode, at: Context): ExpressionTree {
  const span = nodeSpan(node, at)
  const part = node.children
  if (part.NumberText !== undefined) return numberOrDuration(node, span, at)
  if (part.Text !== undefined) return { kind: 'text', ...textOf(part.Text[0]!, at) }
  if (part.DateText !== undefined) return { kind: 'date', date: dateOf(part.DateText[0]!, at), span }
  if (part.yesWord !== undefined) return { kind: 'yes/no', value: true, span }
  if (part.noWord !== undefined) return { kind: 'yes/no', value: false, span }
  if (part.missingWord !== undefined) return { kind: 'missing', span }
  if (part.as_ofWord !== undefined) return { kind: 'as of', span }
  if (part.unscoredWord !== undefined) return { kind: 'name', name: nameOf(part.unscoredWord[0]!, at), span }
  if (part.figureOf !== undefined) return figure(part.figureOf[0]!, at)
  if (part.conditional !== undefined) return conditional(part.conditional[0]!, at)
  if (part.LeftParenthesis !== undefined) return expressionOf(part.expr?.[0], span, at)
  const name = maybeName(part.Name?.[0], at)
  if (name === null) return hole(span)
  return part.call === undefined ? { kind: 'name', name, span } : callOf(name, part.call[0]!, span, at)
}

function numberOrDuration(node: PrimaryCstNode, span: Span, at: Context): ExpressionTree {
  const number = numeralOf(node.children.NumberText![0]!, at)
  const unit = node.children.duration?.[0]?.children
  if (unit === undefined) return { kind: 'number', number, span }
  const weeks = unit.weeksWord !== undefined || unit.weekWord !== undefined
  return { kind: 'duration', days: number.value * (weeks ? 7 : 1), span }
}

function figure(node: FigureOfCstNode, at: Context): ExpressionTree {
  const kind = node.children.figure?.[0]?.image ?? 'score'
  return {
    kind: 'of',
    figure: kind as 'points' | 'score' | 'band',
    path: pathOf(node.children.path?.[0], at),
    span: nodeSpan(node, at),
  }
}

function conditional(node: ConditionalCstNode, at: Context): ExpressionTree {
  const span = nodeSpan(node, at)
  const { condition, consequence, alternative } = node.children
  return {
    kind: 'if',
    when: expressionOf(condition?.[0], span, at),
    then: expressionOf(consequence?.[0], span, at),
    else: expressionOf(alternative?.[0], span, at),
    span,
  }
}

export function argumentsOf(node: ArgsCstNode | undefined, at: Context): readonly ExpressionTree[] {
  return node?.children.expr?.map((expr) => expressionOf(expr, nodeSpan(node, at), at)) ?? []
}

function callOf(name: Name, node: CallCstNode, span: Span, at: Context): CallTree {
  const { args, anchor, cohort, children } = node.children
  return {
    kind: 'call',
    function: name,
    of: argumentsOf(args?.[0], at),
    since: maybeName(anchor?.[0], at),
    within: maybeName(cohort?.[0], at),
    children: children === undefined ? null : childrenOf(children[0]!, at),
    span,
  }
}

function childrenOf(node: NonNullable<CallCstNode['children']['children']>[number], at: Context): CallTree['children'] {
  const { Name: weights, filter, includingWord, fallback } = node.children
  const span = nodeSpan(node, at)
  return {
    weightedBy: maybeName(weights?.[0], at),
    where: maybeExpression(filter?.[0], span, at),
    includingParent: includingWord !== undefined,
    otherwise: maybeExpression(fallback?.[0], span, at),
    span,
  }
}
