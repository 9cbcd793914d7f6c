import { addAfter, declarationOf } from './repairs.ts'
import { found, type Check } from './check.ts'

/** Accounts in no segment have a score, or the model says that they have none. */
export const segmentNoDefault: Check = (model) => {
  if (model.segments.length === 0 || model.otherwiseNoScore) return []
  if (model.segments.some((segment) => segment.when === null)) return []
  return [
    found(
      'segment-no-default',
      {},
      {
        span: model.span ?? model.segments[0]!.span,
        trail: [model.name],
        fixes: addAfter(
          'say that they have none',
          declarationOf(model, model.segments.at(-1)!.span),
          '\n\notherwise no score',
        ),
        question: 'how are the others scored? Write `otherwise no score` if they are not.',
      },
    ),
  ]
}
