import type { Span } from '../findings/span.ts'
import { found, type Check } from './check.ts'
import { isLive } from './live.ts'
import { addAfter, allow, declarationOf } from './repairs.ts'
import { places } from './places.ts'

/** A weight of nothing beside live thresholds: computed and shown, never counted. */
export const weightZeroLive: Check = (model) =>
  places(model).flatMap(({ member, group, trail }) => {
    if (group === null || member.weight.value !== 0 || member.weight.text === null) return []
    if (!isLive(member)) return []
    const { span } = member.weight
    return found(
      'weight-zero-live',
      { name: member.name },
      {
        span: span ?? member.span,
        trail,
        fixes: isOwn(declarationOf(model, member.span), span)
          ? [
              ...addAfter(`turn \`${member.name}\` off`, span, ' off'),
              ...allow('say that it is only shown', model, member.span, 'weight-zero-live', 'shown, not counted'),
            ]
          : [],
        question: `should \`${member.name}\` count?`,
      },
    )
  })

/** Whether the weight stands in the declaration itself and not in an amendment. */
function isOwn(whole: Span | null, weight: Span | null): boolean {
  return whole !== null && weight !== null && whole.start < weight.start && weight.end <= whole.end
}
