import { allNumbers, domainOfInput, type Domain } from './domain.ts'
import type { Expression, Formula } from './expression.ts'
import type { Dimension } from './group.ts'
import type { Input } from './input.ts'
import type { Let, Model } from './model.ts'
import { closed, possibleOf, type Possible } from './possible.ts'
import { possibleValues, type Known } from './possible-values.ts'

/** What a formula can yield when it is not missing: the domain of its input, or what its arithmetic allows. */
export function domainOfFormula(model: Model, formula: Formula): Domain {
  return domainOfExpression(model, formula.expression)
}

export function domainOfExpression(model: Model, expression: Expression): Domain {
  const input = inputRead(model, expression)
  return input === null ? domainOfPossible(possibleValues(expression, knownOf(model))) : domainOfInput(input)
}

/** The input an expression simply reads, if that is all it does, through any `let` that only renames it. */
export function inputRead(model: Model, expression: Expression): Input | null {
  let read: Expression | undefined = expression
  while (read?.kind === 'let') read = letNamed(model, read.name)?.formula.expression
  const name = read?.kind === 'input' ? read.name : null
  return model.inputs.find((input) => input.name === name) ?? null
}

const letsBy = new WeakMap<Model, ReadonlyMap<string, Let>>()

export function letNamed(model: Model, name: string): Let | undefined {
  const lets = letsBy.get(model) ?? new Map(model.lets.map((item) => [item.name, item]))
  letsBy.set(model, lets)
  return lets.get(name)
}

const knownBy = new WeakMap<Model, Known>()

/** What is known of inputs, `let`s, scores and bands from their declarations alone. */
export function knownOf(model: Model): Known {
  const known = knownBy.get(model) ?? learn(model)
  knownBy.set(model, known)
  return known
}

/** A `let` is learnt after those it needs, so that a long chain of them is not followed all the way down each time. */
function learn(model: Model): Known {
  const inputs = new Map(model.inputs.map((input) => [input.name, possibleOf(domainOfInput(input), true)]))
  const lets = new Map<string, Possible>()
  const known: Known = (expression) => {
    switch (expression.kind) {
      case 'input':
        return inputs.get(expression.name) ?? null
      case 'let':
        return lets.get(expression.name) ?? null
      case 'as of':
        return { kind: 'numbers', range: closed(null, null, true), missing: false, present: true }
      case 'score of':
        return expression.model === null ? scoreOf(model, expression.path) : null
      default:
        return null
    }
  }
  for (const { name, formula } of model.lets) lets.set(name, possibleValues(formula.expression, known))
  return known
}

/** A clamped score lies on its scale. */
function scoreOf(model: Model, path: string): Possible | null {
  const groups = model.segments.flatMap((segment) => groupsOf(segment.root)).filter((group) => group.path === path)
  if (groups.length === 0 || !groups.every((group) => group.scale.clamp)) return null
  const low = Math.min(...groups.map((group) => group.scale.low))
  const high = Math.max(...groups.map((group) => group.scale.high))
  return { kind: 'numbers', range: closed(low, high, false), missing: true, present: true }
}

/** A group and all groups below it, in written order. */
export function groupsOf(group: Dimension): readonly Dimension[] {
  return [group, ...group.children.flatMap((child) => (child.kind === 'dimension' ? groupsOf(child) : []))]
}

function domainOfPossible(possible: Possible): Domain {
  switch (possible.kind) {
    case 'numbers':
      return possible.present ? possible.range : allNumbers
    case 'truth':
      return { kind: 'values', values: [true, false], open: false }
    case 'texts':
      return possible.values === null
        ? { kind: 'values', values: [], open: true }
        : { kind: 'values', values: [...new Set(possible.values)], open: false }
  }
}
