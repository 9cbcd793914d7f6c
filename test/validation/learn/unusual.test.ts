import { describe, expect, test } from 'vitest'
import { UNUSUAL, unusualOf } from '../../../src/validation/learn/unusual.ts'
import { historiesOf } from '../../../src/validation/learn/latest.ts'
import { lottery, observed } from './generate.ts'

/** Ten months of accounts side by side; the last month of the first account is another. */
function months(accounts: readonly (readonly number[])[]) {
  const length = accounts[0]!.length
  return {
    histories: accounts.map((_, at) => Array.from({ length }, (__, month) => at * length + month)),
    column: { name: 'usage', values: Float64Array.from(accounts.flat()) },
  }
}

const restless = [50, 54, 47, 52, 49, 53, 48, 51, 50, 52]

describe('against its own history', () => {
  test('by hand: median 50, deviations of 2, the last value 30', () => {
    const { histories, column } = months([[48, 52, 50, 48, 52, 50, 48, 52, 50, 30], restless])
    const [first, second] = unusualOf(histories, [column])
    // The median of 48 48 48 50 50 50 52 52 52 is 50; of the deviations 2 2 2 0 0 0 2 2 2 it is 2.
    expect(first).toEqual({ name: 'usage', value: 30, usual: 50, distance: expect.closeTo(-20 / (1.4826 * 2), 12) })
    expect(Math.abs(second!.distance)).toBeLessThan(UNUSUAL)
  })

  test('what others do often is not unusual of one that never did', () => {
    // Its own deviation is 0; the others move by 2, so it is held to move by 1.
    const { histories, column } = months([[...Array(9).fill(50), 52], restless, restless.toReversed()])
    expect(Math.abs(unusualOf(histories, [column])[0]!.distance)).toBeLessThan(UNUSUAL)
  })

  test('the measure that is furthest off is named', () => {
    const { histories, column } = months([[...restless.slice(0, 9), 40], restless])
    const calls = { name: 'calls', values: column.values.map((value, row) => (row === 9 ? 500 : value)) }
    expect(unusualOf(histories, [column, calls])[0]!.name).toBe('calls')
  })

  test('five values before are too few, a missing last value is none', () => {
    const { histories, column } = months([
      [1, 2, 1, 2, 1, 99],
      [1, 2, 1, 2, 1, NaN],
    ])
    expect(unusualOf(histories, [column])).toEqual([null, null])
  })

  test('of accounts that move as they always did, few are called unusual', () => {
    const draw = lottery(5)
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
    const { histories, column } = months(Array.from({ length: 2000 }, () => Array.from({ length: 13 }, normal)))
    const flagged = unusualOf(histories, [column]).filter((one) => Math.abs(one!.distance) >= UNUSUAL)
    expect(flagged.length / 2000).toBeLessThan(0.03)
  })
})

test('accounts that missed the last date have gone', () => {
  const rows = { ...observed([false, false, false, false, false], []), accounts: ['b', 'a', 'b', 'c', 'a'] }
  // Rows lie 31 days apart.
  expect(historiesOf({ ...rows, days: Float64Array.of(100, 98, 131, 100, 129) })).toEqual([
    [1, 4],
    [0, 2],
  ])
  expect(historiesOf(rows)).toEqual([[0], [1], [2], [3], [4]])
})
