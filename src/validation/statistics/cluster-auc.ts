import { bcaInterval, RESAMPLES, type ResamplingOptions } from './bootstrap.ts'
import { grouped } from './cluster-bootstrap.ts'
import type { Interval } from './interval.ts'
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
  const { bundles, levels } = bundled(risks, events, clusters)
  const count = bundles.length
  const tally: Tally = { positives: new Int32Array(levels), negatives: new Int32Array(levels) }
  for (const bundle of bundles) add(tally, bundle)
  const whole = areaOf(tally)
  if (count < 2 || Number.isNaN(whole)) return null
  const draw = seededIndexes(seed)
  const resampled = Float64Array.from({ length: resamples }, () => {
    for (let k = 0; k < count; k++) add(tally, bundles[draw(count)]!)
    return areaOf(tally)
  })
  const blocks = Math.min(count, MOST_LEFT_OUT)
  const leftOut = Float64Array.from({ length: blocks }, (_, block) => {
    for (let at = 0; at < count; at++) if (at % blocks !== block) add(tally, bundles[at]!)
    return areaOf(tally)
  })
  return bcaInterval(whole, resampled, leftOut, confidence)
}

/** How many rows with and without the event are at each distinct risk, from the lowest. */
interface Tally {
  readonly positives: Int32Array
  readonly negatives: Int32Array
}

/** A cluster as what it adds to a tally: level and counts, one after another. Scores take few values, so these are short. */
type Bundle = Int32Array

function bundled(risks: ArrayLike<number>, events: ArrayLike<number>, clusters: ArrayLike<number | string>) {
  const distinct = [...new Set(Array.from(risks))].toSorted((a, b) => a - b)
  const levelOf = new Map(distinct.map((risk, level) => [risk, level]))
  const bundles = grouped(clusters).map((rows): Bundle => {
    const own = new Map<number, [positives: number, negatives: number]>()
    for (const row of rows) {
      const level = levelOf.get(risks[row]!)!
      const counts = own.get(level) ?? [0, 0]
      own.set(level, counts)
      counts[events[row] === 1 ? 0 : 1]++
    }
    return Int32Array.from([...own].flatMap(([level, counts]) => [level, ...counts]))
  })
  return { bundles, levels: distinct.length }
}

function add({ positives, negatives }: Tally, bundle: Bundle): void {
  for (let at = 0; at < bundle.length; at += 3) {
    const level = bundle[at]!
    positives[level]! += bundle[at + 1]!
    negatives[level]! += bundle[at + 2]!
  }
}

/** The area; the tally is empty afterwards, ready for the next draw. */
function areaOf({ positives, negatives }: Tally): number {
  let below = 0
  let won = 0
  let all = 0
  for (let level = 0; level < positives.length; level++) {
    won += positives[level]! * (below + negatives[level]! / 2)
    all += positives[level]!
    below += negatives[level]!
  }
  positives.fill(0)
  negatives.fill(0)
  return won / (all * below)
}
