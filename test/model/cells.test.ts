import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellHolds, cellsOf, witnessOf } from '../../src/model/cells.ts'
import { numbers, type Domain } from '../../src/model/domain.ts'

const witnesses = (domain: Domain, cuts: readonly (number | string)[]) => cellsOf(domain, cuts).map(witnessOf)

describe('cells of a domain', () => {
  test('k edges give 2k + 1 cells and one for missing', () => {
    expect(witnesses(numbers(null, null, false), [0.5, 0.8])).toEqual([0, 0.5, 0.7, 0.8, 0.9, null])
  })
  test('a count has no cell between 4 and 5', () => {
    expect(witnesses(numbers(0, null, true), [4, 5])).toEqual([1, 4, 5, 6, null])
  })
  test('edges outside the domain cut nothing', () => {
    expect(witnesses(numbers(0, 10, true), [-1, 11])).toEqual([5, null])
  })
  test('2.5 is no count, but parts 2 from 3', () => {
    expect(witnesses(numbers(0, null, true), [2.5])).toEqual([1, 3, null])
  })
  test('no count is below 0', () => {
    expect(witnesses(numbers(0, null, true), [0])).toEqual([0, 1, null])
  })
  test('text has a cell for what no rule names', () => {
    expect(witnesses({ kind: 'values', values: [], open: true }, ['Other', 'airgapped'])).toEqual([
      'Other',
      'airgapped',
      'other 2',
      null,
    ])
  })
  test('every value lies in exactly one cell, and every witness in its own', () => {
    const bound = fc.integer({ min: -20, max: 20 }).map((n) => n / 2)
    fc.assert(
      fc.property(
        fc.array(bound, { maxLength: 6 }),
        fc.option(bound),
        fc.boolean(),
        fc.integer({ min: -80, max: 80 }).map((n) => n / 4),
        (cuts, low, whole, value) => {
          const domain = numbers(low, null, whole)
          const cells = cellsOf(domain, cuts)
          for (const cell of cells) expect(cellHolds(cell, witnessOf(cell))).toBe(true)
          const allowed = (low === null || value >= low) && (!whole || Number.isInteger(value))
          expect(cells.filter((cell) => cellHolds(cell, value))).toHaveLength(allowed ? 1 : 0)
        },
      ),
      { seed: 1 },
    )
  })
})
