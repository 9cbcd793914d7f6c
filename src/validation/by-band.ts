import type { Observations } from './observations.ts'
import { cochranArmitage, reversals, type Trend } from './statistics/band-trend.ts'
import { clopperPearson } from './statistics/clopper-pearson.ts'
import { fisherExact, smallestExpected } from './statistics/fisher-exact.ts'
import type { Interval } from './statistics/interval.ts'
import { liftAndCapture } from './statistics/lift.ts'
import { weightedRate, type WeightedRate } from './statistics/weighted-rate.ts'
import { ruleOfThree, wilson } from './statistics/wilson.ts'

/** One band: how many of its accounts were lost, and how much of its ARR. */
export interface BandOutcome {
  readonly band: string
  readonly n: number
  readonly events: number
  readonly rate: number | null
  readonly wilson: Interval | null
  readonly clopperPearson: Interval | null
  /** Where nothing was lost: a rate above this would have shown. */
  readonly ruleOfThree: number | null
  readonly lift: number | null
  readonly capture: number | null
  /** Null where nobody said what accounts are worth. Amounts in cents. */
  readonly arr: WeightedRate | null
}

export interface ByBand {
  /** From worst to best. */
  readonly bands: readonly BandOutcome[]
  readonly trend: Trend | null
  readonly reversals: readonly { readonly worse: string; readonly better: string }[]
  /** The worst band against the best, where counts are too small for the trend test to be exact. */
  readonly fisher: { readonly p: number; readonly needed: boolean } | null
  /** Rows without a band. */
  readonly unbanded: number
}

/** `names` from worst to best; null where no row has a band. */
export function byBand(observations: Observations, names: readonly string[], seed: number): ByBand | null {
  const places = names.map((_, code) => [...observations.band.keys()].filter((at) => observations.band[at] === code))
  const unbanded = observations.length - places.reduce((sum, some) => sum + some.length, 0)
  if (unbanded === observations.length) return null
  const counts = names.map((band, code) => ({
    band,
    n: places[code]!.length,
    events: places[code]!.reduce((sum, at) => sum + observations.event[at]!, 0),
  }))
  const used = counts.filter(({ n }) => n > 0)
  const lifts = liftAndCapture(counts)
  const [worst, best] = [used[0]!, used.at(-1)!]
  const p = used.length < 2 ? null : fisherExact(worst, best)
  return {
    bands: counts.map((count, code) => ({
      ...count,
      rate: count.n === 0 ? null : count.events / count.n,
      wilson: wilson(count.events, count.n),
      clopperPearson: clopperPearson(count.events, count.n),
      ruleOfThree: count.events === 0 ? ruleOfThree(count.n) : null,
      lift: lifts?.[code]?.lift ?? null,
      capture: lifts?.[code]?.capture ?? null,
      arr: arrLost(observations, places[code]!, seed + code),
    })),
    trend: cochranArmitage(counts),
    reversals: reversals(counts).map(({ worse, better }) => ({ worse: worse.band, better: better.band })),
    fisher: p === null ? null : { p, needed: smallestExpected(worst, best) < 5 },
    unbanded,
  }
}

/** ARR lost of ARR there, over some places; null where no amount is known. */
export function arrLost(observations: Observations, places: readonly number[], seed: number): WeightedRate | null {
  const known = places.filter((at) => observations.amount[at]! > 0)
  if (known.length === 0) return null
  const amounts = known.map((at) => observations.amount[at]!)
  const lost = known.map((at) => (observations.event[at] === 1 ? observations.amount[at]! : 0))
  return weightedRate(
    amounts,
    lost,
    { seed },
    known.map((at) => observations.cluster[at]!),
  )
}
