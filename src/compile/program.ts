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
  Name,
  PathWeightTree,
  PortfolioTree,
  ResultTree,
  ScoreTree,
  SegmentTree,
  SettingTree,
  TestTree,
} from '../parser/tree.ts'
import type { Span } from '../findings/span.ts'
import { amend, type AmendReject } from './amend.ts'
import { addItems, emptyRoot, type DimensionDraft } from './draft.ts'
import { isLog, type LogDraft } from './logs.ts'

/** A file's declarations sorted by kind, with those of the file it amends already beneath them. */
export interface Program {
  readonly header: HeaderTree | null
  readonly inputs: readonly { readonly tree: InputTree; readonly grain: InputsTree['from'] }[]
  /** The columns of each log, by its name. */
  readonly logs: ReadonlyMap<string, LogDraft>
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

/** Told of declarations of a file that cannot stand in it together, or at all. */
export interface ProgramReject extends AmendReject {
  readonly repeated: (second: { readonly text: string; readonly span: Span }, what: string, first: Span) => void
  /** `weight a 20%` in a file that has nothing beneath it to weigh anew. */
  readonly unamended: (item: PathWeightTree) => void
}

/** Sorts a file's items. With `base` the file amends: what it writes is added, or replaces what has the same name. */
export function gather(tree: ModelTree, base: Program | null, name: string, reject: ProgramReject): Program {
  const of = <K extends ItemTree['kind']>(kind: K): Extract<ItemTree, { kind: K }>[] =>
    tree.items.filter((item): item is Extract<ItemTree, { kind: K }> => item.kind === kind)
  const settings = tree.items.filter(isSetting)
  const whole = tree.items.filter(isGroupItem)
  const start = base ? { ...base.root, name } : emptyRoot(name, null, tree.header?.span ?? null)
  const blocks = of('inputs')
  const inputs = blocks
    .filter(({ from }) => !isLog(from))
    .flatMap((block) => block.inputs.map((input) => ({ tree: input, grain: block.from })))
  const replace = <T>(
    what: string,
    key: (item: T) => { text: string; span: Span } | null,
    below: readonly T[],
    own: readonly T[],
  ): T[] => replaceByName(what, key, below, own, reject)
  return {
    header: tree.header,
    inputs: replace('an input', (item) => item.tree.name, base?.inputs ?? [], inputs),
    logs: logsOf(base?.logs ?? new Map(), blocks, replace),
    lets: replace('a `let`', (item) => item.name, base?.lets ?? [], of('let')),
    ladder: of('ladder').at(-1) ?? base?.ladder ?? null,
    root: base
      ? amend(start, whole, reject)
      : addItems(
          start,
          whole.flatMap((item) => ownItems(item, reject)),
          reject,
        ),
    segments: mergeSegments(base?.segments ?? [], of('segment'), reject),
    indicators: replace('an indicator', (item) => item.label, base?.indicators ?? [], of('indicator')),
    results: replace('a result', (item) => item.name, base?.results ?? [], of('result')),
    portfolio: replace('a portfolio figure', (item) => item.name, base?.portfolio ?? [], of('portfolio')),
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
function isGroupItem(item: ItemTree): item is GroupItemTree | ScoreTree | PathWeightTree {
  return !declarations.has(item.kind) && !fileSettings.has(item.kind)
}

/** Of a file that stands by itself. What stands in `score { … }` might as well stand in the file. */
function ownItems(item: GroupItemTree | ScoreTree | PathWeightTree, reject: ProgramReject): readonly GroupItemTree[] {
  if (item.kind === 'score') return item.items
  if (item.kind !== 'weight') return [item]
  reject.unamended(item)
  return []
}

function isSetting(item: ItemTree): item is SettingTree {
  return fileSettings.has(item.kind)
}

type Replace = <T>(
  what: string,
  key: (item: T) => { text: string; span: Span } | null,
  below: readonly T[],
  own: readonly T[],
) => T[]

/** Each log has names of its own: `account` may be a column of several. */
function logsOf(
  below: ReadonlyMap<string, LogDraft>,
  blocks: readonly InputsTree[],
  replace: Replace,
): ReadonlyMap<string, LogDraft> {
  const logs = new Map(below)
  const own = new Map<string, { from: Name; columns: InputTree[] }>()
  for (const { from, inputs } of blocks) {
    if (from === null || !isLog(from)) continue
    const known = own.get(from.text)
    if (known === undefined) own.set(from.text, { from, columns: [...inputs] })
    else known.columns.push(...inputs)
  }
  for (const [name, { from, columns }] of own)
    logs.set(name, { from, columns: replace('a column', (tree) => tree.name, logs.get(name)?.columns ?? [], columns) })
  return logs
}

/** Own items follow those below, or take the place of the one with the same name. */
function replaceByName<T>(
  what: string,
  key: (item: T) => { text: string; span: Span } | null,
  below: readonly T[],
  own: readonly T[],
  reject: ProgramReject,
): T[] {
  const result = [...below]
  const places = new Map(below.map((item, at) => [key(item)?.text, at]))
  const seen = new Map<string, Span>()
  for (const item of own) {
    const name = key(item)
    const first = name && seen.get(name.text)
    if (name && first) {
      reject.repeated(name, what, first)
      continue
    }
    if (name) seen.set(name.text, name.span)
    const at = name === null ? undefined : places.get(name.text)
    if (at !== undefined) result[at] = item
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
  const unique = replaceByName('a segment', (segment) => segment.name, [], own, reject)
  const more = new Map(unique.flatMap((segment) => (segment.name ? [[segment.name.text, segment] as const] : [])))
  const merged = below.map((segment) => {
    const again = segment.name && more.get(segment.name.text)
    return again ? { ...segment, ...pick(again), items: [...segment.items, ...again.items] } : segment
  })
  const known = new Set(below.flatMap((segment) => segment.name?.text ?? []))
  return [...merged, ...unique.filter((segment) => !segment.name || !known.has(segment.name.text))]
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
