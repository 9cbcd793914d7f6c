import { found, type Check } from './check.ts'
import { isLive } from './live.ts'
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
        question: `should \`${member.name}\` count, be \`off\`, or only be shown? If shown, say so with \`allow\`.`,
      },
    )
  })
