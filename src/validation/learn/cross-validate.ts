import { auc } from '../statistics/auc.ts'
import { delong, type AreaEstimate } from '../statistics/delong.ts'
import { platt } from '../statistics/platt.ts'
import { toLogit } from '../statistics/logistic.ts'
import { fit, scoresOf, type FitOptions, type Fitted } from './fit.ts'
import { foldsOf } from './folds.ts'
import { eventsIn, rowsOf, type Observations } from './observations.ts'
import type { Random } from './shuffled.ts'
import { scoreRank } from './score-bands.ts'
import { NOTHING, plus, smoothedRate, type Tally } from './tally.ts'

/** How well scores learned on some accounts told the churn of others. */
export interface CrossValidation {
  /** Of each fold of each repeat; a fold in which nothing was learned has a half. */
  readonly areas: readonly number[]
  readonly mean: number
  readonly deviation: number
  /** By row: the log-odds of churn as models that had not seen its account say, on average over the repeats. */
  readonly risks: Float64Array
  /** The same as scores, 0..100; NaN where no model gave one. */
  readonly scores: Float64Array
  /** The area under all rows' risks together, with its interval. */
  readonly area: AreaEstimate | null
  /** Rows and events by band of the score, poor first, as models that had not seen the account put them. */
  readonly bands: readonly Tally[]
}

export interface Split {
  readonly folds: number
  readonly repeats: number
}

/**
 * Learns everything, cut points included, on all folds but one and judges on that one, each in turn, several times over.
 * No account is on both sides. `progress` hears of every fold that is done.
 */
export function crossValidate(
  observations: Observations,
  options: FitOptions,
  { folds, repeats }: Split,
  random: Random,
  progress: () => void = () => undefined,
): CrossValidation {
  const { length, churned } = observations
  const risks = new Float64Array(length)
  const scores = new Float64Array(length)
  const scored = new Float64Array(length)
  const areas: number[] = []
  const bands = [NOTHING, NOTHING, NOTHING]
  for (let repeat = 0; repeat < repeats; repeat++) {
    const fold = foldsOf(observations, folds, random)
    for (let out = 0; out < folds; out++) {
      const [inside, outside] = [rowsWhere(fold, (one) => one !== out), rowsWhere(fold, (one) => one === out)]
      const judged = judge(rowsOf(observations, inside), rowsOf(observations, outside), options)
      if (judged.area !== null) areas.push(judged.area)
      for (const [at, row] of outside.entries()) {
        risks[row]! += judged.risks[at]! / repeats
        const score = judged.scores[at]!
        if (Number.isNaN(score)) continue
        scores[row]! += score
        scored[row]!++
        const rank = repeat === 0 ? bandOf(score, judged.fitted) : null
        if (rank !== null) bands[rank] = plus(bands[rank]!, { rows: 1, events: churned[row]! })
      }
      progress()
    }
  }
  const mean = average(areas)
  return {
    areas,
    mean,
    deviation: Math.sqrt(average(areas.map((area) => (area - mean) ** 2))),
    risks,
    scores: scores.map((sum, row) => sum / scored[row]!),
    area: delong(risks, churned),
    bands,
  }
}

/** Learned on the earlier outcomes and tried on the later: nearer to how a model is used than any dealing of accounts. */
export interface Forward {
  /** The first day of the later outcomes. */
  readonly from: number
  readonly rows: number
  readonly events: number
  readonly area: AreaEstimate
}

const EARLIER = 0.7

/** Null where the outcomes have no days, or too few lie on either side. */
export function tryForward(observations: Observations, options: FitOptions): Forward | null {
  const { days, length } = observations
  if (days === null) return null
  const from = days.toSorted()[Math.floor(EARLIER * length)]!
  const [inside, outside] = [rowsWhere(days, (day) => day < from), rowsWhere(days, (day) => day >= from)]
  if (inside.length === 0) return null
  const later = rowsOf(observations, outside)
  const { risks } = judge(rowsOf(observations, inside), later, options)
  const area = delong(risks, later.churned)
  const events = eventsIn(later)
  return area === null || events < 10 ? null : { from, rows: later.length, events, area }
}

interface Judged {
  readonly fitted: Fitted | null
  readonly scores: Float64Array
  /** Log-odds; where there is no score, those of all rows learned from. */
  readonly risks: Float64Array
  readonly area: number | null
}

function judge(inside: Observations, outside: Observations, options: FitOptions): Judged {
  const fitted = fit(inside, options)
  const base = toLogit(smoothedRate({ rows: inside.length, events: eventsIn(inside) }))
  if (fitted === null) {
    const risks = new Float64Array(outside.length).fill(base)
    return { fitted, scores: new Float64Array(outside.length).fill(NaN), risks, area: auc(risks, outside.churned) }
  }
  const known = scoresOf(fitted, inside)
  const rows = rowsWhere(known, (score) => !Number.isNaN(score))
  const line = platt(
    rows.map((row) => known[row]!),
    rows.map((row) => inside.churned[row]!),
  )
  const scores = scoresOf(fitted, outside)
  const risks = scores.map((score) =>
    Number.isNaN(score) || line === null ? base : line.intercept + line.slope * score,
  )
  return { fitted, scores, risks, area: auc(risks, outside.churned) }
}

/** Of three bands; a score with two has no middle one. */
function bandOf(score: number, fitted: Fitted | null): 0 | 1 | 2 | null {
  if (fitted === null || fitted.bands === null) return null
  const rank = scoreRank(score, fitted.bands)
  return rank === 0 ? 0 : rank === fitted.bands.cuts.length ? 2 : 1
}

function rowsWhere(values: ArrayLike<number>, holds: (value: number) => boolean): number[] {
  const rows: number[] = []
  for (let row = 0; row < values.length; row++) if (holds(values[row]!)) rows.push(row)
  return rows
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
