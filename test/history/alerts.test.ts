import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plan } from '../../src/engine/kernels/plan.ts'
import { type AlertOptions, alertsOf } from '../../src/history/alerts.ts'
import { cadenceOf } from '../../src/history/cadence.ts'
import type { History } from '../../src/history/history.ts'
import { layOut } from '../../src/history/lay-out.ts'
import { reasonsOf } from '../../src/history/reasons.ts'
import { scoreRows } from '../../src/history/score-rows.ts'
import type { Model } from '../../src/model/model.ts'
import type { Row } from '../../src/model/columns.ts'
import { anyModelAndRows, INPUTS } from '../engine/arbitrary.ts'
import { chain, group, input, measure, model, whole } from '../engine/build.ts'
import { columnsOf } from '../engine/columns.ts'

/** Seats are the score: poor below 4, concerning below 7, of ten. Nine in ten parts of it; the tenth is the mood. */
const health = model({
  name: 'health',
  inputs: [input('seats'), input('mood')],
  root: whole([
    group('usage', [measure('seats', chain('poor', ['<', 4, 'concerning'], ['<', 7, 'healthy']))]),
    group('pulse', [measure('mood', chain('poor', ['<', 1, 'healthy']))]),
  ]),
})

/** One account, a snapshot every ten days. */
function historyOf(rows: readonly Row[], of: Model = health): History {
  return layOut(
    rows.map((row, at) =>
      scoreRows(plan(of, { asOf: at * 10 }), columnsOf(of.inputs, [row], ['A']), {
        date: at * 10,
        recordedAt: null,
        overridden: new Map(),
        carried: new Map(),
      }),
    ),
  )
}

const plain: AlertOptions = { model: 'health', of: '', direction: 'worse', hold: 1, margin: 0, drop: null }

/** Days on which an alert came, with where it led. */
function days(history: History, options: Partial<AlertOptions>): readonly string[] {
  return alertsOf(history, { ...plain, ...options }).map(
    ({ kind, from, to }) => `${kind} ${from.date} ${to.date} ${to.band}`,
  )
}

describe('crossings', () => {
  // Scores: (usage + pulse) / 2 with pulse 10 throughout: 10, 7.5, 5, 7.5, 5, 5. Even bands: healthy from 6.67.
  const wavering = historyOf([8, 5, 3, 5, 3, 3].map((seats) => ({ seats, mood: 1 })))
  test('each, where nothing damps them', () => {
    expect(days(wavering, {})).toEqual(['crossing 10 20 concerning', 'crossing 30 40 concerning'])
    expect(days(wavering, { direction: 'both' })).toHaveLength(3)
  })
  test('that hold for two snapshots', () => {
    expect(days(wavering, { hold: 2 })).toEqual(['crossing 30 50 concerning'])
    expect(days(wavering, { hold: 3 })).toEqual([])
  })
  test('that move the score by a margin', () => {
    expect(days(wavering, { margin: 2.5 })).toHaveLength(2)
    expect(days(wavering, { margin: 3 })).toEqual([])
  })
  test('of one dimension', () => {
    expect(days(wavering, { of: 'usage' })).toEqual([
      'crossing 0 10 concerning',
      'crossing 10 20 poor',
      'crossing 30 40 poor',
    ])
  })
  test('a date without a score is passed over', () => {
    expect(days(historyOf([{ seats: 8, mood: 1 }, {}, { seats: 3, mood: 0 }]), {})).toEqual(['crossing 0 20 poor'])
  })
})

test('a drop is measured from the best score of the last days, and told once', () => {
  const falling = historyOf([8, 5, 3, 3, 3].map((seats) => ({ seats, mood: 1 })))
  const drop = { points: 5, days: 20 }
  expect(days(falling, { drop, of: 'usage', direction: 'better' })).toEqual(['drop 0 10 concerning'])
  expect(days(falling, { drop: { points: 10, days: 20 }, of: 'usage', direction: 'better' })).toEqual([
    'drop 0 20 poor',
  ])
  expect(days(falling, { drop: { points: 10, days: 10 }, of: 'usage', direction: 'better' })).toEqual([])
})

describe('reasons', () => {
  test('say what each measure was, is, and brought in', () => {
    const [alert] = alertsOf(
      historyOf([
        { seats: 8, mood: 1 },
        { seats: 3, mood: 0 },
      ]),
      plain,
    )
    expect(alert).toMatchObject({
      change: -10,
      reasons: [
        { measure: 'usage.seats', from: { value: '8', band: 'healthy' }, to: { value: '3', band: 'poor' }, share: -5 },
        { measure: 'pulse.mood', from: { value: '1', band: 'healthy' }, to: { value: '0', band: 'poor' }, share: -5 },
      ],
    })
  })

  test('add up to the change, in any model', () => {
    fc.assert(
      fc.property(anyModelAndRows({ min: 2, max: 2 }), ({ model: any, rows }) => {
        const [one, two] = rows.map((row) => historyOf([row], { ...any, inputs: INPUTS }).snapshots[0]!)
        const [from, to] = [
          { snapshot: one!, row: 0 },
          { snapshot: two!, row: 0 },
        ]
        const units = (score: number): number => (Number.isNaN(score) ? 0 : Math.round(score * 1e6))
        const shares = reasonsOf(from, to, '', []).map(({ share }) => Math.round(share * 1e6))
        // Points beyond a billion have no millionths that a double could count.
        fc.pre(shares.every((share) => Math.abs(share) < 1e15))
        const sum = shares.reduce((total, share) => total + share, 0)
        expect(sum + 0).toBe(units(two!.score[0]!) - units(one!.score[0]!) + 0)
      }),
      { numRuns: 40, seed: 20_261_124, endOnFailure: true },
    )
  })
})

test('how often scores are due', () => {
  expect(cadenceOf('weekly')).toEqual({ said: 'weekly', days: 7 })
  expect(cadenceOf('45d')).toEqual({ said: 'every 45 days', days: 45 })
  expect([cadenceOf('often'), cadenceOf('0d')]).toEqual([null, null])
})
