import type { Dimension } from '../model/group.ts'
import type { Band } from '../model/judge.ts'
import { stretchOf } from './judges/stretches.ts'
import { shown } from './rounding.ts'
import { fold } from './value.ts'

/** The band of a dimension's score, by the number it declares to judge. */
export function bandOfScore(dimension: Dimension, score: number): string | null {
  return bandOfPoints(dimension, dimension.judgeShown ? Number(shown(score, dimension.scale)) : score)
}

/** The band of points by a dimension's bands, judged exactly. */
export function bandOfPoints(dimension: Dimension, points: number): string | null {
  return dimension.banding.outcomes[stretchOf(dimension.banding, points)]?.band ?? null
}

/** A band by its name or label, case forgiven. */
export function findBand(bands: readonly Band[], text: string): Band | null {
  const wanted = fold(text)
  return bands.find((band) => fold(band.name) === wanted) ?? bands.find((band) => fold(band.label) === wanted) ?? null
}
