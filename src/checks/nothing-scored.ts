import type { Model } from '../model/model.ts'
import { found, type Check } from './check.ts'

/** A model judges something, or says something of accounts besides. A file made to be imported may do neither. */
export const nothingScored: Check = (model) => {
  const isScored = model.segments.some(({ root }) => root.children.some(({ off }) => !off))
  if (isScored || model.indicators.length + model.results.length + model.portfolio.length > 0) return []
  return [
    found(
      'nothing-scored',
      {},
      {
        span: model.span ?? model.segments[0]?.span ?? model.inputs[0]?.span ?? null,
        trail: [model.name],
        question: questionOf(model),
      },
    ),
  ]
}

function questionOf({ inputs, segments }: Model): string {
  if (segments.some(({ root }) => root.children.length > 0)) return 'which of its measures should be on?'
  const [first] = inputs
  if (first === undefined) return 'what is judged? A model has `inputs` and at least one `measure`.'
  return `what is judged by \`${first.name}\`? Write \`measure ${first.name}\` and its bands.`
}
