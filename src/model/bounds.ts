import { closed } from './possible.ts'
import type { NumberDomain } from './domain.ts'

/*
 * Interval arithmetic on stretches of numbers: each answer holds every result the operands allow. Ends are kept as
 * included unless it is certain they are not, and overflow to infinity is left out of account.
 */

export function sum(a: NumberDomain, b: NumberDomain): NumberDomain {
  return {
    kind: 'number',
    low: a.low === null || b.low === null ? null : a.low + b.low,
    lowIncluded: a.lowIncluded && b.lowIncluded,
    high: a.high === null || b.high === null ? null : a.high + b.high,
    highIncluded: a.highIncluded && b.highIncluded,
    whole: a.whole && b.whole,
  }
}

export function negated(a: NumberDomain): NumberDomain {
  return {
    kind: 'number',
    low: a.high === null ? null : -a.high,
    lowIncluded: a.highIncluded,
    high: a.low === null ? null : -a.low,
    highIncluded: a.lowIncluded,
    whole: a.whole,
  }
}

export function product(a: NumberDomain, b: NumberDomain): NumberDomain {
  const corners = ends(a).flatMap((x) => ends(b).map((y) => (x === 0 || y === 0 ? 0 : x * y)))
  return spanning(corners, a.whole && b.whole)
}

/** Of every divisor but 0; null where 0 is the only one. */
export function quotient(a: NumberDomain, b: NumberDomain): NumberDomain | null {
  const [low, high] = ends(b)
  if (low === 0 && high === 0) return null
  if (low < 0 && high > 0) return low === high ? null : closed(null, null, false)
  const reciprocal = [low === 0 ? Infinity : 1 / low, high === 0 ? -Infinity : 1 / high]
  // Dividing by exact ends keeps 1 / 3 * 3 from missing its own corner.
  const corners = ends(a).flatMap((x) =>
    [low, high].map((y, n) => (x === 0 ? 0 : Number.isFinite(x / y) ? x / y : x * reciprocal[n]!)),
  )
  return spanning(
    corners.map((corner) => (Number.isNaN(corner) ? 0 : corner)),
    false,
  )
}

export function power(a: NumberDomain, b: NumberDomain): NumberDomain {
  const [low, high] = ends(a)
  const exponent = b.low !== null && b.low === b.high ? b.low : null
  if (exponent === null || exponent < 0) return closed(low >= 0 ? 0 : null, null, false)
  if (low >= 0) return spanning([low ** exponent, high ** exponent], a.whole && Number.isInteger(exponent))
  if (!Number.isInteger(exponent)) return closed(0, null, false)
  const corners = [low ** exponent, high ** exponent]
  return spanning(exponent % 2 === 0 && high > 0 ? [...corners, 0] : corners, a.whole)
}

export function absolute(a: NumberDomain): NumberDomain {
  const [low, high] = ends(a)
  if (low >= 0) return a
  if (high <= 0) return negated(a)
  return spanning([0, Math.max(-low, high)], a.whole)
}

export function smallest(all: readonly NumberDomain[]): NumberDomain {
  return spanning(
    [Math.min(...all.map((a) => ends(a)[0])), Math.min(...all.map((a) => ends(a)[1]))],
    all.every((a) => a.whole),
  )
}

export function largest(all: readonly NumberDomain[]): NumberDomain {
  return negated(smallest(all.map(negated)))
}

/** The least stretch that holds both. */
export function either(a: NumberDomain, b: NumberDomain): NumberDomain {
  const lower = a.low === null || b.low === null ? null : a.low <= b.low ? a : b
  const upper = a.high === null || b.high === null ? null : a.high >= b.high ? a : b
  return {
    kind: 'number',
    low: lower?.low ?? null,
    lowIncluded: lower !== null && (a.low === b.low ? a.lowIncluded || b.lowIncluded : lower.lowIncluded),
    high: upper?.high ?? null,
    highIncluded: upper !== null && (a.high === b.high ? a.highIncluded || b.highIncluded : upper.highIncluded),
    whole: a.whole && b.whole,
  }
}

/** A rise-or-stay function applied to both ends. */
export function mapped(a: NumberDomain, rising: (end: number) => number): NumberDomain {
  const [low, high] = ends(a)
  return spanning([Number.isFinite(low) ? rising(low) : low, Number.isFinite(high) ? rising(high) : high], false)
}

function ends(a: NumberDomain): readonly [number, number] {
  return [a.low ?? -Infinity, a.high ?? Infinity]
}

function spanning(corners: readonly number[], whole: boolean): NumberDomain {
  const low = Math.min(...corners)
  const high = Math.max(...corners)
  return closed(Number.isFinite(low) ? low : null, Number.isFinite(high) ? high : null, whole)
}
