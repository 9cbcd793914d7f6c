import type { Fix } from '../findings/finding.ts'
import type { Model, Segment } from '../model/model.ts'
import { declarationOf, stillRead, takeOut } from './repairs.ts'

/** Takes a segment out, where no test and no other segment names it and nothing is read by it alone. */
export function segmentOut(model: Model, segment: Segment): readonly Fix[] {
  const rest = { ...model, segments: model.segments.filter((other) => other !== segment) }
  const amended = rest.segments.some((other) => other.amends === segment.name)
  const tested = model.tests.some(
    (test) =>
      test.segment === segment.name ||
      test.expect.some((item) => item.kind === 'segment' && item.name === segment.name),
  )
  if (amended || tested || rest.segments.length === 0 || !stillRead(model, rest)) return []
  return takeOut(`take \`${segment.name}\` out`, declarationOf(model, segment.span))
}
