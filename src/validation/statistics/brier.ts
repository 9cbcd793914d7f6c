/** How far probabilities are from what happened: the mean square, 0 is perfect. */
export interface Brier {
  readonly brier: number
  /** What the overall rate alone would reach. */
  readonly reference: number
  /** The skill against that: 1 is perfect, 0 no better than the overall rate, below 0 worse. Null where everything, or nothing, happened. */
  readonly bss: number | null
}

/** Null of nothing. */
export function brier(probabilities: ArrayLike<number>, events: ArrayLike<number>): Brier | null {
  const n = events.length
  if (n === 0) return null
  let squares = 0
  let happened = 0
  for (let at = 0; at < n; at++) {
    squares += (probabilities[at]! - events[at]!) ** 2
    happened += events[at]!
  }
  const rate = happened / n
  const reference = rate * (1 - rate)
  return { brier: squares / n, reference, bss: reference > 0 ? 1 - squares / n / reference : null }
}
