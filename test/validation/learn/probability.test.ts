import { describe, expect, test } from 'vitest'
import { calibrate, probabilityOf, type Calibration } from '../../../src/validation/learn/probability.ts'
import type { Observations } from '../../../src/validation/learn/observations.ts'
import { lottery, observed } from './generate.ts'

/** Scores whose accounts churn with log-odds 1 - 0.06 × score. */
function known(rows: number, seed: number): { readonly observations: Observations; readonly scores: Float64Array } {
  const draw = lottery(seed)
  const scores = Float64Array.from({ length: rows }, () => Math.round(draw() * 20) * 5)
  return {
    observations: observed(
      Array.from(scores, (score) => draw() < truth(score)),
      [],
    ),
    scores,
  }
}

const truth = (score: number): number => 1 / (1 + Math.exp(-(1 - 0.06 * score)))

function drawn(rows: number, seed: number): Calibration {
  const { observations, scores } = known(rows, seed)
  return calibrate(observations, scores)!
}

describe('churn probability', () => {
  test('as many are expected to churn as did', () => {
    const { observations, scores } = known(2000, 3)
    const line = calibrate(observations, scores)!
    const expected = scores.reduce((sum, score) => sum + probabilityOf(line, score)!.probability, 0)
    expect(expected).toBeCloseTo(
      observations.churned.reduce((sum, one) => sum + one, 0),
      6,
    )
  })

  test('the interval holds the truth about as often as it says', () => {
    const lines = Array.from({ length: 120 }, (_, seed) => drawn(400, seed + 1))
    const held = [0, 20, 50, 80].map(
      (score) =>
        lines.filter((line) => {
          const { low, high } = probabilityOf(line, score)!
          return low <= truth(score) && truth(score) <= high
        }).length,
    )
    // 95% of 120 are 114, the standard deviation is 2.4.
    for (const count of held) expect(count).toBeGreaterThan(104)
  })

  test('rows of one account count as one', () => {
    const { observations, scores } = known(500, 9)
    const thrice = {
      ...observations,
      length: 1500,
      accounts: [1, 2, 3].flatMap(() => observations.accounts),
      churned: Uint8Array.from([1, 2, 3].flatMap(() => [...observations.churned])),
    }
    const once = calibrate(observations, scores)!
    const again = calibrate(thrice, Float64Array.from([1, 2, 3].flatMap(() => [...scores])))!
    expect(again.slope).toBeCloseTo(once.slope, 9)
    for (const at of [0, 1, 2]) expect(again.variance[at]).toBeCloseTo(once.variance[at]!, 9)
  })

  test('no score, no probability; one score for all, no line', () => {
    expect(probabilityOf(drawn(400, 1), NaN)).toBeNull()
    const { observations } = known(50, 1)
    expect(calibrate(observations, new Float64Array(50).fill(40))).toBeNull()
  })
})
