import { midRanks } from './mid-ranks.ts'

/**
 * For every account with the event the share of the others that it outranks, and the other way round: what DeLong's variance
 * is made of. Found from mid-ranks within and across both groups (Sun and Xu 2014), so that it takes a sort, not all pairs.
 */
export interface Placements {
  readonly area: number
  readonly withEvent: Float64Array
  readonly without: Float64Array
}

/** Null where one of the groups is empty. */
export function placements(risks: ArrayLike<number>, events: ArrayLike<number>): Placements | null {
  const positive = placesOf(events, 1)
  const negative = placesOf(events, 0)
  if (positive.length === 0 || negative.length === 0) return null
  const all = midRanks(risks)
  const among = (places: readonly number[]): Float64Array =>
    midRanks(Float64Array.from(places, (place) => risks[place]!))
  const own = among(positive)
  const other = among(negative)
  const withEvent = Float64Array.from(positive, (place, at) => (all[place]! - own[at]!) / negative.length)
  const without = Float64Array.from(negative, (place, at) => 1 - (all[place]! - other[at]!) / positive.length)
  return { area: mean(withEvent), withEvent, without }
}

/** The covariance of two areas over the same accounts; of one with itself, its variance. Needs two of each group. */
export function areaCovariance(a: Placements, b: Placements): number {
  return covariance(a.withEvent, b.withEvent) / a.withEvent.length + covariance(a.without, b.without) / a.without.length
}

function placesOf(events: ArrayLike<number>, wanted: 0 | 1): readonly number[] {
  const places: number[] = []
  for (let at = 0; at < events.length; at++) if ((events[at] === 1) === (wanted === 1)) places.push(at)
  return places
}

function covariance(a: Float64Array, b: Float64Array): number {
  const meanA = mean(a)
  const meanB = mean(b)
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at]! - meanA) * (b[at]! - meanB)
  return sum / (a.length - 1)
}

function mean(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}
