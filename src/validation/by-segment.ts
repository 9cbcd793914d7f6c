import { byBand, type ByBand } from './by-band.ts'
import { discriminate, type Discrimination } from './discrimination.ts'
import type { Observations } from './observations.ts'
import { ladderOf, type ScoredRows } from './scored-rows.ts'

export interface SegmentOutcome extends Discrimination {
  readonly segment: string
  readonly byBand: ByBand | null
}

/** Each segment by itself: a mix of segments can make a score look better, or worse, than it is in any of them. */
export function bySegment(scores: ScoredRows, observations: Observations, seed: number): readonly SegmentOutcome[] {
  return scores.segments.flatMap((segment, code) => {
    const inside = some(observations, (at) => observations.segment[at] === code)
    if (inside.length === 0) return []
    return [
      {
        segment,
        ...discriminate(inside.risk, inside.event, inside.cluster, null),
        byBand: byBand(inside, ladderOf(scores), seed),
      },
    ]
  })
}

/** Some of the observations, in their order. */
export function some(observations: Observations, isWanted: (at: number) => boolean): Observations {
  const places = [...observations.row.keys()].filter(isWanted)
  const numbers = (values: Float64Array): Float64Array => Float64Array.from(places, (at) => values[at]!)
  const codes = (values: Int32Array): Int32Array => Int32Array.from(places, (at) => values[at]!)
  const flags = (values: Uint8Array): Uint8Array => Uint8Array.from(places, (at) => values[at]!)
  return {
    ...observations,
    length: places.length,
    row: codes(observations.row),
    accounts: places.map((at) => observations.accounts[at]!),
    day: numbers(observations.day),
    score: numbers(observations.score),
    risk: numbers(observations.risk),
    event: flags(observations.event),
    band: codes(observations.band),
    segment: codes(observations.segment),
    amount: numbers(observations.amount),
    cluster: places.map((at) => observations.cluster[at]!),
    couldLeave: observations.couldLeave && flags(observations.couldLeave),
  }
}
