import type { Expression } from '../../model/expression.ts'
import { namesFollowed, namesIn } from '../../model/names-read.ts'
import { readsScores } from '../../model/reads-scores.ts'
import type { Plan } from '../kernels/plan.ts'
import type { Tables } from '../kernels/tables.ts'

/** Whether a change of one measure's input changes that measure and nothing else: neither another one nor the segment. */
export function isMovable({ model, parts }: Plan, { dimensions }: Tables): boolean {
  const inputs = dimensions.flatMap(({ measures }) => measures.map(({ input }) => input.name))
  const read = new Set(inputs)
  if (read.size < inputs.length) return false
  const isFree = (expression: Expression): boolean =>
    !readsScores(model, expression, 'any') &&
    [...namesFollowed(model, namesIn(expression))].every((name) => !read.has(name))
  const whens = parts.forced === null ? model.segments.map(({ when }) => when) : []
  return [model.appliesWhen, ...whens].every((when) => when === null || isFree(when.expression))
}
