import type { Rate } from './rates.ts'

/** Integer cents at a rate, exact, half away from zero. */
export function convert(cents: number, { numerator, denominator }: Rate): number {
  return scaled(cents, numerator, denominator)
}

/** What the same cents gain or lose when the rate moves: one rounding of the exact difference. */
export function convertChange(cents: number, from: Rate, to: Rate): number {
  const denominator = Math.max(from.denominator, to.denominator)
  const before = from.numerator * (denominator / from.denominator)
  const after = to.numerator * (denominator / to.denominator)
  return scaled(cents, after - before, denominator)
}

/** A part of cents by a ratio of whole numbers, exact, half away from zero. */
export function scaled(cents: number, numerator: number, denominator: number): number {
  const product = Math.abs(cents * numerator)
  if (product > Number.MAX_SAFE_INTEGER / 2) return scaledExactly(cents, numerator, denominator)
  const rest = product % denominator
  const whole = (product - rest) / denominator + (rest * 2 >= denominator ? 1 : 0)
  return cents < 0 === numerator < 0 || whole === 0 ? whole : -whole
}

function scaledExactly(cents: number, numerator: number, denominator: number): number {
  const product = BigInt(cents) * BigInt(numerator)
  const size = product < 0n ? -product : product
  const divisor = BigInt(denominator)
  const whole = (size * 2n + divisor) / (divisor * 2n)
  return Number(product < 0n ? -whole : whole)
}
