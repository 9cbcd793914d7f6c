import { describe, expect, test } from 'vitest'
import { kaplanMeier, medianSurvival, survivalAt } from '../../../src/validation/statistics/kaplan-meier.ts'
import { leadTime } from '../../../src/validation/statistics/lead-time.ts'
import { logRank } from '../../../src/validation/statistics/log-rank.ts'

// From R 4.2.2 with survival 3.5-3.

describe('Kaplan-Meier', () => {
  const steps = kaplanMeier([1, 3, 3, 5, 8, 8, 10, 12], [1, 1, 0, 1, 0, 1, 0, 1])

  test('survival, with log-log intervals', () => {
    expect(steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [1, 8],
      [3, 7],
      [5, 5],
      [8, 4],
      [12, 1],
    ])
    ;[0.875, 0.75, 0.6, 0.45, 0].forEach((value, at) => expect(steps[at]!.survival).toBeCloseTo(value, 12))
    const intervals = [
      [0.387000014, 0.9813929659],
      [0.3148071137, 0.9308983171],
      [0.1954958661, 0.8522543458],
      [0.1075781152, 0.7512738499],
    ]
    intervals.forEach(([low, high], at) => {
      expect(steps[at]!.interval!.low).toBeCloseTo(low!, 9)
      expect(steps[at]!.interval!.high).toBeCloseTo(high!, 9)
    })
    expect(steps.at(-1)!.interval).toBeNull()
  })

  test('between steps it is that of the step before', () => {
    expect(survivalAt(steps, 0.5)).toEqual({ survival: 1, interval: null })
    expect(survivalAt(steps, 7)).toBe(steps[2])
    expect(medianSurvival(steps)).toBe(8)
    expect(medianSurvival(kaplanMeier([1, 2, 3], [1, 0, 0]))).toBeNull()
    expect(kaplanMeier([4, 5], [0, 0])).toEqual([])
  })
})

describe('the log-rank test', () => {
  const times = [6, 7, 10, 15, 19, 25, 1, 2, 3, 4, 5, 8]
  const events = [1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1]
  const groups = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]

  test('two groups', () => {
    const found = logRank(times, events, groups, 2)!
    expect(found.chiSquare).toBeCloseTo(7.095197993, 9)
    expect(found.p).toBeCloseTo(0.0077290753, 9)
  })

  test('three groups, and one that nobody is in', () => {
    const found = logRank([...times, 3, 5, 9, 12], [...events, 0, 1, 1, 0], [...groups, 3, 3, 3, 3], 4)!
    expect(found.freedom).toBe(2)
    expect(found.chiSquare).toBeCloseTo(9.4960734674581, 9)
    ;[6.9537878787879, 1.6798340548341, 0, 2.3663780663781].forEach((value, at) =>
      expect(found.expected[at]).toBeCloseTo(value, 9),
    )
  })

  test('one group, or nothing that ended, cannot be compared', () => {
    expect(logRank([1, 2], [1, 1], [0, 0], 2)).toBeNull()
    expect(logRank([1, 2], [0, 0], [0, 1], 2)).toBeNull()
  })
})

describe('lead time', () => {
  test('is that of the last unbroken run of flags before the loss', () => {
    const found = leadTime([
      { dates: [0, 30, 60, 90], flagged: [false, true, false, true], lostOn: 100 },
      { dates: [0, 30, 60], flagged: [true, true, true], lostOn: 120 },
      { dates: [0, 30, 60], flagged: [false, false, false], lostOn: 70 },
      { dates: [0, 30], flagged: [true, false], lostOn: 40 },
      { dates: [200], flagged: [true], lostOn: 100 },
      { dates: [0, 30, 60], flagged: [false, true, false], lostOn: null },
      { dates: [0], flagged: [true], lostOn: null },
    ])
    expect(found).toEqual({
      lost: 5,
      unseen: 1,
      warned: 2,
      neverFlagged: 1,
      withdrawn: 1,
      censored: 1,
      median: 65,
      shareOf90: 0.25,
      stayed: 2,
      everFlagged: 2,
      flaggedAtLast: 1,
      falseAlarmRate: 0.5,
    })
  })

  test('of nobody lost nothing is claimed', () => {
    expect(leadTime([])).toMatchObject({ lost: 0, median: null, shareOf90: null, falseAlarmRate: null })
  })
})
