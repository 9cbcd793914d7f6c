import type { ModelTest } from '../model/test.ts'
import type { Span } from '../findings/span.ts'
import type { Model } from '../model/model.ts'
import { declarationOf, takeOut } from './repairs.ts'
import { found, type Check } from './check.ts'

/** Two tests that give and expect the same prove one thing. */
export const testDuplicate: Check = (model) => {
  const seen = new Map<string, ModelTest>()
  return model.tests.flatMap((test) => {
    const means = meaning(test)
    const first = seen.get(means)
    if (first === undefined) {
      seen.set(means, test)
      return []
    }
    return found(
      'test-duplicate',
      { test: test.name, first: first.name },
      {
        span: test.span,
        related: first.span === null ? [] : [{ span: first.span, label: 'the same test' }],
        trail: [model.name],
        fixes: takeOut('take the second one out', wholeOf(model, test)),
        question: 'what should the second one show that the first does not?',
      },
    )
  })
}

function meaning({ segment, asOf, given, expect }: ModelTest): string {
  const rows = given.map(({ name, value }) => JSON.stringify([name, value])).toSorted()
  const expected = expect.map((item) =>
    JSON.stringify(item, (key, value: unknown) => (key === 'span' || key === 'text' ? undefined : value)),
  )
  return JSON.stringify([segment, asOf, rows, expected.toSorted()])
}

/** A line `case` is a test by itself; a block is one only where it holds no other. */
function wholeOf(model: Model, test: ModelTest): Span | null {
  const whole = declarationOf(model, test.span)
  if (whole === null) return test.span
  const inside = model.tests.filter(({ span }) => span !== null && span.start >= whole.start && span.end <= whole.end)
  return inside.length === 1 ? whole : null
}
