import { constantOf } from '../model/expression-parts.ts'
import type { Model } from '../model/model.ts'
import { writtenNumber } from '../model/written.ts'
import { found, type ModelFinding } from './check.ts'
import { places } from './places.ts'

/** Modifiers whose last day lies before the scoring date (days since 1970-01-01). */
export function modifierExpired(model: Model, asOf: number | null): readonly ModelFinding[] {
  const date = asOf ?? model.effective
  if (date === null) return []
  return places(model).flatMap(({ member, trail }) =>
    member.modifiers.flatMap((modifier) => {
      const until = modifier.until === null ? null : constantOf(modifier.until.expression)
      if (typeof until !== 'number' || until >= date) return []
      return found(
        'modifier-expired',
        { modifier: modifier.kind, until: writtenNumber(until, 'date'), date: writtenNumber(date, 'date') },
        {
          span: modifier.until!.span ?? modifier.span,
          trail,
          fixes:
            modifier.span === null
              ? []
              : [{ title: `take the ${modifier.kind} out`, edits: [{ span: modifier.span, text: '' }] }],
          question: 'should it run longer?',
        },
      )
    }),
  )
}
