import type {
  AmendmentCstNode,
  BandPointsCstNode,
  IndicatorCstNode,
  LetItemCstNode,
  PathWeightsCstNode,
  PortfolioCstNode,
  ResultCstNode,
  SegmentCstNode,
} from '../cst.ts'
import type {
  AmendmentTree,
  IndicatorTree,
  LetTree,
  Name,
  Numeral,
  PathWeightTree,
  PortfolioTree,
  ResultTree,
  SegmentTree,
} from '../tree.ts'
import { type Context, docOf, last, nodeSpan, tokenSpan } from './context.ts'
import { expressionOf, maybeExpression } from './expression.ts'
import { groupItemOf, scoreOf, weightOf } from './group.ts'
import { maybeName, maybeText, nameOf, pathOf, signedOf, unitOf } from './literals.ts'

export function letOf(node: LetItemCstNode, at: Context): LetTree {
  return { kind: 'let', ...formulaOf(node, at) }
}

export function resultOf(node: ResultCstNode, at: Context): ResultTree {
  return { kind: 'result', ...formulaOf(node, at) }
}

/** What a `let` and a result have in common: a name for a formula. */
function formulaOf(node: LetItemCstNode | ResultCstNode, at: Context): Omit<LetTree, 'kind'> {
  const formula = node.children.formula?.[0]
  const span = nodeSpan(node, at)
  return {
    name: maybeName(node.children.Name?.[0], at),
    label: maybeText(node.children.Text?.[0], at),
    doc: docOf(node, at),
    expression: expressionOf(formula?.children.expr?.[0], span, at),
    as: unitOf(formula?.children.unit?.[0], at),
    span,
  }
}

export function segmentOf(node: SegmentCstNode, at: Context): SegmentTree {
  const { Name: name, Text: label, whenWord, expr, amended, amendment } = node.children
  const span = nodeSpan(node, at)
  return {
    kind: 'segment',
    name: maybeName(name?.[0], at),
    label: maybeText(label?.[0], at),
    doc: docOf(node, at),
    when: whenWord === undefined ? null : expressionOf(expr?.[0], tokenSpan(whenWord[0]!, at), at),
    amends: maybeName(amended?.[0], at),
    items: (amendment ?? []).flatMap((one) => amendmentOf(one, at)),
    span,
  }
}

function amendmentOf(node: AmendmentCstNode, at: Context): readonly AmendmentTree[] {
  const { switch: toggle, pathWeights, score, groupItem } = node.children
  if (groupItem !== undefined) return groupItemOf(groupItem[0]!, at)
  if (score !== undefined) return [scoreOf(score[0]!, at)]
  if (toggle !== undefined) {
    const path = pathOf(toggle[0]!.children.path?.[0], at)
    const { onWord, offWord } = toggle[0]!.children
    if (path === null || (onWord === undefined && offWord === undefined)) return []
    return [{ kind: 'switch', path, on: onWord !== undefined, span: nodeSpan(toggle[0]!, at) }]
  }
  return pathWeights === undefined ? [] : pathWeightsOf(pathWeights[0]!, at)
}

/** `weight a 20%, b 80%` is two. */
export function pathWeightsOf(node: PathWeightsCstNode, at: Context): readonly PathWeightTree[] {
  return (node.children.pathWeight ?? []).flatMap((one): PathWeightTree[] => {
    const path = pathOf(one.children.path?.[0], at)
    const number = one.children.NumberText?.[0]
    const weight = number === undefined ? null : weightOf(number, tokenSpan(number, at), at)
    return path === null || weight === null ? [] : [{ kind: 'weight', path, weight, span: nodeSpan(one, at) }]
  })
}

export function indicatorOf(node: IndicatorCstNode, at: Context): IndicatorTree {
  const { riskWord, Text: label, expr, reason } = node.children
  const because = last(reason?.filter((one) => one.children.becauseWord !== undefined))
  const action = last(reason?.filter((one) => one.children.doWord !== undefined))
  return {
    kind: 'indicator',
    risk: riskWord !== undefined,
    label: maybeText(label?.[0], at),
    doc: docOf(node, at),
    when: expressionOf(expr?.[0], nodeSpan(node, at), at),
    because: maybeText(because?.children.Text?.[0], at),
    action: maybeText(action?.children.Text?.[0], at),
    span: nodeSpan(node, at),
  }
}

export function portfolioOf(node: PortfolioCstNode, at: Context): PortfolioTree {
  const { Name: name, Text: label, weights, expr } = node.children
  const span = nodeSpan(node, at)
  return {
    kind: 'portfolio',
    name: maybeName(name?.[0], at),
    label: maybeText(label?.[0], at),
    figure: figureOf(node, at),
    weightedBy: maybeName(weights?.[0], at),
    where: maybeExpression(expr?.[0], span, at),
    span,
  }
}

function figureOf(node: PortfolioCstNode, at: Context): PortfolioTree['figure'] {
  const figure = node.children.figure?.[0]
  if (figure === undefined) return null
  const { shareWord, meanWord, indexWord, Name: of, Band: bands, expr, bandPoints } = figure.children
  if (shareWord !== undefined) {
    const named = maybeName(of?.[0], at)
    const accounts = of?.[0]?.image === 'accounts'
    if (named === null) return null
    return { kind: 'share', of: accounts ? null : named, bands: (bands ?? []).map((band) => nameOf(band, at)) }
  }
  if (meanWord !== undefined) return { kind: 'mean', of: expressionOf(expr?.[0], nodeSpan(figure, at), at) }
  return indexWord === undefined ? null : { kind: 'index', points: bandPointsOf(bandPoints, at) }
}

function bandPointsOf(nodes: readonly BandPointsCstNode[] | undefined, at: Context): { band: Name; points: Numeral }[] {
  return (nodes ?? []).flatMap((node) => {
    const band = maybeName(node.children.Band?.[0], at)
    const points = signedOf(node.children.signed?.[0], at)
    return band === null || points === null ? [] : [{ band, points }]
  })
}
