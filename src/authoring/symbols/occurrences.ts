import type { Span } from '../../findings/span.ts'
import { parse } from '../../parser/index.ts'
import type { ModelTree, Name, Path } from '../../parser/tree.ts'

/** What a name can mean. Inputs and `let`s share their names; a measure has the name of what it judges. */
export type Meaning =
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'member'; readonly path: string }
  | { readonly kind: 'band'; readonly name: string }
  | { readonly kind: 'segment'; readonly name: string }
  | { readonly kind: 'result'; readonly name: string }
  | { readonly kind: 'indicator'; readonly label: string }
  | { readonly kind: 'model'; readonly name: string }

/** A name or label where it stands. */
export interface Occurrence {
  readonly span: Span
  readonly text: string
  readonly means: readonly Meaning[]
  readonly declares: boolean
}

/** Every name of a text with what it means there, in the order of the text. Never throws. */
export function occurrencesIn(text: string, file: string): readonly Occurrence[] {
  const { tree } = parse(text, file)
  const names = namesOf(tree)
  const found: Occurrence[] = []
  const visit = (node: unknown, above: string): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, above)
      return
    }
    if (typeof node !== 'object' || node === null || !('span' in node || 'kind' in node)) return
    found.push(...own(node as TreeNode, above, names))
    const inside = memberPath(node as TreeNode, above)
    const below =
      (node as TreeNode).kind === 'segment'
        ? ''
        : inside !== null && (node as TreeNode).kind === 'dimension'
          ? `${inside}.`
          : above
    for (const [key, child] of Object.entries(node)) if (key !== 'span') visit(child, below)
  }
  visit(tree.items, '')
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter(({ span, means }) => {
      const key = `${span.start} ${JSON.stringify(means)}`
      return !seen.has(key) && seen.add(key)
    })
}

/** The name that stands at an offset; null where none does. */
export function occurrenceAt(text: string, file: string, offset: number): Occurrence | null {
  return occurrencesIn(text, file).find(({ span }) => span.start <= offset && offset <= span.end) ?? null
}

interface TreeNode {
  readonly kind?: string
  readonly span: Span
  readonly [key: string]: unknown
}

interface Names {
  readonly values: ReadonlySet<string>
  readonly bands: ReadonlySet<string>
  readonly members: readonly string[]
}

function namesOf(tree: ModelTree): Names {
  const inputs = tree.items.flatMap((item) => (item.kind === 'inputs' ? item.inputs.map(({ name }) => name.text) : []))
  const lets = tree.items.flatMap((item) => (item.kind === 'let' && item.name !== null ? [item.name.text] : []))
  const ladder = tree.items.flatMap((item) => (item.kind === 'ladder' ? item.rungs.map(({ name }) => name.text) : []))
  const members: string[] = []
  const visit = (items: readonly unknown[], above: string): void => {
    for (const item of items as readonly TreeNode[]) {
      const path = memberPath(item, above)
      if (path !== null) members.push(path)
      const inside = item.kind === 'dimension' && path !== null ? `${path}.` : item.kind === 'segment' ? '' : above
      if (Array.isArray(item['items'])) visit(item['items'], inside)
    }
  }
  visit(tree.items, '')
  return {
    values: new Set([...inputs, ...lets]),
    bands: new Set(ladder.length === 0 ? ['poor', 'concerning', 'healthy'] : ladder),
    members,
  }
}

function memberPath(node: TreeNode, above: string): string | null {
  const name = node['name'] as Name | null | undefined
  return (node.kind === 'measure' || node.kind === 'dimension') && name ? above + name.text : null
}

/** The names that stand in a node itself. */
function own(node: TreeNode, above: string, names: Names): readonly Occurrence[] {
  const at = (name: unknown, means: readonly Meaning[], declares = false): readonly Occurrence[] =>
    isName(name) && means.length > 0 ? [{ span: name.span, text: name.text, means, declares }] : []
  const value = (name: unknown): readonly Occurrence[] => at(name, isName(name) ? valueOf(name.text, names) : [])
  const band = (name: unknown): readonly Occurrence[] =>
    at(name, isName(name) && names.bands.has(name.text) ? [{ kind: 'band', name: name.text }] : [])
  const { name, label } = node as { name?: Name; label?: Name }
  switch (node.kind) {
    case 'let':
      return isName(name) ? at(name, [{ kind: 'value', name: name.text }], true) : []
    case 'dimension':
    case 'measure': {
      const path = memberPath(node, above)
      if (path === null || !isName(name)) return []
      const judged = node.kind === 'measure' && node['value'] === null ? valueOf(name.text, names) : []
      return at(name, [{ kind: 'member', path }, ...judged], true)
    }
    case 'segment': {
      const amends = node['amends']
      return [
        ...(isName(name) ? at(name, [{ kind: 'segment', name: name.text }], true) : []),
        ...(isName(amends) ? at(amends, [{ kind: 'segment', name: amends.text }]) : []),
      ]
    }
    case 'result':
      return isName(name) ? at(name, [{ kind: 'result', name: name.text }], node['expression'] !== undefined) : []
    case 'indicator':
      return isName(label) ? at(label, [{ kind: 'indicator', label: label.text }], node['when'] !== undefined) : []
    case 'name': {
      const text = isName(name) ? name : (node as unknown as Name)
      const means = valueOf(text.text, names)
      return means.length > 0 ? at(text, means) : band(text)
    }
    case 'of': {
      const path = node['path'] ?? node['of']
      return isPath(path) ? pathOccurrences(path, names) : []
    }
    case 'weight':
    case 'switch': {
      const path = node['path']
      return isPath(path) ? pathOccurrences(path, names) : []
    }
    case 'chain':
      return (node['bands'] as readonly Name[]).flatMap(band)
    case 'band':
      return band(name)
    default:
      return [
        ...(isInput(node) ? at(name, [{ kind: 'value', name: name!.text }], true) : []),
        ...(isPair(node) ? value(name) : []),
        ...band(node['band']),
        ...band(node['otherwise']),
        ...value(node['by']),
        ...value(node['becauseOf']),
        ...value(node['weightedBy']),
        ...(isRung(node) && isName(name) ? at(name, [{ kind: 'band', name: name.text }], true) : []),
      ]
  }
}

function valueOf(text: string, names: Names): readonly Meaning[] {
  return names.values.has(text) ? [{ kind: 'value', name: text }] : []
}

/** Each name of a path means the member down to it; a path may be written from any of its names on. */
function pathOccurrences(path: Path, names: Names): readonly Occurrence[] {
  const written = path.names.map(({ text }) => text).join('.')
  const full = names.members.find((one) => one === written) ?? names.members.find((one) => one.endsWith(`.${written}`))
  if (full === undefined) return []
  const parts = full.split('.')
  const skipped = parts.length - path.names.length
  return path.names.map(({ span, text }, n) => ({
    span,
    text,
    means: [{ kind: 'member', path: parts.slice(0, skipped + n + 1).join('.') }],
    declares: false,
  }))
}

function isName(node: unknown): node is Name {
  return typeof node === 'object' && node !== null && 'text' in node && 'span' in node && typeof node.text === 'string'
}

function isPath(node: unknown): node is Path {
  return typeof node === 'object' && node !== null && 'names' in node
}

function isInput(node: TreeNode): boolean {
  return 'missingWhen' in node && isName(node['name'])
}

function isPair(node: TreeNode): boolean {
  return 'value' in node && 'name' in node && !('kind' in node) && !('declares' in node)
}

function isRung(node: TreeNode): boolean {
  return 'color' in node && 'points' in node
}
