import type { Expression } from './expression.ts'
import { partsOf } from './expression-parts.ts'
import type { Model } from './model.ts'
import { letNamed } from './value-domain.ts'

/** Whether an expression reads points, a score or a band, itself or through `let`s: of this model, or also of those it uses. */
export function readsScores(model: Model, expression: Expression, whose: 'own' | 'any'): boolean {
  switch (expression.kind) {
    case 'points of':
    case 'score of':
    case 'band of':
      return whose === 'any' || expression.model === null
    case 'let': {
      const named = letNamed(model, expression.name)
      return named !== undefined && readsScores(model, named.formula.expression, whose)
    }
    default:
      return partsOf(expression).some((part) => readsScores(model, part, whose))
  }
}

/** Whether a score of the model is asked for before it has a segment: then it is missing, and so is all that hangs on it. */
export function choiceReadsScores(model: Model): boolean {
  const conditions = [model.appliesWhen, ...model.segments.map((segment) => segment.when)]
  return conditions.some((formula) => formula !== null && readsScores(model, formula.expression, 'own'))
}
