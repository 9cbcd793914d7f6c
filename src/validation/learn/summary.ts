import { isoDate } from '../../engine/days.ts'
import type { Suspicions } from './suspicions.ts'
import type { Learning } from './learn.ts'
import type { Tally } from './tally.ts'
import { STEPS } from './weights.ts'

/** What `salus learn --json` says beside the source. What has no value is null. */
export interface Summary {
  readonly rows: number
  readonly accounts: number
  readonly events: number
  readonly from: string | null
  readonly to: string | null
  readonly hash: string
  readonly seed: number
  readonly result: 'learned' | 'nothing' | 'too few'
  /** On accounts not learned from: the mean and spread over the parts, and all rows together with the interval (accounts drawn whole). */
  readonly auc: {
    readonly mean: number
    readonly deviation: number
    readonly pooled: number | null
    readonly low: number | null
    readonly high: number | null
  } | null
  readonly forward: {
    readonly from: string
    readonly rows: number
    readonly events: number
    readonly auc: number
  } | null
  readonly current: { readonly rows: number; readonly auc: number; readonly learned: number; readonly p: number } | null
  readonly measures: readonly {
    readonly name: string
    readonly weight: number
    /** Rows and events, the worst band first. */
    readonly bands: readonly Tally[]
    readonly missing: Tally
    /** Share of resamples in which it was chosen. */
    readonly chosen: number | null
  }[]
  /** Null where nothing was learned. */
  readonly suspicions: Suspicions | null
  /** By value of the column of `--by`; `auc` on accounts not learned from, null where the segment shares what all taught. */
  readonly segments: readonly {
    readonly value: string
    readonly rows: number
    readonly events: number
    readonly auc: number | null
    /** Of the score learned from all, on these accounts. */
    readonly shared: number | null
  }[]
  /** By band of the score on accounts not learned from, worst first. */
  readonly bands: readonly Tally[]
}

export function summaryOf(learning: Learning): Summary {
  const { rows, accounts, events, days, hash, seed, result } = learning
  const evidence = result.kind === 'too few' ? null : result
  const validated = evidence?.crossValidation ?? null
  return {
    rows,
    accounts,
    events,
    from: days === null ? null : isoDate(days[0]),
    to: days === null ? null : isoDate(days[1]),
    hash,
    seed,
    result: result.kind,
    auc: validated && {
      mean: validated.mean,
      deviation: validated.deviation,
      pooled: validated.area?.auc ?? null,
      low: validated.area?.interval?.low ?? null,
      high: validated.area?.interval?.high ?? null,
    },
    forward: evidence?.forward
      ? {
          from: isoDate(evidence.forward.from)!,
          rows: evidence.forward.rows,
          events: evidence.forward.events,
          auc: evidence.forward.area.auc,
        }
      : null,
    current: evidence?.comparison
      ? {
          rows: evidence.comparison.rows,
          auc: evidence.comparison.second,
          learned: evidence.comparison.first,
          p: evidence.comparison.p,
        }
      : null,
    measures:
      result.kind !== 'learned'
        ? []
        : result.fitted.measures.map(({ banded, steps }) => ({
            name: banded.name,
            weight: steps / STEPS,
            bands: banded.bands,
            missing: banded.missing,
            chosen: result.stability?.get(banded.name)?.chosen ?? null,
          })),
    suspicions: result.kind === 'learned' ? result.suspicions : null,
    segments: learning.segments.map(({ value, rows: all, events: lost, own, shared }) => ({
      value,
      rows: all,
      events: lost,
      auc: own?.crossValidation.mean ?? null,
      shared,
    })),
    bands: validated?.bands ?? [],
  }
}
