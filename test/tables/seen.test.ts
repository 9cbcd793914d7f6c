import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seenKeys } from '../../src/tables/seen.ts'

test('repeated keys are found in any order, with the row of the first', () => {
  const key = fc.oneof(
    fc.nat({ max: 400 }).map((n) => `A${n}`),
    fc.constantFrom('', 'a', 'é'),
  )
  const ascending = fc.nat({ max: 300 }).map((length) => Array.from({ length }, (_, n) => `A${n}`))
  const batches = fc.tuple(ascending, fc.array(fc.array(key, { maxLength: 200 }), { maxLength: 4 }))
  fc.assert(
    fc.property(batches, ([first, rest]) => {
      const seen = seenKeys()
      const firstRow = new Map<string, number>()
      let row = 2
      for (const keys of [first, ...rest]) {
        const rows = keys.map(() => row++)
        const expected: [number, number][] = []
        for (const [i, one] of keys.entries()) {
          if (one === '') continue
          const before = firstRow.get(one)
          if (before === undefined) firstRow.set(one, rows[i]!)
          else expected.push([i, before])
        }
        const found: [number, number][] = []
        seen.add(keys, rows, (index, of) => found.push([index, of]))
        expect(found).toEqual(expected)
      }
    }),
    { seed: 20_261_122, numRuns: 200 },
  )
})
