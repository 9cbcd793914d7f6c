import { ranksOf, type Banded } from './banded.ts'
import { bandChoice } from './choice-bands.ts'
import type { Constraints } from './constraints.ts'
import { nonNegativeLogistic } from './logistic.ts'
import type { Least } from './merge.ts'
import { bandNumber } from './number-bands.ts'
import { eventsIn, type Candidate, type Observations } from './observations.ts'
import { patternsOf } from './patterns.ts'
import { scoreBands, type ScoreBands, type ScoreBandsBy } from './score-bands.ts'
import { plus, smoothedRate, type Tally } from './tally.ts'
import { descend, roundedSteps, STEPS, type Limits } from './weights.ts'

/** A learned score: the weighted mean of its measures' bands, missing ones skipped, from 0 to 100. */
export interface Fitted {
  readonly measures: readonly FittedMeasure[]
  /** Null where the score cannot be cut into bands that differ. */
  readonly bands: ScoreBands | null
}

export interface FittedMeasure {
  readonly banded: Banded
  /** Of 20: a step is 5%. */
  readonly steps: number
}

export interface FitOptions {
  readonly constraints: Constraints
  /** The most measures to keep, whatever the events allow. */
  readonly most: number
  readonly bandsBy: ScoreBandsBy
}

const RIDGE = 1
/** A measure needs so many events to be told from chance. */
const EVENTS_PER_MEASURE = 10

/** Learns a score from observations; null where no measure tells anything. */
export function fit(observations: Observations, options: FitOptions): Fitted | null {
  const chosen = chooseMeasures(observations, options)
  if (chosen.length === 0) return null
  const { churned } = observations
  const ranks = chosen.map((one) => one.ranks)
  const patterns = patternsOf(
    ranks,
    chosen.map(({ banded }) => banded.bands.length),
    churned,
  )
  const limits = chosen.map(({ banded }) => limitsOf(banded.name, options.constraints))
  const { coefficients } = nonNegativeLogistic({ features: chosen.map(badness), churned }, RIDGE)
  const steps = descend(patterns, roundedSteps(coefficients, limits), limits)
  const measures = chosen
    .map(({ banded }, at) => ({ banded, steps: steps[at]! }))
    .filter((one) => one.steps > 0)
    .toSorted((a, b) => b.steps - a.steps || byText(a.banded.name, b.banded.name))
  const scores = scoresOf({ measures, bands: null }, observations)
  return { measures, bands: scoreBands(scores, churned, options.bandsBy) }
}

/** The score of every row, 0..100; NaN where none of its measures has a value. */
export function scoresOf({ measures }: Fitted, observations: Observations): Float64Array {
  const byName = new Map(observations.candidates.map((one) => [one.name, one]))
  const points = new Float64Array(observations.length)
  const weight = new Float64Array(observations.length)
  for (const { banded, steps } of measures) {
    const ranks = ranksOf(banded, byName.get(banded.name)!)
    const last = banded.bands.length - 1
    for (let row = 0; row < ranks.length; row++) {
      if (ranks[row]! < 0) continue
      points[row]! += (steps * ranks[row]!) / last
      weight[row]! += steps
    }
  }
  return points.map((sum, row) => (weight[row] === 0 ? NaN : (100 * sum) / weight[row]!))
}

/** What a band must hold: a twentieth of the rows and five events. */
export function leastOf(rows: number): Least {
  return { rows: Math.ceil(rows / 20), events: 5 }
}

interface Chosen {
  readonly banded: Banded
  readonly ranks: Int8Array
}

/** Bands of every candidate, then those that add to the others, the most telling first; as many as the events carry. */
export function chooseMeasures(observations: Observations, { constraints, most }: FitOptions): readonly Chosen[] {
  const least = leastOf(observations.length)
  const banded = observations.candidates
    .filter(({ name }) => !constraints.forbidden.has(name))
    .flatMap((candidate): Chosen[] => {
      const found = bandOf(directed(candidate, constraints), observations.churned, least)
      return found === null ? [] : [{ banded: found, ranks: ranksOf(found, candidate) }]
    })
  if (banded.length === 0) return []
  const features = banded.map(evidence)
  const { coefficients } = nonNegativeLogistic({ features, churned: observations.churned }, RIDGE)
  const room = Math.max(1, Math.min(most, Math.floor(eventsIn(observations) / EVENTS_PER_MEASURE)))
  const needed = (name: string): boolean => (constraints.weights.get(name)?.least ?? 0) > 0
  return banded
    .map((one, at) => ({ one, worth: coefficients[at]! * spread(features[at]!) }))
    .filter(({ one, worth }) => worth > 1e-6 || needed(one.banded.name))
    .toSorted(
      (a, b) =>
        Number(needed(b.one.banded.name)) - Number(needed(a.one.banded.name)) ||
        b.worth - a.worth ||
        byText(a.one.banded.name, b.one.banded.name),
    )
    .slice(0, room)
    .map(({ one }) => one)
}

function bandOf(candidate: Candidate, churned: Uint8Array, least: Least): Banded | null {
  return candidate.kind === 'number' ? bandNumber(candidate, churned, least) : bandChoice(candidate, churned, least)
}

function directed(candidate: Candidate, { rising }: Constraints): Candidate {
  const declared = rising.get(candidate.name)
  if (declared === undefined) return candidate
  if (candidate.kind === 'number') return { ...candidate, rising: declared }
  return { ...candidate, ranks: candidate.levels.map((_, level) => (declared ? level : -level)) }
}

/** Weight of evidence for churn: how far the log-odds of a row's band lie above those of all; missing is a band of its own. */
function evidence({ banded, ranks }: Chosen): Float64Array {
  const base = logOdds([...banded.bands, banded.missing].reduce(plus))
  const missing = banded.missing.rows === 0 ? 0 : logOdds(banded.missing) - base
  return byRank(
    ranks,
    banded.bands.map((tally) => logOdds(tally) - base),
    missing,
  )
}

/** Points lost, 0..1, as a feature; a missing measure loses what it loses on average. */
function badness({ banded, ranks }: Chosen): Float64Array {
  const last = banded.bands.length - 1
  const losses = banded.bands.map((_, rank) => 1 - rank / last)
  const known = banded.bands.reduce((sum, { rows }) => sum + rows, 0)
  return byRank(ranks, losses, banded.bands.reduce((sum, { rows }, rank) => sum + rows * losses[rank]!, 0) / known)
}

function byRank(ranks: Int8Array, values: readonly number[], missing: number): Float64Array {
  const feature = new Float64Array(ranks.length)
  for (let row = 0; row < ranks.length; row++) feature[row] = ranks[row]! < 0 ? missing : values[ranks[row]!]!
  return feature
}

function limitsOf(name: string, { weights }: Constraints): Limits {
  const { least, most } = weights.get(name) ?? { least: 0, most: 1 }
  return { least: Math.round(least * STEPS), most: Math.round(most * STEPS) }
}

function logOdds(tally: Tally): number {
  const rate = smoothedRate(tally)
  return Math.log(rate / (1 - rate))
}

function spread(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
