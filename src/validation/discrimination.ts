import { gini } from './statistics/auc.ts'
import { clusterDelong } from './statistics/cluster-delong.ts'
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
  readonly method: 'delong' | 'pairs' | 'cluster bootstrap' | 'cluster delong'
  readonly variance: number | null
  readonly gini: number | null
  readonly ks: number | null
  /** The score at which the groups differ most. */
  readonly ksAt: number | null
}

/**
 * `risks` high is bad; NaN ones are left out. Where a cluster has several rows, they go together: whole clusters are drawn
 * with `seed`, or, with null, counted as one in the variance, which is quick enough for many small questions.
 */
export function discriminate(
  risks: Float64Array,
  events: Uint8Array,
  clusters: readonly string[],
  seed: number | null,
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
  const spread = sample === 'counts only' ? null : spreadOf(risk, event, cluster, seed)
  return {
    n: event.length,
    events: happened,
    sample,
    auc: area?.auc ?? null,
    ci: spread?.interval ?? null,
    method: spread?.method ?? 'delong',
    variance: area?.variance ?? null,
    gini: area && gini(area.auc),
    ks: gap?.ks ?? null,
    ksAt: gap?.at ?? null,
  }
}

function spreadOf(
  risk: Float64Array,
  event: Uint8Array,
  cluster: readonly string[],
  seed: number | null,
): { readonly interval: Interval | null; readonly method: Discrimination['method'] } | null {
  if (new Set(cluster).size === cluster.length) return delong(risk, event)
  if (seed === null) {
    const found = clusterDelong(risk, event, cluster)
    return found && { interval: found.interval, method: 'cluster delong' }
  }
  return { interval: clusterAucInterval(risk, event, cluster, { seed }), method: 'cluster bootstrap' }
}
