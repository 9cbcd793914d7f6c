import type { Input } from './input.ts'
import type { Model } from './model.ts'

/** The inputs of a model and of those whose scores it uses, each name once. */
export function allInputs(model: Model): readonly Input[] {
  const byName = new Map<string, Input>()
  for (const input of [...model.inputs, ...model.uses.flatMap((use) => allInputs(use.model))]) {
    if (!byName.has(input.name)) byName.set(input.name, input)
  }
  return [...byName.values()]
}
