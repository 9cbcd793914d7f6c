import type { Member } from './group.ts'
import type { Model } from './model.ts'

/**
 * The members below the whole by path, each dimension before its own parts, in the order of the first segment that has
 * them; a path may stand in several segments.
 */
export function membersByPath(model: Model): ReadonlyMap<string, readonly Member[]> {
  const known = byPaths.get(model)
  if (known !== undefined) return known
  const byPath = new Map<string, Member[]>()
  const visit = (member: Member): void => {
    const same = byPath.get(member.path)
    if (same === undefined) byPath.set(member.path, [member])
    else same.push(member)
    if (member.kind === 'dimension') member.children.forEach(visit)
  }
  for (const { root } of model.segments) root.children.forEach(visit)
  byPaths.set(model, byPath)
  return byPath
}
const byPaths = new WeakMap<Model, ReadonlyMap<string, readonly Member[]>>()

/** Whether a path is of a part of the model, or of the whole. */
export function isPart(model: Model, path: string): boolean {
  return path === '' || membersByPath(model).has(path)
}
