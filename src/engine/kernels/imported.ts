import { ranksOf } from './band-names.ts'
import type { Plan } from './plan.ts'
import type { Foreign } from './scope.ts'
import type { Scores } from './scores.ts'

/** An imported model's scores as its importer reads them. */
export function foreignOf({ model, parts }: Plan, scores: Scores): Foreign {
  const ranks = model.segments.map((segment) => ranksOf(parts.names, model.ladder, segment.root))
  return {
    segment: scores.segment,
    columnsOf: (path) => {
      if (path === '') return { points: scores.score, band: scores.band }
      const dimension = scores.dimensions.get(path)
      if (dimension !== undefined) return { points: dimension.score, band: dimension.band }
      return scores.explanation?.measures.get(path) ?? null
    },
    rankOf: (segment, band) => ranks[segment]?.[band] ?? NaN,
  }
}
