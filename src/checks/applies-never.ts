import { constancy } from './constancy.ts'
import { found, type Check } from './check.ts'
import { places } from './places.ts'

/** A measure or dimension that can apply to no account is dead text. */
export const appliesNever: Check = (model) =>
  places(model).flatMap(({ member, trail }) => {
    const { appliesWhen } = member
    if (appliesWhen === null || constancy(model, appliesWhen.expression) !== 'never') return []
    return found(
      'applies-never',
      { name: member.name },
      { span: appliesWhen.span ?? member.span, trail, question: 'to which accounts should it apply?' },
    )
  })
