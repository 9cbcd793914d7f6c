import type { Expression, Formula } from '../../model/expression.ts'
import { canonicalJson } from '../../model/hash.ts'
import type { Model } from '../../model/model.ts'
import { letNamed } from '../../model/value-domain.ts'

/** A text that is equal for two formulas that compute the same in the same way, whatever their `let`s are called. */
export function formulaKey(model: Model, formula: Formula | null): string {
  if (formula === null) return 'none'
  return canonicalJson({
    expression: withoutLets(model, formula.expression),
    type: formula.type,
    computed: formula.computed,
  })
}

/** A text that is equal for data that differs in words and places only; formulas inside it are compared by what they compute. */
export function meaningKey(model: Model, data: unknown): string {
  return canonicalJson(stripped(model, data))
}

const WORDS = new Set(['span', 'doc', 'text', 'label', 'labels', 'color', 'because', 'action', 'unit'])

function stripped(model: Model, data: unknown): unknown {
  if (Array.isArray(data)) return data.map((part) => stripped(model, part))
  if (typeof data !== 'object' || data === null) return data
  if ('kind' in data && data.kind === 'let') return withoutLets(model, data as Expression)
  // Where a reason is required, having one decides.
  const reasoned = 'reasonRequired' in data && 'because' in data ? [['reasoned', data.because !== null]] : []
  const parts = Object.entries(data).flatMap(([key, part]) => (WORDS.has(key) ? [] : [[key, stripped(model, part)]]))
  return Object.fromEntries([...reasoned, ...parts])
}

function withoutLets(model: Model, expression: Expression): unknown {
  const named = expression.kind === 'let' ? letNamed(model, expression.name) : undefined
  return stripped(
    model,
    named === undefined ? { ...expression, kind: `the ${expression.kind}` } : named.formula.expression,
  )
}
