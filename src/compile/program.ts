import type { Written } from '../model/model.ts'
import { writtenOf } from './written.ts'
import type {
  GroupItemTree,
  HeaderTree,
  ImportTree,
  IndicatorTree,
  InputTree,
  InputsTree,
  ItemTree,
  LadderTree,
  LetTree,
  ModelTree,
  PortfolioTree,
  ResultTree,
  SegmentTree,
  SettingTree,
  TestTree,
} from '../parser/tree.ts'
import type { Span } from '../findings/span.ts'
import { amend, type AmendReject } from './amend.ts'
import { emptyRoot, type DimensionDraft } from './draft.ts'

/** A file's declarations sorted by kind, with those of the file it amends already beneath them. */
export interface Program {
  readonly header: HeaderTree | null
  readonly inputs: readonly { readonly tree: InputTree; readonly grain: InputsTree['from'] }[]
  readonly lets: readonly LetTree[]
  readonly ladder: LadderTree | null
  readonly root: DimensionDraft
  readonly segments: readonly SegmentTree[]
  readonly indicators: readonly IndicatorTree[]
  readonly results: readonly ResultTree[]
  readonly portfolio: readonly PortfolioTree[]
  readonly tests: readonly TestTree[]
  readonly allows: ModelTree['allows']
  readonly written: readonly Written[]
  readonly imports: readonly ImportTree[]
  readonly otherwiseNoScore: boolean
  readonly exclusiveSegments: boolean
  readonly span: Span
}

/** Told of two declarations of one file that share a name. */
export interface ProgramReject extends AmendReject {
  readonly repeated: (span: Span, name: string, first: Span) => void
}

/** Sorts a file's items. With `base` the file amends: what it writes is added, or replaces what has the same name. */
export function gather(tree: ModelTree, base: Program | null, name: string, reject: ProgramReject): Program {
  const of = <K extends ItemTree['kind']>(kind: K): Extract<ItemTree, { kind: K }>[] =>
    tree.items.filter((item): item is Extract<ItemTree, { kind: K }> => item.kind === kind)
  const settings = tree.items.filter(isSetting)
  const start = base ? { ...base.root, name } : emptyRoot(name, null, tree.header?.span ?? null)
  const inputs = of('inputs').flatMap((block) => block.inputs.map((input) => ({ tree: input, grain: block.from })))
  const replace = <T>(
    key: (item: T) => { text: string; span: Span } | null,
    below: readonly T[],
    own: readonly T[],
  ): T[] => replaceByName(key, below, own, reject)
  return {
    header: tree.header,
    inputs: replace((item) => item.tree.name, base?.inputs ?? [], inputs),
    lets: replace((item) => item.name, base?.lets ?? [], of('let')),
    ladder: of('ladder').at(-1) ?? base?.ladder ?? null,
    root: amend(start, tree.items.filter(isGroupItem), reject),
    segments: mergeSegments(base?.segments ?? [], of('segment'), reject),
    indicators: replace((item) => item.label, base?.indicators ?? [], of('indicator')),
    results: replace((item) => item.name, base?.results ?? [], of('result')),
    portfolio: replace((item) => item.name, base?.portfolio ?? [], of('portfolio')),
    tests: of('test'),
    allows: [...(base?.allows ?? []), ...tree.allows],
    written: [...(base?.written ?? []), ...writtenOf(tree)],
    imports: tree.imports,
    otherwiseNoScore: (base?.otherwiseNoScore ?? false) || settings.some((item) => item.kind === 'otherwise no score'),
    exclusiveSegments:
      (base?.exclusiveSegments ?? false) || settings.some((item) => item.kind === 'exclusive segments'),
    span: tree.span,
  }
}

const fileSettings = new Set<string>(['otherwise no score', 'exclusive segments'] satisfies SettingTree['kind'][])
const declarations = new Set<string>([
  'inputs',
  'let',
  'ladder',
  'segment',
  'indicator',
  'result',
  'portfolio',
  'test',
] satisfies ItemTree['kind'][])

/** What a file writes for its whole score. */
function isGroupItem(item: ItemTree): item is GroupItemTree | Extract<ItemTree, { kind: 'score' }> {
  return !declarations.has(item.kind) && !fileSettings.has(item.kind)
}

function isSetting(item: ItemTree): item is SettingTree {
  return fileSettings.has(item.kind)
}

/** Own items follow those below, or take the place of the one with the same name. */
function replaceByName<T>(
  key: (item: T) => { text: string; span: Span } | null,
  below: readonly T[],
  own: readonly T[],
  reject: ProgramReject,
): T[] {
  const result = [...below]
  const seen = new Map<string, Span>()
  for (const item of own) {
    const name = key(item)
    const first = name && seen.get(name.text)
    if (name && first) {
      reject.repeated(name.span, name.text, first)
      continue
    }
    if (name) seen.set(name.text, name.span)
    const at = name === null ? -1 : below.findIndex((candidate) => key(candidate)?.text === name.text)
    if (at >= 0) result[at] = item
    else result.push(item)
  }
  return result
}

/** A segment of a name that exists below is amended further; a condition it writes replaces the old one. */
function mergeSegments(
  below: readonly SegmentTree[],
  own: readonly SegmentTree[],
  reject: ProgramReject,
): SegmentTree[] {
  const names = (segment: SegmentTree): string | undefined => segment.name?.text
  const merged = below.map((segment) => {
    const more = own.find((candidate) => names(candidate) !== undefined && names(candidate) === names(segment))
    return more ? { ...segment, ...pick(more), items: [...segment.items, ...more.items] } : segment
  })
  const fresh = own.filter((segment) => !below.some((candidate) => names(candidate) === names(segment)))
  return [...merged, ...replaceByName((segment) => segment.name, [], fresh, reject)]
}

function pick(segment: SegmentTree): Partial<SegmentTree> {
  return {
    span: segment.span,
    ...(segment.label && { label: segment.label }),
    ...(segment.doc !== null && { doc: segment.doc }),
    ...(segment.when && { when: segment.when }),
    ...(segment.amends && { amends: segment.amends }),
  }
}
