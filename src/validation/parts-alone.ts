import { discriminate, type Discrimination } from './discrimination.ts'
import type { Observations } from './observations.ts'
import { riskOf, type ScoredPart, type ScoredRows } from './scored-rows.ts'

/** One dimension or measure judged as if it were the whole score. */
export interface PartAlone extends Discrimination {
  readonly path: string
  readonly kind: 'dimension' | 'measure'
  /** Share of the rows that had it. */
  readonly present: number
}

export function partsAlone(scores: ScoredRows, observations: Observations): readonly PartAlone[] {
  return scores.parts.map((part) => {
    const risks = risksOf(scores, part, observations)
    const found = discriminate(risks, observations.event, observations.cluster, null)
    return { path: part.path, kind: part.kind, present: found.n / Math.max(1, observations.length), ...found }
  })
}

/** The score as it would be without a measure: what the others brought in, over the weight that is left. NaN where none is. */
export function risksWithout(scores: ScoredRows, part: ScoredPart, observations: Observations): Float64Array | null {
  const { weight, contribution } = part
  if (weight === null || contribution === null) return null
  return Float64Array.from(observations.row, (row) => {
    const left = 1 - (weight[row]! || 0)
    if (left < 1e-9) return NaN
    return riskOf(scores, (scores.score[row]! - (contribution[row]! || 0)) / left)
  })
}

function risksOf(scores: ScoredRows, { points }: ScoredPart, { row }: Observations): Float64Array {
  return Float64Array.from(row, (one) => riskOf(scores, points[one]!))
}
