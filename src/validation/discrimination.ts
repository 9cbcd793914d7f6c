import { gini } from './statistics/auc.ts'
import { clusterAucInterval } from './statistics/cluster-auc.ts'
import { delong } from './statistics/delong.ts'
import type { Interval } from './statistics/interval.ts'
import { kolmogorovSmirnov } from './statistics/kolmogorov-smirnov.ts'
import { sampleSize, type SampleSize } from './sample-size.ts'

/** How well a number tells accounts that were lost from those that stayed. */
export interface Discrimination {
  readonly n: number
  readonly events: number
  readonly sample: SampleSize
  /** Null where one of the groups is empty, or events are too few to say. */
  readonly auc: number | null
  readonly ci: Interval | null
  readonly method: 'delong' | 'pairs' | 'cluster bootstrap'
  readonly variance: number | null
  readonly gini: number | null
  readonly ks: number | null
  /** The score at which the groups differ most. */
  readonly ksAt: number | null
}

/** `risks` high is bad; rows of one cluster are resampled together where a cluster has several. NaN risks are left out. */
export function discriminate(
  risks: Float64Array,
  events: Uint8Array,
  clusters: readonly string[],
  seed: number,
): Discrimination {
  const places = [...risks.keys()].filter((at) => !Number.isNaN(risks[at]!))
  const known = places.length === risks.length
  const risk = known ? risks : Float64Array.from(places, (at) => risks[at]!)
  const event = known ? events : Uint8Array.from(places, (at) => events[at]!)
  const cluster = known ? clusters : places.map((at) => clusters[at]!)
  const happened = event.reduce((sum, one) => sum + one, 0)
  const sample = sampleSize(happened, event.length)
  const area = delong(risk, event)
  const gap = kolmogorovSmirnov(risk, event)
  const repeated = new Set(cluster).size < cluster.length
  const claims = area !== null && sample !== 'counts only'
  return {
    n: event.length,
    events: happened,
    sample,
    auc: area?.auc ?? null,
    ci: claims ? (repeated ? clusterAucInterval(risk, event, cluster, { seed }) : area.interval) : null,
    method: repeated ? 'cluster bootstrap' : (area?.method ?? 'delong'),
    variance: area?.variance ?? null,
    gini: area && gini(area.auc),
    ks: gap?.ks ?? null,
    ksAt: gap?.at ?? null,
  }
}
