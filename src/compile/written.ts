import type { Span } from '../findings/span.ts'
import type { Written } from '../model/model.ts'
import type { AmendmentTree, ItemTree, ModelTree } from '../parser/tree.ts'

/** Where whole declarations and settings stand, by the name that the compiled model knows their place by. */
export function writtenOf(tree: ModelTree): readonly Written[] {
  const root = tree.header?.name?.span ?? tree.span
  const header: Written[] = tree.header?.name == null ? [] : [{ what: 'header', of: root, span: tree.header.span }]
  return [...header, ...tree.items.flatMap((item) => writtenIn(item, root))]
}

function writtenIn(item: ItemTree | AmendmentTree, group: Span): readonly Written[] {
  const whole = (of: Span | undefined): Written[] =>
    of === undefined ? [] : [{ what: 'declaration', of, span: item.span }]
  switch (item.kind) {
    case 'inputs':
      return item.inputs.map((input) => ({ what: 'declaration', of: input.name.span, span: input.span }))
    case 'score':
      return item.items.flatMap((inside) => writtenIn(inside, group))
    case 'dimension':
    case 'segment': {
      const own = item.name?.span ?? item.span
      return [...whole(item.name?.span), ...item.items.flatMap((inside) => writtenIn(inside, own))]
    }
    case 'measure': {
      const { judge } = item
      const rest = judge?.kind === 'table' ? judge.otherwise : null
      return [
        ...whole(item.name?.span),
        ...(judge && rest ? [{ what: 'otherwise', of: judge.span, span: rest.span } as const] : []),
      ]
    }
    case 'let':
    case 'test':
      return whole(item.name?.span)
    case 'indicator':
      return whole(item.when.span)
    case 'ladder':
    case 'bands':
    case 'withhold below':
      return [{ what: item.kind, of: group, span: item.span }]
    default:
      return []
  }
}
