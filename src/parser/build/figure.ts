import type { IToken } from 'chevrotain'
import type { AmountCstNode, LogFigureCstNode, WindowCstNode } from '../cst.ts'
import type { AmountTree, FigureTree } from '../tree.ts'
import { type Context, nodeSpan, tokenSpan } from './context.ts'
import { expressionOf, maybeExpression } from './expression.ts'
import { maybeName, maybeNumeral, numeralOf, signedOf } from './literals.ts'

/** What an input is computed from, if that is written. */
export function maybeFigure(node: LogFigureCstNode | undefined, at: Context): FigureTree | null {
  if (node === undefined) return null
  const { against, amount, log, expr, window, signed } = node.children
  const span = nodeSpan(node, at)
  return {
    against: against === undefined ? null : againstOf(against[0]!, at),
    amount: amountOf(amount?.[0], at),
    log: maybeName(log?.[0], at),
    where: maybeExpression(expr?.[0], span, at),
    window: window === undefined ? null : windowOf(window[0]!, at),
    otherwise: signedOf(signed?.[0], at),
    span,
  }
}

function againstOf(token: IToken, at: Context): FigureTree['against'] {
  const kind = token.image as NonNullable<FigureTree['against']>['kind']
  return { kind, span: tokenSpan(token, at) }
}

function amountOf(node: AmountCstNode | undefined, at: Context): AmountTree | null {
  if (node === undefined) return null
  const span = nodeSpan(node, at)
  const { figure, amountOf: inner, column, which, period, NumberText: atLeast } = node.children
  if (inner !== undefined) {
    const { figure: name, expr } = inner[0]!.children
    if (name === undefined) return null
    const kind = name[0]!.image as Extract<AmountTree, { of: unknown; kind: 'sum' }>['kind']
    return { kind, of: expressionOf(expr?.[0], span, at), span }
  }
  switch (figure?.[0]?.image) {
    case 'count':
      return { kind: 'count', span }
    case 'distinct':
    case 'stickiness':
      return { kind: figure[0].image, of: maybeName(column?.[0], at), span }
    case 'days':
      return { kind: 'days since', of: which?.[0]?.image === 'first' ? 'first' : 'last', span }
    case 'streak':
      return { kind: 'streak', period: periodOf(period?.[0]), atLeast: maybeNumeral(atLeast?.[0], at), span }
    default:
      return null
  }
}

function periodOf(token: IToken | undefined): 'day' | 'week' | 'month' {
  return token?.image === 'days' ? 'day' : token?.image === 'months' ? 'month' : 'week'
}

function windowOf(node: WindowCstNode, at: Context): FigureTree['window'] {
  const { sinceWord, anchor, NumberText: number, duration } = node.children
  const span = nodeSpan(node, at)
  if (sinceWord !== undefined) return { kind: 'since', anchor: maybeName(anchor?.[0], at), span }
  if (number === undefined) return { kind: 'over', days: null, span }
  const unit = duration?.[0]?.children
  const weeks = unit?.weeksWord !== undefined || unit?.weekWord !== undefined
  return { kind: 'over', days: numeralOf(number[0]!, at).value * (weeks ? 7 : 1), span }
}
