import { found, type Check } from './check.ts'
import { measurePlaces } from './places.ts'
import { addAfter, pieceOf } from './repairs.ts'

/** Every measure has a missing rule, of its own or from above. Asked once, of the first that has none. */
export const bandMissingRule: Check = (model) => {
  const without = measurePlaces(model).filter(
    ({ member }) => member.missing.kind === 'skip' && member.missing.assumed === true,
  )
  const first = without[0]
  if (first === undefined) return []
  const all = without.length === measurePlaces(model).length
  return [
    found(
      'band-missing-rule',
      { name: first.member.name },
      {
        span: first.member.span,
        trail: first.trail,
        fixes: addAfter(
          `skip what is missing${all ? '' : ', where nothing else is said'}`,
          pieceOf(model, 'header', model.span),
          '\n\nmissing skip',
        ),
        question: 'skip it, a band such as `missing poor`, or no score at all: `missing withhold`?',
      },
    ),
  ]
}
