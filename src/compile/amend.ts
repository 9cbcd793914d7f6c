import type { AmendmentTree, DimensionTree, GroupItemTree, MeasureTree, Name, Path } from '../parser/tree.ts'
import {
  addItems,
  addSetting,
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
  let result = root
  for (const item of items) {
    if (item.kind === 'score') result = amend(result, item.items, reject)
    else if (item.kind === 'weight') {
      result = changeAt(result, item.path, reject, (member) => ({ ...member, weight: item.weight }))
    } else if (item.kind === 'switch') {
      result = changeAt(result, item.path, reject, (member) => ({ ...member, off: !item.on }))
    } else result = amendItem(result, item, reject, true)
  }
  return result
}

/** `anywhere`: a measure written directly in a segment changes the one of its name, wherever that stands. */
function amendItem(group: DimensionDraft, item: GroupItemTree, reject: AmendReject, anywhere: boolean): DimensionDraft {
  if (item.kind === 'modifier') return addItems(group, [item], reject)
  if (item.kind !== 'measure' && item.kind !== 'dimension') return addSetting(group, item, reject)
  const name = item.name ?? nameless(item)
  const change = (member: MemberDraft): MemberDraft => amendMember(member, item, name, reject)
  const index = group.children.findIndex((child) => child.name === name.text)
  if (index >= 0)
    return { ...group, children: group.children.map((child, at) => (at === index ? change(child) : child)) }
  if (anywhere) {
    const paths = findPaths(group, [name.text])
    if (paths.length === 1) return changePath(group, paths[0]!, change)
    if (paths.length > 1) {
      reject.ambiguous(
        name,
        paths.map((path) => path.join('.')),
      )
      return group
    }
  }
  return { ...group, children: [...group.children, draftMember(item, name, reject)] }
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
  for (const child of item.items) result = amendItem(result, child, reject, false)
  return result
}

function changeAt(
  group: DimensionDraft,
  path: Path,
  reject: AmendReject,
  change: (member: MemberDraft) => MemberDraft,
): DimensionDraft {
  const names = path.names.map((name) => name.text)
  const paths = findPaths(group, names)
  const found =
    paths.find((candidate) => candidate.length === names.length) ?? (paths.length === 1 ? paths[0] : undefined)
  if (found) return changePath(group, found, change)
  if (paths.length === 0) reject.unknownPath(path, allPaths(group))
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

/** Paths of all members whose last names are `names`. */
function findPaths(group: DimensionDraft, names: readonly string[]): string[][] {
  return everyPath(group).filter((path) => names.every((name, at) => path[path.length - names.length + at] === name))
}

function allPaths(group: DimensionDraft): string[] {
  return everyPath(group).flatMap((path) => [path.join('.'), path.at(-1)!])
}

function everyPath(group: DimensionDraft): string[][] {
  return group.children.flatMap((child) => [
    [child.name],
    ...(child.kind === 'dimension' ? everyPath(child).map((path) => [child.name, ...path]) : []),
  ])
}
