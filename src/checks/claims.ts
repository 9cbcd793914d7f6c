import type { Range } from '../model/judge.ts'
import { numberWithin } from '../model/number-within.ts'
import type { Stretch } from './stretch.ts'

/** What is left of a range (of whole numbers) beside a stretch at one of its ends; null where nothing, or two pieces, would be left. */
export function without(range: Range, stretch: Stretch, whole: boolean): Range | null {
  const upTo = { ...range, high: stretch.low, highIncluded: !stretch.lowIncluded && stretch.low !== null }
  const from = { ...range, low: stretch.high, lowIncluded: !stretch.highIncluded && stretch.high !== null }
  const holds = (part: Range) => numberWithin({ ...part, whole }) !== null
  const below = stretch.low !== null && holds(upTo)
  const above = stretch.high !== null && holds(from)
  if (below === above) return null
  return below ? upTo : from
}

/** A range that ends where a stretch begins, or begins where it ends, and now holds it; null where it does neither. */
export function withStretch(range: Range, stretch: Stretch, side: 'below' | 'above', whole: boolean): Range | null {
  const end = side === 'below' ? range.high : range.low
  const edge = side === 'below' ? stretch.low : stretch.high
  if (end === null || edge === null) return null
  // Of whole numbers 4 and 5 meet, though the claims end at different numbers.
  if (whole ? Math.abs(end - edge) > 1 : end !== edge) return null
  return side === 'below'
    ? { ...range, high: stretch.high, highIncluded: stretch.highIncluded }
    : { ...range, low: stretch.low, lowIncluded: stretch.lowIncluded }
}
