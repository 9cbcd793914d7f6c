import { letOf, indicatorOf, pathWeightsOf, portfolioOf, resultOf, segmentOf } from './build/items.ts'
import { type Context, docOf, nodeSpan } from './build/context.ts'
import { groupItemOf, scoreOf } from './build/group.ts'
import { inputsOf, ladderOf } from './build/inputs.ts'
import { maybeDate, maybeName, maybeNumeral, maybeText, textOf } from './build/literals.ts'
import { testOf } from './build/test.ts'
import type { FileCstNode, HeaderCstNode, ImportLineCstNode, ItemCstNode } from './cst.ts'
import type { HeaderTree, ImportTree, ItemTree, ModelTree } from './tree.ts'

/** From what the grammar saw to what it means; pieces that recovery left out are null or holes. */
export function buildModel(node: FileCstNode, length: number, at: Context): Omit<ModelTree, 'allows'> {
  return {
    imports: (node.children.importLine ?? []).flatMap((line) => importOf(line, at)),
    header: node.children.header === undefined ? null : headerOf(node.children.header[0]!, at),
    items: (node.children.item ?? []).flatMap((item) => itemOf(item, at)),
    span: { file: at.file, start: 0, end: length },
  }
}

function importOf(node: ImportLineCstNode, at: Context): readonly ImportTree[] {
  const path = node.children.Text?.[0]
  if (path === undefined) return []
  return [{ path: textOf(path, at), as: maybeName(node.children.Name?.[0], at), span: nodeSpan(node, at) }]
}

function headerOf(node: HeaderCstNode, at: Context): HeaderTree {
  const options = node.children.headerOption ?? []
  return {
    name: maybeName(node.children.Name?.[0], at),
    label: maybeText(node.children.Text?.[0], at),
    doc: docOf(node, at),
    version: maybeNumeral(options.flatMap((option) => option.children.NumberText ?? [])[0], at),
    effective: maybeDate(options.flatMap((option) => option.children.DateText ?? [])[0], at),
    amends: maybeName(options.flatMap((option) => option.children.Name ?? [])[0], at),
    span: nodeSpan(node, at),
  }
}

function itemOf(node: ItemCstNode, at: Context): readonly ItemTree[] {
  const part = node.children
  if (part.inputs !== undefined) return [inputsOf(part.inputs[0]!, at)]
  if (part.letItem !== undefined) return [letOf(part.letItem[0]!, at)]
  if (part.ladder !== undefined) return [ladderOf(part.ladder[0]!, at)]
  if (part.segment !== undefined) return [segmentOf(part.segment[0]!, at)]
  if (part.indicator !== undefined) return [indicatorOf(part.indicator[0]!, at)]
  if (part.result !== undefined) return [resultOf(part.result[0]!, at)]
  if (part.portfolio !== undefined) return [portfolioOf(part.portfolio[0]!, at)]
  if (part.test !== undefined) return [testOf(part.test[0]!, at)]
  if (part.score !== undefined) return [scoreOf(part.score[0]!, at)]
  if (part.pathWeights !== undefined) return pathWeightsOf(part.pathWeights[0]!, at)
  return part.groupItem === undefined ? [] : groupItemOf(part.groupItem[0]!, at)
}
