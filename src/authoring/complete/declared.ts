import type { CompletionContext } from './suggestion.ts'
import { parse } from '../../parser/index.ts'
import type {
  AmendmentTree,
  DimensionTree,
  GroupItemTree,
  InputTree,
  ItemTree,
  LadderTree,
  LetTree,
  MeasureTree,
  ModelTree,
  SegmentTree,
} from '../../parser/tree.ts'

/** A measure or dimension with its names from the whole down. */
export interface DeclaredMember {
  readonly path: string
  readonly tree: DimensionTree | MeasureTree
}

/** Everything a text gives a name to, what it amends included. What is broken is left out. */
export interface Declared {
  readonly inputs: readonly InputTree[]
  readonly lets: readonly LetTree[]
  /** Worst first. */
  readonly bands: readonly { readonly name: string; readonly label: string | null }[]
  readonly members: readonly DeclaredMember[]
  readonly segments: readonly SegmentTree[]
  readonly indicators: readonly string[]
  readonly results: readonly string[]
  /** Imported models by the name they are used under. */
  readonly models: readonly string[]
}

/** Reads what a text declares. Never throws. */
export function declaredIn(text: string, file: string, load: CompletionContext['load'], depth = 0): Declared {
  const { tree } = parse(text, file)
  const imports = tree.imports.map((item) => ({
    item,
    found: depth > 9 ? null : (load?.(item.path.text, file) ?? null),
  }))
  const named = imports.map(({ item, found }) => ({ name: item.as?.text ?? nameOfFile(item.path.text), found }))
  const amended = tree.header?.amends?.text
  const below = named.find(({ name }) => name === amended)?.found ?? null
  const own = ownOf(
    tree,
    named.map(({ name }) => name),
  )
  return below === null ? own : onTopOf(declaredIn(below.text, below.file, load, depth + 1), own)
}

function ownOf(tree: ModelTree, models: readonly string[]): Declared {
  const of = <K extends ItemTree['kind']>(kind: K) =>
    tree.items.filter((item): item is Extract<ItemTree, { kind: K }> => item.kind === kind)
  return {
    inputs: of('inputs').flatMap(({ inputs }) => inputs),
    lets: of('let'),
    bands: bandsOf(of('ladder')[0] ?? null),
    members: membersIn(tree.items, ''),
    segments: of('segment'),
    indicators: of('indicator').flatMap(({ label }) => label?.text ?? []),
    results: of('result').flatMap(({ name }) => name?.text ?? []),
    models,
  }
}

function onTopOf(below: Declared, own: Declared): Declared {
  return {
    inputs: [...below.inputs, ...own.inputs],
    lets: [...below.lets, ...own.lets],
    bands: own.bands === trafficLights ? below.bands : own.bands,
    members: [...below.members, ...own.members],
    segments: [...below.segments, ...own.segments],
    indicators: [...below.indicators, ...own.indicators],
    results: [...below.results, ...own.results],
    models: own.models,
  }
}

const trafficLights: Declared['bands'] = ['poor', 'concerning', 'healthy'].map((name) => ({ name, label: null }))

function bandsOf(ladder: LadderTree | null): Declared['bands'] {
  if (ladder === null || ladder.rungs.length === 0) return trafficLights
  return ladder.rungs.map(({ name, label }) => ({ name: name.text, label: label?.text ?? null }))
}

function membersIn(items: readonly (ItemTree | GroupItemTree | AmendmentTree)[], above: string): DeclaredMember[] {
  return items.flatMap((item): DeclaredMember[] => {
    if (item.kind === 'score') return membersIn(item.items, above)
    if (item.kind === 'segment') return membersIn(item.items, '')
    if ((item.kind !== 'measure' && item.kind !== 'dimension') || item.name === null) return []
    const path = `${above}${item.name.text}`
    return [{ path, tree: item }, ...(item.kind === 'dimension' ? membersIn(item.items, `${path}.`) : [])]
  })
}

function nameOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.salus(\.md)?$/, '')
}
