const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5]

/**
 * The double nearest to the shortest decimal of `value` with its point moved `places` to the right (negative: left). This
 * is what a person means by 29.3 → 29.3%: 0.293 and not 29.3 / 100, which may be a neighbour of it.
 */
export function shiftDecimal(value: number, places: number): number {
  if (!Number.isFinite(value) || value === 0) return value
  // A whole number over a power of ten, both exact, is rounded once: the same answer without making text.
  if (places < 0 && places >= -2) {
    for (let k = 0; k <= 3; k++) {
      const power = POWERS[k]!
      const whole = value * power
      if (Number.isInteger(whole) && Math.abs(whole) < 2 ** 53 && whole / power === value) {
        return whole / POWERS[k - places]!
      }
    }
  }
  return shiftText(String(value), places)
}

/** The same for decimal digits as text, which may end in an exponent. */
export function shiftText(digits: string, places: number): number {
  const at = digits.search(/e/i)
  return at < 0
    ? Number(`${digits}e${places}`)
    : Number(`${digits.slice(0, at)}e${Number(digits.slice(at + 1)) + places}`)
}
