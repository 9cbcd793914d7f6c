import type { Member } from '../model/group.ts'
import { found, type Check } from './check.ts'
import { groupPlaces } from './places.ts'

/** A dimension that weighs something must have something to weigh. */
export const weightNoMeasures: Check = (model) =>
  groupPlaces(model).flatMap(({ member, group, segment, trail }) => {
    if (group === null || member.weight.value === 0 || member.children.some(isLive)) return []
    return found(
      'weight-no-measures',
      {
        name: member.name,
        weight: member.weight.text ?? 'as much as its neighbours',
        segment: segment.amends === null ? null : segment.name,
      },
      {
        span: member.weight.span ?? member.span,
        trail,
        question: `should \`${member.name}\` be off too?`,
      },
    )
  })

function isLive(member: Member): boolean {
  return !member.off && (member.kind === 'measure' || member.children.some(isLive))
}
