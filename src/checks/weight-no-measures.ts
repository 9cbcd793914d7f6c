import type { Member } from '../model/group.ts'
import { found, type Check } from './check.ts'
import { isLive } from './live.ts'
import { groupPlaces } from './places.ts'

/** A dimension that weighs something must have something to weigh. */
export const weightNoMeasures: Check = (model) => {
  const empty = new Set<string>()
  return groupPlaces(model).flatMap(({ member, group, segment, trail }) => {
    if (group === null || member.weight.value === 0 || member.children.some(isLive)) return []
    // What the default leaves empty is as empty in every segment.
    if (empty.has(member.path)) return []
    if (isEmpty(member)) empty.add(member.path)
    return found(
      'weight-no-measures',
      {
        name: member.name,
        weight: member.weight.text ?? 'as much as its neighbours',
        segment: segment.amends === null ? null : segment.name,
        empty: isEmpty(member),
      },
      {
        span: member.weight.span ?? member.span,
        related:
          segment.amends === null || segment.span === null ? [] : [{ span: segment.span, label: 'in this segment' }],
        trail,
        question: isEmpty(member) ? `what is \`${member.name}\` judged by?` : `should \`${member.name}\` be off too?`,
      },
    )
  })
}

function isEmpty(member: Member): boolean {
  return member.kind === 'dimension' && member.children.length === 0
}
