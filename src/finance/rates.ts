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

/** Rates are kept in lowest form, a decimal without zeros at its end: the same rate is the same fraction. */
export function sameRate(a: Rate, b: Rate): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

/** A rate as the decimal that it is: `1.0825`. */
export function rateText({ numerator, denominator }: Rate): string {
  return (numerator / denominator).toFixed(String(denominator).length - 1)
}

/** A decimal above zero as a rate, rounded to the 15 digits that a double, and so a spreadsheet, carries. */
export function rateOf(decimal: number): Rate | null {
  if (!(decimal > 0) || !Number.isFinite(decimal)) return null
  const [digits, exponent] = decimal.toExponential(14).split('e') as [string, string]
  const significant = digits.replace('.', '').replace(/0+$/, '')
  const places = significant.length - 1 - Number(exponent)
  if (places > 15 || places < -6) return null
  return places >= 0
    ? { numerator: Number(significant), denominator: 10 ** places }
    : { numerator: Number(significant) * 10 ** -places, denominator: 1 }
}
