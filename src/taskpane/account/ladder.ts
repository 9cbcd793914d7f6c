import type { Dimension } from '../../model/group.ts'
import type { Band } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'

/** The ladder a band stands on: that of the whole score, or that of the measures. */
export function ladderOf(model: Model, root: Dimension, band: string | null): readonly Band[] {
  return band === null || root.bands.some(({ name }) => name === band) ? root.bands : model.ladder
}
