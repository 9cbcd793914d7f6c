import type { Member } from '../model/group.ts'
import type { Model } from '../model/model.ts'

/** The members below the whole by path, in the order of the first segment that has them; a path may stand in several segments. */
export function membersByPath(model: Model): ReadonlyMap<string, readonly Member[]> {
  const byPath = new Map<string, Member[]>()
  const visit = (member: Member): void => {
    if (member.path !== '') byPath.set(member.path, [...(byPath.get(member.path) ?? []), member])
    if (member.kind === 'dimension') member.children.forEach(visit)
  }
  for (const { root } of model.segments) visit(root)
  return byPath
}

/** Whether rounding, modifiers or the ends of a scale may make something else of what was calculated. */
export function mayChange(member: Member): boolean {
  return member.round !== null || member.modifiers.length > 0 || (member.kind === 'dimension' && member.scale.clamp)
}
