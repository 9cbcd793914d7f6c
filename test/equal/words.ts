import { allInputs } from '../../src/model/all-inputs.ts'
import type { Model } from '../../src/model/model.ts'

/** What a model holds an input against. */
export interface Words {
  readonly numbers: readonly number[]
  readonly dates: readonly number[]
  readonly texts: readonly string[]
}

/** By the name of an input, the constants of every measure, condition and formula that reads it, directly or by a `let`. */
export function wordsByInput(model: Model): ReadonlyMap<string, Words> {
  const found = new Map(
    allInputs(model).map(({ name }) => [
      name,
      { numbers: new Set<number>(), dates: new Set<number>(), texts: new Set<string>() },
    ]),
  )
  const lets = new Map<string, Set<string>>()
  const inputsIn = (part: unknown): Set<string> => {
    const names = new Set<string>()
    visit(part, (one) => {
      if (one['kind'] === 'input') names.add(String(one['name']))
      if (one['kind'] === 'let') for (const name of lets.get(String(one['name'])) ?? []) names.add(name)
    })
    return names
  }
  const learn = (part: unknown): void => {
    const names = inputsIn(part)
    const constants = constantsIn(part)
    for (const name of names) {
      const into = found.get(name)
      if (into === undefined) continue
      for (const number of constants.numbers) into.numbers.add(number)
      for (const date of constants.dates) into.dates.add(date)
      for (const text of constants.texts) into.texts.add(text)
    }
  }
  const learnModel = (of: Model): void => {
    for (const { name, formula } of of.lets) {
      lets.set(name, inputsIn(formula))
      learn(formula)
    }
    for (const segment of of.segments) {
      learn(segment.when)
      visit(segment.root, (one) => {
        if (one['kind'] === 'measure') learn(one)
        if (one['kind'] === 'dimension') {
          learn(one['modifiers'])
          learn(one['appliesWhen'])
        }
      })
    }
    learn(of.appliesWhen)
    of.indicators.forEach(learn)
    of.results.forEach(learn)
    of.uses.forEach((use) => learnModel(use.model))
  }
  learnModel(model)
  return new Map(
    [...found].map(([name, of]) => [name, { numbers: [...of.numbers], dates: [...of.dates], texts: [...of.texts] }]),
  )
}

function constantsIn(part: unknown): Words {
  const numbers = new Set<number>()
  const dates = new Set<number>()
  const texts = new Set<string>()
  visit(part, (one) => {
    if (one['kind'] === 'text') texts.add(String(one['value']))
    for (const [key, value] of Object.entries(one)) {
      if (typeof value === 'number' && key !== 'integer') (one['kind'] === 'date' ? dates : numbers).add(value)
      if (key === 'values' && Array.isArray(value)) {
        for (const word of value) if (typeof word === 'string') texts.add(word)
      }
    }
  })
  return { numbers: [...numbers], dates: [...dates], texts: [...texts] }
}

/** Every object in a value, outermost first. */
function visit(value: unknown, see: (one: Readonly<Record<string, unknown>>) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const one of value) visit(one, see)
    return
  }
  const object = value as Readonly<Record<string, unknown>>
  see(object)
  for (const [key, part] of Object.entries(object)) if (key !== 'span' && key !== 'related') visit(part, see)
}
