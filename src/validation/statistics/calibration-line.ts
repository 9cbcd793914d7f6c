import { logistic, toLogit } from './logistic.ts'

/**
 * Whether probabilities that come from elsewhere fit: `slope` below 1 says too extreme, above 1 too timid; `ratio` is how many
 * events were observed for one expected.
 */
export interface CalibrationLine {
  /** Null where no line could be fitted. */
  readonly slope: number | null
  readonly intercept: number | null
  readonly observed: number
  readonly expected: number
  /** O/E; null where nothing was expected. */
  readonly ratio: number | null
}

/** A probability of 0 or 1 counts as one in a million short of it. */
const NEAREST = 1e-6

/** With `amounts` (ARR), observed and expected are in amounts lost instead of accounts; the line is by account always. */
export function calibrationLine(
  probabilities: ArrayLike<number>,
  events: ArrayLike<number>,
  amounts: ArrayLike<number> | null = null,
): CalibrationLine {
  const logits = Float64Array.from(probabilities, (p) => toLogit(Math.min(1 - NEAREST, Math.max(NEAREST, p))))
  const fit = logistic([logits], events)
  let observed = 0
  let expected = 0
  for (let at = 0; at < events.length; at++) {
    const amount = amounts?.[at] ?? 1
    observed += amount * events[at]!
    expected += amount * probabilities[at]!
  }
  return {
    slope: fit.kind === 'fitted' ? fit.coefficients[0]! : null,
    intercept: fit.kind === 'fitted' ? fit.intercept : null,
    observed,
    expected,
    ratio: expected > 0 ? observed / expected : null,
  }
}
