import type { Member } from '../model/group.ts'
import type { Model } from '../model/model.ts'
import { membersOf } from '../engine/segments.ts'
import { fold } from '../engine/value.ts'

/**
 * The path of a part of the score as a person names it: a path, or a name or label that only one path has; case is
 * forgiven. Blank, `score` and the model's own name are the whole (''). null where nothing, or more than one part, is called so.
 */
export function findPart(model: Model, written: string): string | null {
  const wanted = fold(written)
  if (['', 'score', fold(model.name), fold(model.label)].includes(wanted)) return ''
  const members = new Map<string, Member>()
  for (const segment of model.segments) {
    for (const [path, { member }] of membersOf(segment)) if (path !== '') members.set(path, member)
  }
  for (const path of members.keys()) if (fold(path) === wanted) return path
  const called = [...members].filter(([, { name, label }]) => fold(name) === wanted || fold(label) === wanted)
  return called.length === 1 ? called[0]![0] : null
}
