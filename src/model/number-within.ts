/** A stretch of numbers; null is unbounded. */
interface Stretch {
  readonly low: number | null
  readonly lowIncluded: boolean
  readonly high: number | null
  readonly highIncluded: boolean
  readonly whole: boolean
}

/**
 * A number from the stretch that reads well: of whole numbers the middle one or the one next to the only bound, else
 * the shortest decimal nearest the middle. null where the stretch holds none.
 */
export function numberWithin(stretch: Stretch): number | null {
  return stretch.whole ? wholeWithin(stretch) : decimalWithin(stretch)
}

function wholeWithin({ low, lowIncluded, high, highIncluded }: Stretch): number | null {
  const first = low === null ? null : lowIncluded ? Math.ceil(low) : Math.floor(low) + 1
  const last = high === null ? null : highIncluded ? Math.floor(high) : Math.ceil(high) - 1
  if (first === null) return last ?? 0
  if (last === null) return first
  return first > last ? null : Math.floor((first + last) / 2)
}

function decimalWithin({ low, lowIncluded, high, highIncluded }: Stretch): number | null {
  if (low === null && high === null) return 0
  if (low === null) return 0 < high! ? 0 : high! - step(high!)
  if (high === null) return low < 0 ? 0 : low + step(low) === low ? null : tidy(low + step(low))
  if (low === high) return lowIncluded && highIncluded ? low : null
  return low < high ? shortestBetween(low, high) : null
}

/** One in the leading digit, and at least one where the number is large: the next figure a person would try. */
function step(bound: number): number {
  const size = Math.abs(bound)
  return size === 0 ? 1 : 10 ** Math.floor(Math.log10(size))
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

function shortestBetween(low: number, high: number): number {
  const middle = low / 2 + high / 2
  const largest = Math.floor(Math.log10(high - low))
  for (let exponent = largest; exponent > largest - 17; exponent--) {
    // Written and read back as text, so that 0.3 is 0.3 and not 3 * 0.1.
    const candidate = Number(`${Math.round(middle / 10 ** exponent)}e${exponent}`)
    if (candidate > low && candidate < high) return candidate
  }
  return middle
}
