import { fromLogit, logistic, type LogisticFit } from './logistic.ts'

/** Probabilities from a score: the logistic line after Platt. */
export interface Platt {
  readonly intercept: number
  readonly slope: number
  /** Of the slope. */
  readonly standardError: number
  /** Set where the score told the groups apart without a mistake, so that a small penalty had to keep the line finite. */
  readonly ridge: number | null
  readonly probability: (score: number) => number
}

/** The penalty used on separated groups: as much as one account more on each side of the line. */
const RIDGE = 1

/** Null where there is no event, nothing but events, or one score for all. */
export function platt(scores: ArrayLike<number>, events: ArrayLike<number>): Platt | null {
  const plain = logistic([scores], events)
  if (plain.kind === 'fitted') return line(plain, null)
  if (plain.kind !== 'separated') return null
  const held = logistic([scores], events, { ridge: RIDGE })
  return held.kind === 'fitted' ? line(held, RIDGE) : null
}

function line(fit: LogisticFit, ridge: number | null): Platt {
  const slope = fit.coefficients[0]!
  return {
    intercept: fit.intercept,
    slope,
    standardError: fit.standardErrors[1]!,
    ridge,
    probability: (score) => fromLogit(fit.intercept + slope * score),
  }
}
