import type { Expression } from './expression.ts'
import type { Model } from './model.ts'

const known = new WeakMap<Model, ReadonlyMap<string, readonly string[]>>()

/** The texts that a model's conditions compare an input with, as written, by the input's name. */
export function comparedTexts(model: Model): ReadonlyMap<string, readonly string[]> {
  const before = known.get(model)
  if (before !== undefined) return before
  const found = new Map<string, Set<string>>()
  collect(model, found)
  const texts = new Map([...found].map(([name, values]) => [name, [...values]]))
  known.set(model, texts)
  return texts
}

/** Conditions stand in many places of a model, and each means the same. */
function collect(part: unknown, found: Map<string, Set<string>>): void {
  if (typeof part !== 'object' || part === null) return
  const compared = comparisonOf(part as Expression)
  if (compared !== null) {
    const texts = found.get(compared.input) ?? new Set()
    for (const text of compared.texts) texts.add(text)
    found.set(compared.input, texts)
  }
  for (const inner of Object.values(part)) collect(inner, found)
}

function comparisonOf(part: Expression): { readonly input: string; readonly texts: readonly string[] } | null {
  if (part.kind === 'one of' && part.of.kind === 'input') return { input: part.of.name, texts: textsOf(part.values) }
  if (part.kind !== 'compare') return null
  const { left, right } = part
  if (left.kind === 'input') return { input: left.name, texts: textsOf([right]) }
  return right.kind === 'input' ? { input: right.name, texts: textsOf([left]) } : null
}

function textsOf(expressions: readonly Expression[]): readonly string[] {
  return expressions.flatMap((one) => (one.kind === 'text' ? [one.value] : []))
}
