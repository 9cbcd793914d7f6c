import type { AbsentCstNode, CombineCstNode, RoundCstNode, SettingCstNode } from '../cst.ts'
import type { MissingTree, RoundTree, SettingTree } from '../tree.ts'
import { type Context, nodeSpan } from './context.ts'
import { expressionOf } from './expression.ts'
import { chainOf } from './judge.ts'
import { maybeNumeral, nameOf, signedOf } from './literals.ts'

/** Null where recovery left too little of it. */
export function settingOf(node: SettingCstNode, at: Context): SettingTree | null {
  const part = node.children
  const span = nodeSpan(node, at)
  if (part.absent !== undefined) {
    const rule = missingOf(part.absent[0]!, at)
    return rule === null ? null : { kind: 'missing', rule, span }
  }
  if (part.weightsWord !== undefined) return { kind: 'weights as given', span }
  if (part.applies !== undefined) {
    return { kind: 'applies', when: expressionOf(part.applies[0]!.children.expr?.[0], span, at), span }
  }
  if (part.otherwiseWord !== undefined) return { kind: 'otherwise no score', span }
  if (part.exclusiveWord !== undefined) return { kind: 'exclusive segments', span }
  if (part.scaleWord !== undefined) {
    return { kind: 'scale', low: signedOf(part.signed?.[0], at), high: signedOf(part.signed?.[1], at), span }
  }
  if (part.showWord !== undefined) {
    return { kind: 'show', decimals: maybeNumeral(part.decimals?.[0]?.children.NumberText?.[0], at), span }
  }
  if (part.bandsWord !== undefined) {
    if (part.evenWord !== undefined) return { kind: 'bands', bands: 'even', span }
    const bands = part.chain === undefined ? null : chainOf(part.chain[0]!, at)
    return bands === null ? null : { kind: 'bands', bands, span }
  }
  if (part.higherWord !== undefined) {
    if (part.worseWord === undefined && part.betterWord === undefined) return null
    return { kind: 'higher is worse', worse: part.worseWord !== undefined, span }
  }
  if (part.judgeWord !== undefined) {
    if (part.shownWord === undefined && part.exactWord === undefined) return null
    return { kind: 'judge', shown: part.shownWord !== undefined, span }
  }
  if (part.combine !== undefined) return combineOf(part.combine[0]!, at)
  if (part.round !== undefined) return roundOf(part.round[0]!, at)
  if (part.withholdWord === undefined) return null
  return { kind: 'withhold below', coverage: maybeNumeral(part.NumberText?.[0], at), span }
}

type Operator = 'mean' | 'sum' | 'min' | 'max' | 'worst' | 'best' | 'product'

function combineOf(node: CombineCstNode, at: Context): SettingTree {
  return {
    kind: 'combine',
    operator: (node.children.operator?.[0]?.image as Operator | undefined) ?? null,
    from: signedOf(node.children.signed?.[0], at),
    rescaled: node.children.rescaledWord !== undefined,
    span: nodeSpan(node, at),
  }
}

export function roundOf(node: RoundCstNode, at: Context): RoundTree {
  const { upWord, downWord, decimals } = node.children
  const direction = upWord !== undefined ? 'up' : downWord !== undefined ? 'down' : 'nearest'
  const places = maybeNumeral(decimals?.[0]?.children.NumberText?.[0], at)
  return { kind: 'round', direction, places, span: nodeSpan(node, at) }
}

export function missingOf(node: AbsentCstNode, at: Context): MissingTree | null {
  const span = nodeSpan(node, at)
  const points = signedOf(node.children.signed?.[0], at)
  if (points !== null) return { kind: 'points', points, span }
  const token = node.children.Name?.[0]
  if (token === undefined) return null
  if (token.image === 'skip' || token.image === 'withhold') return { kind: token.image, span }
  return { kind: 'band', name: nameOf(token, at), span }
}
