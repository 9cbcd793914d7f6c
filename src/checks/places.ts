import type { Span } from '../findings/span.ts'
import type { Dimension, Measure, Member } from '../model/group.ts'
import type { Model, Segment } from '../model/model.ts'

/** A measure or dimension where it stands in one segment. */
export interface Place<M extends Member = Member> {
  readonly member: M
  /** The group it stands in; null for the whole score. */
  readonly group: Dimension | null
  readonly segment: Segment
  /** Names from the model down, the segment second where it is not the default. */
  readonly trail: readonly string[]
}

/**
 * Every measure and dimension of every segment, the default first: what a segment shares with the default is then
 * reported where it was written. Members that are off are left out, with all that is in them.
 */
export function places(model: Model): readonly Place[] {
  return [...model.segments]
    .toSorted((a, b) => Number(a.amends !== null) - Number(b.amends !== null))
    .flatMap((segment) =>
      below(segment.root, null, segment, [model.name, ...(segment.amends === null ? [] : [segment.name])]),
    )
}

export function measurePlaces(model: Model): readonly Place<Measure>[] {
  return places(model).filter((place): place is Place<Measure> => place.member.kind === 'measure')
}

/** Measures with what is judged in them written anew: one that a segment has from the default is left to the default. */
export function judgedPlaces(model: Model): readonly Place<Measure>[] {
  const seen = new Set<string>()
  return measurePlaces(model).filter(({ member: { judge, path } }) => {
    const key = judge.span === null ? null : `${path} ${judge.span.file} ${judge.span.start}`
    if (key === null || !seen.has(key)) return key === null || seen.add(key)
    return false
  })
}

/** What a finding about a measure's judge says of where it is. */
export function placed({ trail, member: { judge } }: Place<Measure>): { trail: readonly string[]; within?: Span } {
  return judge.span === null ? { trail } : { trail, within: judge.span }
}

export function groupPlaces(model: Model): readonly Place<Dimension>[] {
  return places(model).filter((place): place is Place<Dimension> => place.member.kind === 'dimension')
}

function below(member: Member, group: Dimension | null, segment: Segment, trail: readonly string[]): readonly Place[] {
  if (member.off) return []
  const here = { member, group, segment, trail }
  if (member.kind === 'measure') return [here]
  return [here, ...member.children.flatMap((child) => below(child, member, segment, [...trail, child.name]))]
}
