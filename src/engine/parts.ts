import type { DimensionExplanation, MeasureExplanation, ModifierExplanation } from '../model/explanation.ts'
import type { Model } from '../model/model.ts'
import { isoDate } from './days.ts'
import type { Losses } from './losses.ts'
import type { Scored, ScoredDimension, ScoredMeasure } from './scored.ts'
import type { Share } from './shares.ts'
import { valueInJson, valueShown } from './valueShown.ts'

export interface Parts {
  readonly dimensions: readonly DimensionExplanation[]
  readonly measures: readonly MeasureExplanation[]
}

/** The explanation of everything below a dimension, measures and dimensions apart, each in the written order. */
export function explainParts(
  model: Model,
  above: ScoredDimension,
  shares: ReadonlyMap<Scored, Share>,
  losses: Losses,
): Parts {
  const common = (scored: Scored) => ({
    name: scored.member.name,
    label: scored.member.label,
    state: scored.state,
    band: scored.band,
    weight: scored.member.weight.value,
    effectiveWeight: shares.get(scored)?.effectiveWeight ?? 0,
    contribution: shares.get(scored)?.contribution ?? null,
    lost: losses.of.get(scored) ?? null,
  })
  const explainMeasure = (scored: ScoredMeasure): MeasureExplanation => ({
    ...common(scored),
    value: valueInJson(scored.value, scored.member.value),
    valueShown: valueShown(scored.value, scored.member.value, model.inputs),
    points: scored.points,
    because: scored.because,
    action: scored.action,
    threshold: scored.threshold,
  })
  const explainDimension = (scored: ScoredDimension): DimensionExplanation => ({
    ...common(scored),
    score: scored.points,
    coverage: scored.coverage,
    ...explainChildren(scored),
  })
  const explainChildren = (scored: ScoredDimension): Parts => ({
    dimensions: scored.children.filter((child) => child.kind === 'dimension').map(explainDimension),
    measures: scored.children.filter((child) => child.kind === 'measure').map(explainMeasure),
  })
  return explainChildren(above)
}

/** Every step that was taken, those of the parts before those of what they are part of. */
export function explainModifiers(scored: Scored, losses: Losses): readonly ModifierExplanation[] {
  const below = scored.kind === 'dimension' ? scored.children.flatMap((child) => explainModifiers(child, losses)) : []
  const own = scored.steps.map((step) => ({
    kind: step.kind,
    of: scored.member.path,
    before: step.before,
    after: step.after,
    band: step.band,
    lost: losses.steps.get(step) ?? 0,
    because: step.because,
    until: step.until === null ? null : isoDate(step.until),
    author: step.author,
  }))
  return [...below, ...own]
}
