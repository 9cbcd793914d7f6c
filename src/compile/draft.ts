import type { Span } from '../findings/span.ts'
import type {
  DimensionTree,
  ExpressionTree,
  GroupItemTree,
  MeasureTree,
  MissingTree,
  ModifierTree,
  Name,
  SettingTree,
  Text,
  WeightTree,
} from '../parser/tree.ts'

/**
 * A dimension (or the whole score) as syntax, after amendments. Drafts are never changed: an amendment makes a new one,
 * so that a segment and the default it amends share what they have in common.
 */
export interface DimensionDraft {
  readonly kind: 'dimension'
  readonly name: string
  readonly nameSpan: Span | null
  readonly label: Text | null
  readonly doc: string | null
  readonly weight: WeightTree | null
  readonly off: boolean
  readonly applies: ExpressionTree | null
  readonly settings: DraftSettings
  readonly children: readonly MemberDraft[]
  readonly modifiers: readonly ModifierTree[]
  readonly span: Span | null
}

/** A measure as syntax, after amendments. */
export interface MeasureDraft {
  readonly kind: 'measure'
  readonly name: string
  readonly nameSpan: Span | null
  readonly tree: MeasureTree
  readonly weight: WeightTree | null
  readonly off: boolean
}

export type MemberDraft = DimensionDraft | MeasureDraft

type Setting<K extends SettingTree['kind']> = Extract<SettingTree, { kind: K }>

/** The last setting of each kind that was written. */
export interface DraftSettings {
  readonly missing: MissingTree | null
  readonly weightsAsGiven: Span | null
  readonly scale: Setting<'scale'> | null
  readonly show: Setting<'show'> | null
  readonly bands: Setting<'bands'> | null
  readonly higherIsWorse: Setting<'higher is worse'> | null
  readonly judge: Setting<'judge'> | null
  readonly combine: Setting<'combine'> | null
  readonly round: Setting<'round'> | null
  readonly withhold: Setting<'withhold below'> | null
}

export const noSettings: DraftSettings = {
  missing: null,
  weightsAsGiven: null,
  scale: null,
  show: null,
  bands: null,
  higherIsWorse: null,
  judge: null,
  combine: null,
  round: null,
  withhold: null,
}

/** The empty score of a model: where a file's items are added. */
export function emptyRoot(name: string, label: Text | null, span: Span | null): DimensionDraft {
  return {
    kind: 'dimension',
    name,
    nameSpan: null,
    label,
    doc: null,
    weight: null,
    off: false,
    applies: null,
    settings: noSettings,
    children: [],
    modifiers: [],
    span,
  }
}

export function draftMeasure(tree: MeasureTree, name: Name): MeasureDraft {
  return { kind: 'measure', name: name.text, nameSpan: name.span, tree, weight: tree.weight, off: tree.off !== null }
}

export function draftDimension(tree: DimensionTree, name: Name, reject: Reject): DimensionDraft {
  const empty: DimensionDraft = {
    ...emptyRoot(name.text, tree.label, tree.span),
    nameSpan: name.span,
    doc: tree.doc,
    weight: tree.weight,
    off: tree.off !== null,
    applies: tree.applies,
    settings: { ...noSettings, missing: tree.missing },
  }
  return addItems(empty, tree.items, reject)
}

/** Told of what cannot stand where it was written, or of a name written twice. */
export interface Reject {
  readonly misplaced: (setting: SettingTree, place: string) => void
  readonly taken: (name: Name, first: MemberDraft) => void
}

/** Adds new items to a group. A second member of the same name is rejected; the first stays. */
export function addItems(group: DimensionDraft, items: readonly GroupItemTree[], reject: Reject): DimensionDraft {
  const members = new Map(group.children.map((child) => [child.name, child]))
  const modifiers = [...group.modifiers]
  let result = group
  for (const item of items) {
    if (item.kind === 'modifier') modifiers.push(item)
    else if (item.kind === 'measure' || item.kind === 'dimension') {
      const name = item.name ?? nameless(item)
      const first = members.get(name.text)
      if (first) reject.taken(name, first)
      else members.set(name.text, draftMember(item, name, reject))
    } else result = addSetting(result, item, reject)
  }
  return { ...result, children: [...members.values()], modifiers }
}

export function draftMember(item: MeasureTree | DimensionTree, name: Name, reject: Reject): MemberDraft {
  return item.kind === 'measure' ? draftMeasure(item, name) : draftDimension(item, name, reject)
}

/** Recovery left no name; the parser has said so. A name no author can write keeps the rest of the item. */
export function nameless(item: MeasureTree | DimensionTree): Name {
  return { text: `?${item.span.start}`, span: item.span }
}

export function addSetting(group: DimensionDraft, setting: SettingTree, reject: Reject): DimensionDraft {
  const settings = group.settings
  switch (setting.kind) {
    case 'missing':
      return { ...group, settings: { ...settings, missing: setting.rule } }
    case 'weights as given':
      return { ...group, settings: { ...settings, weightsAsGiven: setting.span } }
    case 'applies':
      return { ...group, applies: setting.when }
    case 'scale':
    case 'show':
    case 'bands':
    case 'judge':
    case 'combine':
    case 'round':
      return { ...group, settings: { ...settings, [setting.kind]: setting } }
    case 'higher is worse':
      return { ...group, settings: { ...settings, higherIsWorse: setting } }
    case 'withhold below':
      return { ...group, settings: { ...settings, withhold: setting } }
    case 'otherwise no score':
    case 'exclusive segments':
      reject.misplaced(setting, 'the file, outside any `{ }`')
      return group
  }
}
