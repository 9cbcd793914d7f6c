import { describe, expect, test } from 'vitest'
import { landmarksOf } from '../../src/validation/landmarks.ts'
import { observe } from '../../src/validation/observations.ts'
import { outcomesOf, scoresOf } from './controls.ts'

describe('scores and what happened after them', () => {
  test('a label lies strictly after its score and within the horizon', () => {
    const scores = scoresOf(
      ['on', 'next', 'last', 'late', 'stayed'].map((account) => ({ account, day: 100, score: 50 })),
    )
    const outcomes = outcomesOf({ on: 100, next: 101, last: 190, late: 191 }, 400)
    const found = observe(scores, outcomes, { horizon: 90, at: 100 })
    expect(found.accounts).toEqual(['next', 'last', 'late', 'stayed'])
    expect([...found.event]).toEqual([1, 1, 0, 0])
    expect(found.excluded).toEqual([{ reason: 'scored on or after the loss', n: 1 }])
  })

  test('a horizon that is not over gives no label, not even to those already lost', () => {
    const scores = scoresOf(['lost', 'stayed'].map((account) => ({ account, day: 100, score: 50 })))
    const found = observe(scores, outcomesOf({ lost: 110 }, 150), { horizon: 90 })
    expect(found.length).toBe(0)
    expect(found.excluded).toEqual([{ reason: 'horizon not over', n: 2 }])
  })

  test('landmarks go back from the last whole horizon, and never overlap', () => {
    const dates = Array.from({ length: 13 }, (_, month) => 30 * month)
    expect(landmarksOf(dates, 90, 360)).toEqual([0, 90, 180, 270])
    expect(landmarksOf(dates, 100, 360)).toEqual([0, 120, 240])
    expect(landmarksOf(dates, 90, 60)).toEqual([])
  })

  test('as of a landmark the last score counts, if it is not older than 45 days', () => {
    const rows = [
      { account: 'fresh', day: 80, score: 1 },
      { account: 'fresh', day: 100, score: 2 },
      { account: 'month old', day: 70, score: 3 },
      { account: 'stale', day: 50, score: 4 },
      { account: 'not yet', day: 130, score: 5 },
    ]
    const found = observe(scoresOf(rows), outcomesOf({ fresh: 150 }, 400), { horizon: 90, at: 100 })
    expect(found.accounts.map((account, at) => [account, found.score[at]])).toEqual([
      ['fresh', 2],
      ['month old', 3],
    ])
  })

  test('no loss counts twice: one account, one window', () => {
    const rows = Array.from({ length: 13 }, (_, month) => ({ account: 'A', day: 30 * month, score: 50 }))
    const found = observe(scoresOf(rows), outcomesOf({ A: 365 }, 400), { horizon: 90 })
    expect(found.event.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect([...found.day]).toEqual([30, 120, 210, 300])
    expect([...found.event]).toEqual([0, 0, 0, 1])
  })

  test('an account that came back is there again', () => {
    const scores = scoresOf([{ account: 'A', day: 100, score: 50 }])
    const outcomes = {
      ...outcomesOf({}, 300),
      losses: new Map([
        [
          'A',
          [
            { day: 50, returns: 90 },
            { day: 150, returns: null },
          ],
        ],
      ]),
    }
    expect([...observe(scores, outcomes, { horizon: 90 }).event]).toEqual([1])
  })

  test('without dates every account counts once, by its last row', () => {
    const rows = [
      { account: 'A', score: 1 },
      { account: 'B', score: 2 },
      { account: 'A', score: 3 },
      { account: 'C', score: NaN },
    ]
    const found = observe(
      scoresOf(rows),
      { ...outcomesOf({ A: NaN }, NaN), dated: false, until: null },
      { horizon: 90 },
    )
    expect(found.design).toEqual({ kind: 'cross-section' })
    expect(found.accounts.map((account, at) => [account, found.score[at], found.event[at]])).toEqual([
      ['A', 3, 1],
      ['B', 2, 0],
    ])
    expect(found.excluded).toEqual([
      { reason: 'same account again', n: 1 },
      { reason: 'no score', n: 1 },
    ])
  })
})
