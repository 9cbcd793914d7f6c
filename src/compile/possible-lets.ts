import { domainOfInput } from '../model/domain.ts'
import type { Expression } from '../model/expression.ts'
import type { Input } from '../model/input.ts'
import type { Let } from '../model/model.ts'
import { possibleOf, type Possible } from '../model/possible.ts'
import { possibleValues } from '../model/possible-values.ts'

/** What each `let` can be, by the declarations of the inputs it reads. `lets` stand in an order of need. */
export function possibleLets(lets: readonly Let[], inputs: ReadonlyMap<string, Input>): ReadonlyMap<string, Possible> {
  const found = new Map<string, Possible>()
  for (const item of lets) found.set(item.name, possibleValues(item.formula.expression, knownFrom(inputs, found)))
  return found
}

/** What is known of inputs and of the `let`s found so far; of scores and bands nothing is. */
export function knownFrom(
  inputs: ReadonlyMap<string, Input>,
  lets: ReadonlyMap<string, Possible>,
): (expression: Expression) => Possible | null {
  return (expression) => {
    if (expression.kind === 'let') return lets.get(expression.name) ?? null
    const input = expression.kind === 'input' ? inputs.get(expression.name) : undefined
    return input ? possibleOf(domainOfInput(input), true) : null
  }
}
