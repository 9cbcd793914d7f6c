import { shown } from '../engine/rounding.ts'
import type { Model } from '../model/model.ts'
import type { Explanation } from '../model/explanation.ts'
import { bandLabel, segmentOf } from './labels.ts'

/** What the score would be without overrides, as people read it; null where there are none. */
export function calculatedText(model: Model, explanation: Explanation): string | null {
  const { score, scoreBefore, band, bandBefore } = explanation
  const segment = segmentOf(model, explanation.segment)
  if (segment === null || (score === scoreBefore && band === bandBefore)) return null
  const number = scoreBefore === null ? 'no score' : shown(scoreBefore, segment.root.scale)
  return bandBefore === null ? number : `${number} ${bandLabel(model, segment, bandBefore)}`
}
