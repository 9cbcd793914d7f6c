import { describe, expect, test } from 'vitest'
import { validate } from '../../src/validation/validate.ts'
import { drawn, measure, outcomesOf, scoresOf } from './controls.ts'

const options = { horizon: 90, seed: 1 }

describe('the verdict', () => {
  test('chance alone hardly ever predicts', () => {
    const kinds = Array.from({ length: 100 }, (_, seed) => {
      const { scores, outcomes } = drawn(seed, 250, () => 0.2)
      return validate(scores, outcomes, options).verdict.kind
    })
    const count = (kind: string) => kinds.filter((one) => one === kind).length
    // A 95% interval leaves out the truth in 5 of 100: half of them on each side.
    expect(count('does not predict')).toBeGreaterThanOrEqual(90)
    expect(count('predicts')).toBeLessThanOrEqual(5)
    expect(count('predicts') + count('points the wrong way') + count('does not predict')).toBe(100)
  })

  test('a score that leads churn predicts it, by any seed', () => {
    for (let seed = 0; seed < 10; seed++) {
      const { scores, outcomes } = drawn(seed, 400, (score) => 0.5 - 0.5 * (score / 100))
      expect(validate(scores, outcomes, options).verdict.kind).toBe('predicts')
    }
  })

  test('says what it rests on in one sentence', () => {
    const { scores, outcomes } = drawn(3, 400, (score) => 0.5 - 0.5 * (score / 100))
    const { verdict } = validate(scores, outcomes, options)
    expect(verdict.sentence).toMatch(
      /^The score predicts churn \w+( \w+)?: AUC 0\.\d\d, 95% interval 0\.\d\d to 0\.\d\d; \d+\.\d% of red were lost against \d+\.\d% of green \(\d+ of 400 lost.*\)\.$/,
    )
  })

  test('a score that is high for those who leave points the wrong way', () => {
    const { scores, outcomes } = drawn(1, 400, (score) => score / 200)
    expect(validate(scores, outcomes, options).verdict.kind).toBe('points the wrong way')
  })

  test('nine losses allow no claim', () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({ account: `A${at}`, day: 0, score: at }))
    const losses = Object.fromEntries(rows.slice(0, 9).map(({ account }) => [account, 30]))
    const report = validate(scoresOf(rows), outcomesOf(losses, 90), options)
    expect(report.verdict).toEqual({
      kind: 'cannot be told',
      sentence:
        'Whether the score predicts churn cannot be told from 9 of 60 lost: at least 10 losses, and 10 accounts that stayed, are needed.',
    })
    expect(report.whole).toMatchObject({ sample: 'counts only', ci: null, events: 9 })
    expect(report.calibration).toBeNull()
    // Exact counts stay.
    expect(report.byBand!.bands[0]).toMatchObject({ band: 'red', n: 40, events: 9 })
  })

  test('a score that knows too much cannot be trusted', () => {
    const { scores, outcomes } = drawn(1, 300, (score) => (score < 20 ? 0.98 : 0.01))
    const { verdict } = validate(scores, outcomes, options)
    expect(verdict.kind).toBe('cannot be trusted')
    expect(verdict.sentence).toContain('an input probably knows the outcome')
  })

  test('a measure named after the outcome cannot be trusted', () => {
    const { scores, outcomes } = drawn(3, 400, (score) => 0.5 - 0.5 * (score / 100))
    const named = { ...scores, parts: [measure('commercial.renewal_status', scores)] }
    expect(validate(named, outcomes, options).verdict.kind).toBe('cannot be trusted')
  })
})

test('the same data and seed give the same report', () => {
  const { scores, outcomes } = drawn(5, 200, () => 0.3)
  const run = () => JSON.stringify(validate(scores, outcomes, options))
  expect(run()).toBe(run())
})
