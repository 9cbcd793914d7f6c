import type { AmendmentTree, DimensionTree, GroupItemTree, MeasureTree, Name, Path } from '../parser/tree.ts'
import {
  addItems,
  draftMember,
  nameless,
  type DimensionDraft,
  type MeasureDraft,
  type MemberDraft,
  type Reject,
} from './draft.ts'

/** What an amendment needs to say about what it cannot find or place. */
export interface AmendReject extends Reject {
  readonly unknownPath: (path: Path, known: readonly string[]) => void
  readonly ambiguous: (name: Name, paths: readonly string[]) => void
}

/** The group with the amendments of a segment, or of a file that amends another, applied in their order. */
export function amend(root: DimensionDraft, items: readonly AmendmentTree[], reject: AmendReject): DimensionDraft {
  let places = placesByName(root)
  let result = root
  for (const item of items) {
    if (item.kind === 'score') result = amend(result, item.items, reject)
    else if (item.kind === 'weight') {
      result = changeAt(result, places, item.path, reject, (member) => ({ ...member, weight: item.weight }))
    } else if (item.kind === 'switch') {
      result = changeAt(result, places, item.path, reject, (member) => ({ ...member, off: !item.on }))
    } else if (item.kind !== 'measure' && item.kind !== 'dimension') result = addItems(result, [item], reject)
    else result = amendAnywhere(result, places, item, reject)
    if (mayAddMembers(item, places)) places = placesByName(result)
  }
  return result
}

function mayAddMembers(item: AmendmentTree, places: PlacesByName): boolean {
  if (item.kind === 'measure') return item.name === null || !places.has(item.name.text)
  return item.kind === 'dimension' || item.kind === 'score'
}

/** A measure or dimension written directly in a segment changes the one of its name, wherever that stands. */
function amendAnywhere(
  group: DimensionDraft,
  places: PlacesByName,
  item: MeasureTree | DimensionTree,
  reject: AmendReject,
): DimensionDraft {
  const name = item.name ?? nameless(item)
  const paths = places.get(name.text) ?? []
  const path = paths.find((candidate) => candidate.length === 1) ?? (paths.length === 1 ? paths[0] : undefined)
  if (path) return changePath(group, path, (member) => amendMember(member, item, name, reject))
  if (paths.length === 0) return { ...group, children: [...group.children, draftMember(item, name, reject)] }
  reject.ambiguous(
    name,
    paths.map((candidate) => candidate.join('.')),
  )
  return group
}

function amendMember(
  member: MemberDraft,
  item: MeasureTree | DimensionTree,
  name: Name,
  reject: AmendReject,
): MemberDraft {
  if (member.kind === 'measure' && item.kind === 'measure') return amendMeasure(member, item)
  if (member.kind === 'dimension' && item.kind === 'dimension') return amendDimension(member, item, reject)
  reject.taken(name, member)
  return member
}

/** What the amendment writes replaces; the rest stays. A measure that was off and is written again is on. */
function amendMeasure(member: MeasureDraft, item: MeasureTree): MeasureDraft {
  const was = member.tree
  return {
    ...member,
    weight: item.weight ?? member.weight,
    off: item.off !== null || (member.off && item.judge === null),
    tree: {
      ...was,
      span: item.span,
      label: item.label ?? was.label,
      doc: item.doc ?? was.doc,
      value: item.value ?? was.value,
      as: item.value ? item.as : was.as,
      judge: item.judge ?? was.judge,
      extraJudges: item.extraJudges,
      applies: item.applies ?? was.applies,
      missing: item.missing ?? was.missing,
      stale: item.stale ?? was.stale,
      round: item.round ?? was.round,
      modifiers: [...was.modifiers, ...item.modifiers],
      because: [...item.because, ...was.because],
      actions: [...item.actions, ...was.actions],
      scoring: item.scoring.length > 0 ? item.scoring : was.scoring,
    },
  }
}

function amendDimension(member: DimensionDraft, item: DimensionTree, reject: AmendReject): DimensionDraft {
  let result: DimensionDraft = {
    ...member,
    label: item.label ?? member.label,
    doc: item.doc ?? member.doc,
    weight: item.weight ?? member.weight,
    off: item.off !== null || (member.off && item.items.length === 0 && item.weight === null),
    applies: item.applies ?? member.applies,
    settings: { ...member.settings, missing: item.missing ?? member.settings.missing },
  }
  for (const child of item.items) result = amendInside(result, child, reject)
  return result
}

/** An item inside an amended dimension: it changes the member of its name there, or is new there. */
function amendInside(group: DimensionDraft, item: GroupItemTree, reject: AmendReject): DimensionDraft {
  if (item.kind !== 'measure' && item.kind !== 'dimension') return addItems(group, [item], reject)
  const name = item.name ?? nameless(item)
  const exists = group.children.some((child) => child.name === name.text)
  if (exists) return changePath(group, [name.text], (member) => amendMember(member, item, name, reject))
  return { ...group, children: [...group.children, draftMember(item, name, reject)] }
}

function changeAt(
  group: DimensionDraft,
  places: PlacesByName,
  path: Path,
  reject: AmendReject,
  change: (member: MemberDraft) => MemberDraft,
): DimensionDraft {
  const names = path.names.map((name) => name.text)
  const paths = (places.get(names.at(-1) ?? '') ?? []).filter((candidate) => endsWith(candidate, names))
  const found =
    paths.find((candidate) => candidate.length === names.length) ?? (paths.length === 1 ? paths[0] : undefined)
  if (found) return changePath(group, found, change)
  if (paths.length === 0) reject.unknownPath(path, allPaths(places))
  else
    reject.ambiguous(
      path.names.at(-1)!,
      paths.map((candidate) => candidate.join('.')),
    )
  return group
}

function changePath(
  group: DimensionDraft,
  path: readonly string[],
  change: (member: MemberDraft) => MemberDraft,
): DimensionDraft {
  const [head, ...rest] = path
  return {
    ...group,
    children: group.children.map((child) => {
      if (child.name !== head) return child
      if (rest.length === 0) return change(child)
      return child.kind === 'dimension' ? changePath(child, rest, change) : child
    }),
  }
}

/** The paths of all members of a group, by their last name. */
type PlacesByName = ReadonlyMap<string, readonly (readonly string[])[]>

function placesByName(group: DimensionDraft): PlacesByName {
  const places = new Map<string, (readonly string[])[]>()
  const visit = (child: MemberDraft, above: readonly string[]): void => {
    const path = [...above, child.name]
    const same = places.get(child.name)
    if (same) same.push(path)
    else places.set(child.name, [path])
    if (child.kind === 'dimension') for (const inner of child.children) visit(inner, path)
  }
  for (const child of group.children) visit(child, [])
  return places
}

function endsWith(path: readonly string[], names: readonly string[]): boolean {
  return names.every((name, at) => path[path.length - names.length + at] === name)
}

function allPaths(places: PlacesByName): string[] {
  return [...places].flatMap(([name, paths]) => [name, ...paths.map((path) => path.join('.'))])
}
