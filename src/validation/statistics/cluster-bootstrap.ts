import { bcaInterval, RESAMPLES, type ResamplingOptions } from './bootstrap.ts'
import type { Interval } from './interval.ts'
import { seededIndexes } from './random.ts'

/**
 * An interval for a figure of many rows where rows of one cluster (an account with several snapshots) go together: whole
 * clusters are drawn. `figure` is given the places of rows and may give null where a draw has none.
 */
export function clusterInterval(
  clusters: ArrayLike<number | string>,
  figure: (rows: readonly number[]) => number | null,
  { seed, resamples = RESAMPLES, confidence }: ResamplingOptions,
): Interval | null {
  const groups = grouped(clusters)
  const everything = groups.flat()
  const estimate = figure(everything)
  if (estimate === null || groups.length < 2) return null
  const draw = seededIndexes(seed)
  const resampled = Float64Array.from(
    { length: resamples },
    () => figure(groups.flatMap(() => groups[draw(groups.length)]!)) ?? NaN,
  )
  const leftOut = Float64Array.from(
    groups,
    (_, left) => figure(groups.flatMap((rows, at) => (at === left ? [] : rows))) ?? NaN,
  )
  return bcaInterval(estimate, resampled, leftOut, confidence)
}

/** The places of each cluster's rows, clusters in the order in which they first come. */
export function grouped(clusters: ArrayLike<number | string>): readonly (readonly number[])[] {
  const groups = new Map<number | string, number[]>()
  for (let at = 0; at < clusters.length; at++) {
    const group = groups.get(clusters[at]!)
    if (group) group.push(at)
    else groups.set(clusters[at]!, [at])
  }
  return [...groups.values()]
}
