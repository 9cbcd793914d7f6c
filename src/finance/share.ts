/** A rate with what it was made of; nobody has to trust a percentage alone. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  /** Unrounded; null where there is nothing to divide by. */
  readonly value: number | null
  /** Why there is no value. */
  readonly because: string | null
}

export function share(numerator: number, denominator: number, because: string): Share {
  return denominator > 0
    ? { numerator, denominator, value: numerator / denominator, because: null }
    : { numerator, denominator, value: null, because }
}
