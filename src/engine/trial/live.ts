import type { Formula } from '../../model/expression.ts'
import type { Dimension, Measure } from '../../model/group.ts'
import type { Model } from '../../model/model.ts'

/** A measure as one or more segments score it. */
export interface LiveMeasure {
  readonly measure: Measure
  /** Names of the segments that score it in this very form, in the model's order. */
  readonly segments: readonly string[]
  /** What must hold for it to be scored: its own condition and those of the dimensions above it. */
  readonly conditions: readonly Formula[]
}

/** Every measure that some segment scores; one that segments share unchanged stands once. */
export function liveMeasures(model: Model): readonly LiveMeasure[] {
  const everywhere = model.appliesWhen === null ? [] : [model.appliesWhen]
  const found = model.segments.flatMap((segment) =>
    measuresIn(segment.root, everywhere).map((one) => ({ ...one, segment: segment.name })),
  )
  return [...Map.groupBy(found, meaningOf).values()].map((same) => ({
    measure: same[0]!.measure,
    conditions: same[0]!.conditions,
    segments: same.map((one) => one.segment),
  }))
}

interface Found {
  readonly measure: Measure
  readonly conditions: readonly Formula[]
}

function measuresIn(group: Dimension, above: readonly Formula[]): readonly Found[] {
  if (group.off) return []
  const conditions = group.appliesWhen === null ? above : [...above, group.appliesWhen]
  return group.children.flatMap((child) => {
    if (child.kind === 'dimension') return measuresIn(child, conditions)
    if (child.off) return []
    return [
      { measure: child, conditions: child.appliesWhen === null ? conditions : [...conditions, child.appliesWhen] },
    ]
  })
}

/** What makes two forms of a measure the same to a test: everything but weight, words and places in the source. */
function meaningOf({ measure, conditions }: Found): string {
  const { path, value, judge, missing, stale, round, modifiers } = measure
  return JSON.stringify({ path, value, judge, missing, stale, round, modifiers, conditions }, (key, part: unknown) =>
    WORDS.has(key) ? undefined : part,
  )
}

const WORDS = new Set(['span', 'text', 'because', 'action', 'doc', 'label'])
