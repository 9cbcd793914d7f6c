import type { Expression } from '../../model/expression.ts'
import { partsOf } from '../../model/expression-parts.ts'
import { namesIn } from '../../model/names-read.ts'
import type { Plan } from '../kernels/plan.ts'
import type { Tables } from '../kernels/tables.ts'

/** Whether a change of one measure's input changes that measure and nothing else: neither another one nor the segment. */
export function isMovable({ model, parts }: Plan, { dimensions }: Tables): boolean {
  const inputs = dimensions.flatMap(({ measures }) => measures.map(({ input }) => input.name))
  const read = new Set(inputs)
  if (read.size < inputs.length) return false
  const lets = new Map(model.lets.map(({ name, formula }) => [name, formula.expression]))
  const isFree = (expression: Expression): boolean =>
    !SCORED.has(expression.kind) &&
    namesIn(expression).every((name) => !read.has(name) && (!lets.has(name) || isFree(lets.get(name)!))) &&
    partsOf(expression).every(isFree)
  const whens = parts.forced === null ? model.segments.map(({ when }) => when) : []
  return [model.appliesWhen, ...whens].every((when) => when === null || isFree(when.expression))
}

/** What reads scores, of this model or another. */
const SCORED: ReadonlySet<Expression['kind']> = new Set(['points of', 'score of', 'band of', 'window'])
