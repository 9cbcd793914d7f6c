import type { Applied } from '../host/desk/state.ts'
import type { Input } from '../model/input.ts'
import { formulasOf, namesFollowed, namesIn, namesRead } from '../model/names-read.ts'
import type { Dimension, Member } from '../model/group.ts'
import type { Model, Segment } from '../model/model.ts'

/** Names of the inputs that the score of a segment is made of; what is off or only chooses the segment is not among them. */
export function inputsJudged(model: Model, segment: Segment): ReadonlySet<string> {
  const before = known.get(segment)
  if (before !== undefined) return before
  const own = membersRead(segment.root).flatMap((member) => [
    ...formulasOf(member).flatMap(({ expression }) => namesIn(expression)),
    ...(member.kind === 'measure' && member.stale !== null ? [member.stale.by] : []),
  ])
  const used = model.uses.flatMap((use) => use.model.segments.flatMap((one) => [...inputsJudged(use.model, one)]))
  const names = namesFollowed(model, [...own, ...used])
  known.set(segment, names)
  return names
}

/** The inputs that anything at all is made of: most models leave the account's key alone. */
export function inputsRead({ model, inputs }: Applied): readonly Input[] {
  const names = namesRead(model)
  return model.uses.length > 0 ? inputs : inputs.filter(({ name }) => names.has(name))
}

/** The inputs that scores are made of: nothing chooses a segment that is named. */
export function inputsScored(applied: Applied): readonly Input[] {
  const { model, segment } = applied
  if (segment === null || model.appliesWhen !== null || model.uses.length > 0) return inputsRead(applied)
  const names = inputsJudged(model, segment)
  return model.inputs.filter(({ name }) => names.has(name))
}

const known = new WeakMap<Segment, ReadonlySet<string>>()

function membersRead(member: Member): readonly Member[] {
  if (member.off) return []
  return member.kind === 'measure' ? [member] : [member, ...childrenOf(member)]
}

function childrenOf({ children }: Dimension): readonly Member[] {
  return children.flatMap(membersRead)
}
