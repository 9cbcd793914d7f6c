import type { Draft, Variant } from './draft.ts'

export interface WeightPlan {
  /** The weight of a dimension or measure in a variant, as a model writes it; null where none is given. */
  readonly of: (variant: number, key: string) => string | null
  /** The weights are parts of their sum; why, for a comment. Null: they are percentages that must total 100%. */
  readonly asGiven: string | null
}

/** Reads bare weights that total 100 as percentages; others are parts of their sum. Wrong totals are kept, or said, if resolved. */
export function planWeights(draft: Draft, resolved: boolean): WeightPlan {
  const written = draft.variants.flatMap((variant) => [...variant.weights.values()])
  const bare = written.length > 0 && written.every((text) => !text.endsWith('%'))
  const totals = draft.variants.map((variant) => totalOf(variant, draft))
  const hundred = bare && totals.every((total) => total === null || Math.abs(total - 100) < 1e-6)
  const plan = (asGiven: string | null): WeightPlan => ({
    of: (variant, key) => {
      const text = draft.variants[variant]!.weights.get(key) ?? draft.variants[0]!.weights.get(key) ?? null
      return text !== null && hundred ? `${text}%` : text
    },
    asGiven,
  })
  if (bare) {
    const one = totals.every((total) => total === null || Math.abs(total - 1) < 1e-9)
    return plan(hundred || one ? null : 'the weights are parts of their sum')
  }
  const wrong = totals.filter((total) => total !== null && Math.abs(total - 100) > 1e-6)
  return plan(
    resolved && wrong.length > 0
      ? `the weights total ${wrong.map((total) => `${round(total!)}%`).join(' and ')}`
      : null,
  )
}

/** Of the dimensions (or of the measures where nothing groups them); null where no weight is written. */
function totalOf(variant: Variant, draft: Draft): number | null {
  const keys = draft.dimensions.flatMap((dimension) =>
    dimension.label === null ? dimension.measures.map((measure) => measure.key) : [dimension.key],
  )
  const base = draft.variants[0]!
  const weights = keys.flatMap((key) => variant.weights.get(key) ?? base.weights.get(key) ?? [])
  return weights.length === 0 ? null : weights.reduce((sum, text) => sum + Number.parseFloat(text), 0)
}

function round(total: number): number {
  return Math.round(total * 1e6) / 1e6
}
