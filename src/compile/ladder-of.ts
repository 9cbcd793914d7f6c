import type { Expression } from '../model/expression.ts'
import type { Band } from '../model/judge.ts'
import type { Context } from './context.ts'
import { placesOfModel } from './imported.ts'

/** The bands that an expression of type band is one of; null where it is not a reference. */
export function ladderOf(context: Context, expression: Expression): readonly Band[] | null {
  if (expression.kind !== 'band of') return null
  if (expression.model !== null) {
    const model = context.uses.get(expression.model)
    return (model && placesOfModel(model).get(expression.path)?.ladder) ?? null
  }
  return context.places.get(expression.path)?.ladder ?? null
}
