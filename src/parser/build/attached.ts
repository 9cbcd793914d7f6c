import type { CstNode, IToken } from 'chevrotain'
import { finding } from '../../findings/report.ts'
import type { MeasureCstNode, MeasureOptionCstNode } from '../cst.ts'
import { type Context, tokenSpan } from './context.ts'

/**
 * Newlines mean nothing, so a `cap` below a measure is the measure's, even where it looks like the dimension's. Says so
 * where it is no further in than the measure itself.
 */
export function warnOfAttached(node: MeasureCstNode, at: Context): void {
  const [measure, name] = [node.children.measureWord?.[0], node.children.Name?.[0]]
  const own = measure === undefined ? null : at.column(measure)
  if (measure === undefined || name === undefined || own === null) return
  for (const option of node.children.measureOption ?? []) {
    const first = settingIn(option)
    const column = first === undefined ? null : at.column(first)
    if (first === undefined || column === null || column > own) continue
    const span = tokenSpan(first, at)
    const edits = [{ span: { ...span, end: span.start }, text: ' '.repeat(own + 2 - column) }]
    const fixes = [{ title: 'indent it, as part of the measure', edits }]
    const related = [{ span: tokenSpan(name, at), label: 'belongs to this' }]
    at.report(finding('setting-attached', { setting: first.image, measure: name.image }, { span, related, fixes }))
  }
}

/** What could as well be said of a dimension or the whole. */
function settingIn({ children: { modifier, absent, applies, round } }: MeasureOptionCstNode): IToken | undefined {
  const node: CstNode | undefined = modifier?.[0] ?? absent?.[0] ?? applies?.[0] ?? round?.[0]
  return node === undefined ? undefined : firstToken(node)
}

function firstToken(node: CstNode): IToken | undefined {
  const tokens = Object.values(node.children)
    .flat()
    .filter((child) => !('children' in child))
  return tokens.find((token) => (token as IToken).startOffset === node.location?.startOffset) as IToken | undefined
}
