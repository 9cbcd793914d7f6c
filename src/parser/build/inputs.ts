import { finding } from '../../findings/report.ts'
import type { InputLineCstNode, InputOptionCstNode, InputsCstNode, InputTypeCstNode, LadderCstNode } from '../cst.ts'
import type { InputsTree, InputTree, LadderTree, Text } from '../tree.ts'
import { type Context, docOf, last, nodeSpan, tokenSpan } from './context.ts'
import { maybeFigure } from './figure.ts'
import { boundOf, maybeName, maybeText, nameOf, signedOf, textOf, unitOf, valueTree } from './literals.ts'

export function inputsOf(node: InputsCstNode, at: Context): InputsTree {
  return {
    kind: 'inputs',
    from: maybeName(node.children.Name?.[0], at),
    inputs: (node.children.inputLine ?? []).flatMap((line) => inputOf(line, at)),
    span: nodeSpan(node, at),
  }
}

function inputOf(node: InputLineCstNode, at: Context): readonly InputTree[] {
  const name = maybeName(node.children.Name?.[0], at)
  if (name === null) return []
  const type = node.children.inputType?.[0]
  const options = node.children.inputOption ?? []
  const range = last(options.flatMap((option) => option.children.range ?? []))
  const currency = last(options.flatMap((option) => option.children.Name ?? []))
  return [
    {
      name,
      doc: docOf(node, at),
      type: type === undefined ? null : typeOf(type, at),
      choices: type === undefined ? [] : choicesOf(type, at),
      labels: options.flatMap((option) => option.children.Text?.map((text) => textOf(text, at)) ?? []),
      low: boundOf(range?.children.bound?.[0], at),
      high: boundOf(range?.children.bound?.[1], at),
      currency: maybeName(currency, at),
      missingWhen: options
        .flatMap((option) => option.children.value?.map((value) => valueTree(value, at)) ?? [])
        .filter((value) => value !== null),
      role: roleOf(options, at),
      zone: maybeText(last(options.flatMap((option) => option.children.zone ?? [])), at),
      figure: maybeFigure(node.children.logFigure?.[0], at),
      span: nodeSpan(node, at),
    },
  ]
}

function typeOf(node: InputTypeCstNode, at: Context): InputTree['type'] {
  const { unit, oneWord, ofWord } = node.children
  if (oneWord === undefined) return unitOf(unit?.[0], at)
  const start = tokenSpan(oneWord[0]!, at)
  return { text: 'one of', span: ofWord === undefined ? start : { ...start, end: tokenSpan(ofWord[0]!, at).end } }
}

function choicesOf(node: InputTypeCstNode, at: Context): readonly Text[] {
  return (node.children.choice ?? []).flatMap((choice) => {
    const name = choice.children.Name?.[0]
    const text = choice.children.Text?.[0]
    if (name !== undefined) return [nameOf(name, at)]
    return text === undefined ? [] : [textOf(text, at)]
  })
}

function roleOf(options: readonly InputOptionCstNode[], at: Context): InputTree['role'] {
  const words = options.flatMap((option) => [...(option.children.keyWord ?? []), ...(option.children.parentWord ?? [])])
  const [first, second] = words
  if (first === undefined) return null
  if (second !== undefined) {
    at.report(finding('syntax', { shape: 'role-twice' }, { span: tokenSpan(second, at) }))
  }
  return { kind: first.image === 'key' ? 'key' : 'parent', span: tokenSpan(first, at) }
}

export function ladderOf(node: LadderCstNode, at: Context): LadderTree {
  const rungs = (node.children.rung ?? []).flatMap((rung): LadderTree['rungs'][number][] => {
    const name = maybeName(rung.children.Name?.[0], at)
    if (name === null) return []
    const color = rung.children.color?.[0]
    return [
      {
        name,
        label: maybeText(rung.children.Text?.[0], at),
        points: signedOf(rung.children.signed?.[0], at),
        color: color === undefined ? null : color.image.startsWith('"') ? textOf(color, at) : nameOf(color, at),
        span: nodeSpan(rung, at),
      },
    ]
  })
  return { kind: 'ladder', rungs, span: nodeSpan(node, at) }
}
