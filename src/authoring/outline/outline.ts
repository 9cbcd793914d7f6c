import type { Span } from '../../findings/span.ts'
import { parse } from '../../parser/index.ts'
import type { AmendmentTree, GroupItemTree, ItemTree } from '../../parser/tree.ts'

export interface OutlineItem {
  readonly kind:
    'model' | 'inputs' | 'input' | 'formula' | 'dimension' | 'measure' | 'segment' | 'indicator' | 'result' | 'test'
  readonly name: string
  /** What people see, a type, a weight. */
  readonly detail: string | null
  readonly span: Span
  /** The name alone. */
  readonly nameSpan: Span
  readonly children: readonly OutlineItem[]
}

/** What a text declares, nested as it is written. Never throws. */
export function outline(text: string, file: string): readonly OutlineItem[] {
  const { tree } = parse(text, file)
  const { header } = tree
  const model: readonly OutlineItem[] =
    header === null || header.name === null
      ? []
      : [symbol('model', header.name.text, header.label?.text ?? null, header.span, header.name.span)]
  return [...model, ...tree.items.flatMap(itemSymbol)]
}

function itemSymbol(item: ItemTree | GroupItemTree | AmendmentTree): readonly OutlineItem[] {
  switch (item.kind) {
    case 'inputs':
      return [
        symbol('inputs', 'inputs', item.from?.text ?? null, item.span, item.span, item.inputs.map((input) =>
          symbol('input', input.name.text, input.type?.text ?? null, input.span, input.name.span),
        )),
      ] // prettier-ignore
    case 'let':
      return named('formula', item, [])
    case 'result':
      return named('result', item, [])
    case 'measure':
      return named('measure', item, [])
    case 'dimension':
      return named('dimension', item, item.items.flatMap(itemSymbol))
    case 'segment':
      return named('segment', item, item.items.flatMap(itemSymbol))
    case 'score':
      return item.items.flatMap(itemSymbol)
    case 'indicator':
      return item.label === null
        ? []
        : [symbol('indicator', item.label.text, item.risk ? 'risk' : 'opportunity', item.span, item.label.span)]
    case 'test':
      return item.name === null ? [] : [symbol('test', item.name.text, null, item.span, item.name.span)]
    default:
      return []
  }
}

type Named = Extract<ItemTree, { kind: 'let' | 'result' | 'measure' | 'dimension' | 'segment' }>

function named(
  kind: OutlineItem['kind'],
  { name, label, span }: Named,
  children: readonly OutlineItem[],
): readonly OutlineItem[] {
  return name === null ? [] : [symbol(kind, name.text, label?.text ?? null, span, name.span, children)]
}

function symbol(
  kind: OutlineItem['kind'],
  name: string,
  detail: string | null,
  span: Span,
  nameSpan: Span,
  children: readonly OutlineItem[] = [],
): OutlineItem {
  return { kind, name, detail, span, nameSpan, children }
}
