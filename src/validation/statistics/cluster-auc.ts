import { bcaInterval, RESAMPLES, type ResamplingOptions } from './bootstrap.ts'
import { grouped } from './cluster-bootstrap.ts'
import type { Interval } from './interval.ts'
import { ascending } from './mid-ranks.ts'
import { seededIndexes } from './random.ts'

/** More clusters than this are left out in blocks: the skewness needs no more values. */
const MOST_LEFT_OUT = 400

/**
 * The interval of the area under the curve where rows of one cluster (an account with several score dates) go together:
 * whole clusters are drawn. Null where an area cannot be resampled.
 */
export function clusterAucInterval(
  risks: ArrayLike<number>,
  events: ArrayLike<number>,
  clusters: ArrayLike<number | string>,
  { seed, resamples = RESAMPLES, confidence }: ResamplingOptions,
): Interval | null {
  const groups = grouped(clusters)
  const n = risks.length
  const area = areaOf(risks, events)
  const whole = area(new Int32Array(n).fill(1))
  if (groups.length < 2 || Number.isNaN(whole)) return null
  const draw = seededIndexes(seed)
  const times = new Int32Array(n)
  const resampled = Float64Array.from({ length: resamples }, () => {
    times.fill(0)
    for (let k = 0; k < groups.length; k++) for (const row of groups[draw(groups.length)]!) times[row]!++
    return area(times)
  })
  const blocks = Math.min(groups.length, MOST_LEFT_OUT)
  const leftOut = Float64Array.from({ length: blocks }, (_, block) => {
    times.fill(1)
    for (let at = block; at < groups.length; at += blocks) for (const row of groups[at]!) times[row] = 0
    return area(times)
  })
  return bcaInterval(whole, resampled, leftOut, confidence)
}

/** The area for rows that count so many times each: sorted once, so that each draw is one walk. */
function areaOf(risks: ArrayLike<number>, events: ArrayLike<number>): (times: Int32Array) => number {
  const order = ascending(risks)
  const sorted = Float64Array.from(order, (place) => risks[place]!)
  const happened = Uint8Array.from(order, (place) => events[place]!)
  return (times) => {
    let below = 0
    let won = 0
    let positives = 0
    for (let from = 0; from < order.length;) {
      let positive = 0
      let negative = 0
      let to = from
      for (; to < order.length && sorted[to] === sorted[from]; to++) {
        if (happened[to] === 1) positive += times[order[to]!]!
        else negative += times[order[to]!]!
      }
      won += positive * (below + negative / 2)
      positives += positive
      below += negative
      from = to
    }
    return won / (positives * below)
  }
}
