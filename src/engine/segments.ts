import type { Dimension, Member } from '../model/group.ts'
import type { Model, Segment } from '../model/model.ts'
import { holds, type Scope } from './expression.ts'
import { fold } from './value.ts'

/** A segment by its name or label, case and outer spaces forgiven; null where there is none. */
export function findSegment(model: Model, nameOrLabel: string): Segment | null {
  const wanted = fold(nameOrLabel)
  return (
    model.segments.find((segment) => fold(segment.name) === wanted) ??
    model.segments.find((segment) => fold(segment.label) === wanted) ??
    null
  )
}

/** The segment of an account, or why it has none. A forced segment replaces the segments' conditions, not the model's own. */
export function chooseSegment(
  model: Model,
  scope: Scope,
  forced: string | undefined,
): { readonly segment: Segment } | { readonly noneBecause: string } {
  if (model.appliesWhen !== null && !holds(model.appliesWhen, scope)) {
    return { noneBecause: 'the model does not apply to this account' }
  }
  if (forced !== undefined) {
    const segment = findSegment(model, forced)
    return segment === null ? { noneBecause: `there is no segment "${forced}"` } : { segment }
  }
  const segment = model.segments.find((one) => one.when === null || holds(one.when, scope))
  return segment === undefined ? { noneBecause: 'no segment applies to this account' } : { segment }
}

/** Every member of a segment by path, with the dimension above it; the whole has the path ''. */
export function membersOf(segment: Segment): ReadonlyMap<string, Placed> {
  const known = placed.get(segment)
  if (known !== undefined) return known
  const members = new Map<string, Placed>([['', { member: segment.root, above: null }]])
  const visit = (above: Dimension): void => {
    for (const member of above.children) {
      members.set(member.path, { member, above })
      if (member.kind === 'dimension') visit(member)
    }
  }
  visit(segment.root)
  placed.set(segment, members)
  return members
}

export interface Placed {
  readonly member: Member
  /** null for the whole. */
  readonly above: Dimension | null
}

/** Models are frozen: a segment's members are found once. */
const placed = new WeakMap<Segment, ReadonlyMap<string, Placed>>()
