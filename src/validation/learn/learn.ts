import { clusterAucInterval } from '../statistics/cluster-auc.ts'
import { delongPaired, type AreaComparison } from '../statistics/delong.ts'
import { crossValidate, tryForward, type CrossValidation, type Forward, type Split } from './cross-validate.ts'
import { fit, type FitOptions, type Fitted } from './fit.ts'
import { eventsIn, type Observations } from './observations.ts'
import { hashObservations, inOrder } from './order.ts'
import { calibrate, type Calibration } from './probability.ts'
import { seededIndexes } from '../statistics/random.ts'
import { learnSegments, type SegmentLearned } from './segments.ts'
import { suspicionsOf, type Suspicions } from './suspicions.ts'
import { stabilityOf, type Stability } from './stability.ts'

export interface LearnOptions extends FitOptions, Split {
  readonly seed: number
  /** How often to learn again from a part of the accounts. */
  readonly resamples: number
  /** A choice whose values are learned each by itself where they have events enough. */
  readonly by?: string
  readonly progress?: (done: number, all: number) => void
}

/** What outcomes have taught, with all that is needed to doubt it. */
export interface Learning {
  readonly rows: number
  readonly accounts: number
  readonly events: number
  /** First and last day of the outcomes; null where they have none. */
  readonly days: readonly [number, number] | null
  /** SHA-256 of the rows, whatever their order. */
  readonly hash: string
  readonly seed: number
  readonly split: Split
  readonly resamples: number
  readonly result: Learned | NothingLearned
  /** By value of the column that was asked for. */
  readonly segments: readonly SegmentLearned<Learned>[]
}

export interface Learned extends Evidence {
  readonly kind: 'learned'
  readonly fitted: Fitted
  /** By candidate's name; null where nothing was learned again. */
  readonly stability: ReadonlyMap<string, Stability> | null
  readonly suspicions: Suspicions
  /** From scores to probabilities; null where no line could be drawn. */
  readonly calibration: Calibration | null
}

/** Why there is no model: too few events to learn from, or no measure that tells accounts apart that it has not seen. */
export type NothingLearned = { readonly kind: 'too few' } | ({ readonly kind: 'nothing' } & Evidence)

interface Evidence {
  readonly crossValidation: CrossValidation
  readonly forward: Forward | null
  /** Against the model in use, on the rows that it scores; null where there is none. */
  readonly comparison: (AreaComparison & { readonly rows: number }) | null
}

/** With fewer events nothing is learned at all. */
export const FEWEST_EVENTS = 20

/** Learns a score from outcomes and judges it. The same rows and seed give the same, in whatever order the rows come. */
export function learn(given: Observations, options: LearnOptions): Learning {
  const observations = inOrder(given)
  const events = eventsIn(observations)
  const about = {
    rows: observations.length,
    accounts: new Set(observations.accounts).size,
    events,
    days: extent(observations.days),
    hash: hashObservations(observations),
    seed: options.seed,
    split: { folds: options.folds, repeats: options.repeats },
    resamples: options.resamples,
  }
  if (Math.min(events, observations.length - events) < FEWEST_EVENTS)
    return { ...about, result: { kind: 'too few' }, segments: [] }
  const result = learnFrom(observations, options)
  const { by } = options
  const segments =
    by === undefined || result.kind !== 'learned'
      ? []
      : learnSegments(observations, by, result.crossValidation.risks, (part) => {
          const own = learnFrom(part, options)
          return own.kind === 'learned' ? own : null
        })
  return { ...about, result, segments }
}

function learnFrom(observations: Observations, options: LearnOptions): Learned | NothingLearned {
  const random = seededIndexes(options.seed)
  const all = options.folds * options.repeats + options.resamples
  let done = 0
  const progress = (): void => options.progress?.(++done, all)
  const crossValidation = byAccounts(
    crossValidate(observations, options, options, random, progress),
    observations,
    options.seed,
  )
  const evidence = {
    crossValidation,
    forward: tryForward(observations, options),
    comparison: compare(observations, crossValidation),
  }
  const fitted = fit(observations, options)
  // A coin has a half: what cannot be told from it is not shown as knowledge.
  if (fitted === null || !((crossValidation.area?.interval?.low ?? 0) > 0.5)) return { kind: 'nothing', ...evidence }
  const stability =
    options.resamples === 0 ? null : stabilityOf(observations, options, options.resamples, random, progress)
  const calibration = calibrate(observations, crossValidation.scores)
  const suspicions = suspicionsOf(observations, fitted, crossValidation, options)
  return { kind: 'learned', fitted, stability, suspicions, calibration, ...evidence }
}

/** Where accounts come more than once their rows hang together: the interval is then that of accounts drawn whole. */
function byAccounts(validated: CrossValidation, { accounts, churned }: Observations, seed: number): CrossValidation {
  const { area, risks } = validated
  if (area === null || new Set(accounts).size === accounts.length) return validated
  const interval = clusterAucInterval(risks, churned, accounts, { seed })
  return { ...validated, area: { ...area, interval: interval ?? area.interval } }
}

function compare({ current, churned }: Observations, { risks }: CrossValidation): Learned['comparison'] {
  if (current === null) return null
  const rows = [...current.keys()].filter((row) => !Number.isNaN(current[row]!))
  const of = (values: ArrayLike<number>): number[] => rows.map((row) => values[row]!)
  const compared = delongPaired(of(risks), of(current), of(churned))
  return compared && { ...compared, rows: rows.length }
}

function extent(days: Float64Array | null): Learning['days'] {
  if (days === null || days.length === 0) return null
  return [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))]
}
