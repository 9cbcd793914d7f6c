import { normalQuantile } from '../statistics/distributions.ts'
import { CONFIDENCE, type Interval } from '../statistics/interval.ts'
import { fromLogit } from '../statistics/logistic.ts'
import { platt } from '../statistics/platt.ts'
import type { Observations } from './observations.ts'

/** A line from scores to the log-odds of churn, with how surely it is known. */
export interface Calibration {
  readonly intercept: number
  readonly slope: number
  /** Variances of intercept and slope and, between them, their covariance; rows of one account count as one. */
  readonly variance: readonly [number, number, number]
}

export interface Probability extends Interval {
  readonly probability: number
}

/**
 * Draws the line through scores that models gave to accounts they had not seen: a score of accounts learned from would
 * promise too much. Null where there is no line.
 */
export function calibrate({ accounts, churned }: Observations, scores: Float64Array): Calibration | null {
  const rows = [...scores.keys()].filter((row) => !Number.isNaN(scores[row]!))
  const line = platt(
    rows.map((row) => scores[row]!),
    rows.map((row) => churned[row]!),
  )
  if (line === null) return null
  const { intercept, slope } = line
  const bend = [0, 0, 0]
  const pulls = new Map<string, readonly [number, number]>()
  for (const row of rows) {
    const x = scores[row]!
    const p = fromLogit(intercept + slope * x)
    for (const [at, part] of [1, x, x * x].entries()) bend[at]! += p * (1 - p) * part
    const [flat, steep] = pulls.get(accounts[row]!) ?? [0, 0]
    pulls.set(accounts[row]!, [flat + churned[row]! - p, steep + (churned[row]! - p) * x])
  }
  return { intercept, slope, variance: sandwich(bend as [number, number, number], [...pulls.values()]) }
}

/** The share of accounts with this score that churn, with its interval; null without a score. */
export function probabilityOf(
  { intercept, slope, variance: [flat, mixed, steep] }: Calibration,
  score: number,
  confidence = CONFIDENCE,
): Probability | null {
  if (Number.isNaN(score)) return null
  const logit = intercept + slope * score
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(flat + 2 * score * mixed + score * score * steep)
  return { probability: fromLogit(logit), low: fromLogit(logit - reach), high: fromLogit(logit + reach) }
}

/** Variance that holds when rows of one account hang together: what accounts pull, between two inverses of the curvature. */
function sandwich(
  [a, b, c]: readonly [number, number, number],
  pulls: readonly (readonly [number, number])[],
): Calibration['variance'] {
  const determinant = a * c - b * b
  const inverse = [
    [c / determinant, -b / determinant],
    [-b / determinant, a / determinant],
  ] as const
  const turned = pulls.map(([flat, steep]) => inverse.map((line) => line[0] * flat + line[1] * steep))
  const few = pulls.length / Math.max(1, pulls.length - 1)
  const sum = (i: number, j: number): number => few * turned.reduce((all, one) => all + one[i]! * one[j]!, 0)
  return [sum(0, 0), sum(0, 1), sum(1, 1)]
}
