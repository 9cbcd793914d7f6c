import type { Segment } from '../model/model.ts'
import { segmentOut } from './segment-out.ts'
import { found, type Check } from './check.ts'

/** A segment that changes nothing scores its accounts as what it amends does. */
export const segmentSameAsDefault: Check = (model) => {
  const meanings = new Map(model.segments.map((segment) => [segment.name, meaning(segment)]))
  return model.segments.flatMap((segment) => {
    const amended = model.segments.find((other) => other.name === segment.amends)
    if (amended === undefined || meanings.get(segment.name) !== meanings.get(amended.name)) return []
    return found(
      'segment-same-as-default',
      { segment: segment.name, amends: amended.name },
      {
        span: segment.span,
        trail: [model.name, segment.name],
        fixes: segmentOut(model, segment),
        question: `what is different about \`${segment.name}\`?`,
      },
    )
  })
}

/** Everything that is scored, as text; where it was written does not matter. */
function meaning(segment: Segment): string {
  return JSON.stringify(segment.root, (key, value: unknown) => (key === 'span' || key === 'text' ? undefined : value))
}
