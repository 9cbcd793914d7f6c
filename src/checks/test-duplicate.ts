import type { ModelTest } from '../model/test.ts'
import { found, type Check } from './check.ts'

/** Two tests that give and expect the same prove one thing. */
export const testDuplicate: Check = (model) =>
  model.tests.flatMap((test, n) => {
    const first = model.tests.slice(0, n).find((other) => meaning(other) === meaning(test))
    if (first === undefined) return []
    return found(
      'test-duplicate',
      { test: test.name, first: first.name },
      {
        span: test.span,
        related: first.span === null ? [] : [{ span: first.span, label: 'the same test' }],
        trail: [model.name],
        question: 'what should the second one show that the first does not?',
      },
    )
  })

function meaning({ segment, asOf, given, expect }: ModelTest): string {
  const rows = given.map(({ name, value }) => JSON.stringify([name, value])).toSorted()
  const expected = expect.map((item) =>
    JSON.stringify(item, (key, value: unknown) => (key === 'span' || key === 'text' ? undefined : value)),
  )
  return JSON.stringify([segment, asOf, rows, expected.toSorted()])
}
