/** Rates into one currency, as published: month-end rates hold until the next. */
export interface Rates {
  readonly currency: string
  /**
   * One unit of `from` in `currency` on a day (since 1970-01-01), as an exact fraction: `numerator / denominator`, the
   * denominator a power of ten. Null where no rate on or before that day is known.
   */
  readonly at: (from: string, day: number) => Rate | null
}

export interface Rate {
  readonly numerator: number
  readonly denominator: number
}
