import { appliesNever } from './applies-never.ts'
import { bandDirection } from './band-direction.ts'
import { bandGap } from './band-gap.ts'
import { bandMissingRule } from './band-missing-rule.ts'
import { bandOrder } from './band-order.ts'
import { bandOverlap } from './band-overlap.ts'
import { bandShadowed } from './band-shadowed.ts'
import { bandSingle } from './band-single.ts'
import { bandUnreachable } from './band-unreachable.ts'
import { casesReached } from './cases-reached.ts'
import type { Check, ModelFinding } from './check.ts'
import { choiceOverlap } from './choice-overlap.ts'
import { coverageThreshold } from './coverage-threshold.ts'
import { enumUncovered } from './enum-uncovered.ts'
import { gridGap } from './grid-gap.ts'
import { gridOverlap } from './grid-overlap.ts'
import { indicatorConstant } from './indicator-constant.ts'
import { ladderOrder } from './ladder-order.ts'
import { measureDirectionDoubt } from './measure-direction-doubt.ts'
import { measureDuplicate } from './measure-duplicate.ts'
import { modifierEffect } from './modifier-effect.ts'
import { modifierExpired } from './modifier-expired.ts'
import { nothingScored } from './nothing-scored.ts'
import { otherwiseNever } from './otherwise-never.ts'
import { scoreBands } from './score-bands.ts'
import { segmentNoDefault } from './segment-no-default.ts'
import { segmentOverlap } from './segment-overlap.ts'
import { segmentSameAsDefault } from './segment-same-as-default.ts'
import { segmentShadowed } from './segment-shadowed.ts'
import { testDuplicate } from './test-duplicate.ts'
import { unused } from './unused.ts'
import { weightNoMeasures } from './weight-no-measures.ts'
import { weightSum } from './weight-sum.ts'
import { weightZeroLive } from './weight-zero-live.ts'
import type { Model } from '../model/model.ts'

/**
 * In the order in which a model is read: what a value is judged to be, then what is made of the judgements, then which
 * accounts it is for, then what stands beside the score. Where two checks see the same fault the earlier one explains it
 * (`consequences`), so order and direction of a chain come before its overlaps, and those before bands that never happen.
 */
export const checks: readonly Check[] = [
  ladderOrder,
  bandDirection,
  bandOrder,
  bandOverlap,
  choiceOverlap,
  bandGap,
  enumUncovered,
  bandUnreachable,
  bandShadowed,
  bandMissingRule,
  otherwiseNever,
  bandSingle,
  casesReached,
  gridOverlap,
  gridGap,
  measureDirectionDoubt,
  weightSum,
  weightNoMeasures,
  nothingScored,
  weightZeroLive,
  measureDuplicate,
  scoreBands,
  coverageThreshold,
  appliesNever,
  modifierEffect,
  segmentNoDefault,
  segmentShadowed,
  segmentOverlap,
  segmentSameAsDefault,
  indicatorConstant,
  unused,
  testDuplicate,
]

/** Everything the checks have to say about a model, in source order. With a scoring date, expired modifiers too. */
export function check(model: Model, asOf: number | null = null): readonly ModelFinding[] {
  const all = [...checks.flatMap((ask) => ask(model)), ...modifierExpired(model, asOf)]
  return causes(once(all)).toSorted(
    (a, b) => (a.span?.file ?? '').localeCompare(b.span?.file ?? '') || (a.span?.start ?? 0) - (b.span?.start ?? 0),
  )
}

/** What a segment has from the default is said once, where it is written. */
function once(findings: readonly ModelFinding[]): readonly ModelFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ slug, span, parameters, trail }) => {
    const where = span === null ? trail.join() : `${span.file} ${span.start} ${span.end}`
    const about = { ...(parameters as object), segment: null }
    const key = JSON.stringify([slug, where, about])
    return !seen.has(key) && seen.add(key)
  })
}

/** Slugs that only repeat what another has said of the same place. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  'segment-overlap': ['segment-shadowed', 'segment-never'],
  'segment-same-as-default': ['segment-shadowed', 'segment-never', 'nothing-scored'],
  'band-single': ['band-unreachable', 'band-shadowed', 'band-inside', 'band-overlap'],
  'modifier-idle': ['modifier-never'],
  'input-unused': ['nothing-scored'],
  'let-unused': ['nothing-scored'],
  'segment-no-default': ['nothing-scored'],
}

function causes(findings: readonly ModelFinding[]): readonly ModelFinding[] {
  const place = ({ trail }: ModelFinding) => trail.join(' › ')
  return findings.filter((one) => {
    const said = consequences[one.slug] ?? []
    return !findings.some((other) => said.includes(other.slug) && place(other) === place(one))
  })
}

export type { Check, ModelFinding } from './check.ts'
