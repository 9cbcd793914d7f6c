import type { Comparison, Expression } from '../../model/expression.ts'
import type { Model } from '../../model/model.ts'
import { fold } from '../value.ts'
import type { Scope } from './scope.ts'
import type { Texts } from './texts.ts'
import { BLOCK, type Vector } from './vector.ts'

/** Whether a vector holds codes of texts, which are compared by what they spell. */
export function isText(model: Model, e: Expression): boolean {
  switch (e.kind) {
    case 'text':
      return true
    case 'input': {
      const type = model.inputs.find((input) => input.name === e.name)?.type
      return type === 'text' || type === 'choice'
    }
    case 'let':
      return model.lets.find((one) => one.name === e.name)?.formula.type === 'text'
    case 'coalesce':
      return e.of.some((one) => isText(model, one))
    case 'if':
      return isText(model, e.then) || isText(model, e.else)
    default:
      return false
  }
}

export function sameText(scope: Scope, a: Vector, b: Vector): Vector {
  return compareTexts(scope, '=', a, b)
}

/** Order is that of the letters, for the rare model that asks. */
export function compareTexts(scope: Scope, operator: Comparison, a: Vector, b: Vector): Vector {
  const out = new Float64Array(BLOCK)
  let all: Texts = scope.texts
  scope.program.binders.push((binding) => {
    all = binding.texts
  })
  const holds = orders[operator]
  scope.program.steps.push((n) => {
    const { folded, spellings } = all
    for (let i = 0; i < n; i++) {
      const x = a[i]!
      const y = b[i]!
      if (x !== x || y !== y) out[i] = NaN
      else if (folded[x] === folded[y]) out[i] = holds(0)
      else out[i] = holds(fold(spellings[x]!) < fold(spellings[y]!) ? -1 : 1)
    }
  })
  return out
}

const orders: Readonly<Record<Comparison, (order: -1 | 0 | 1) => number>> = {
  '=': (order) => Number(order === 0),
  '!=': (order) => Number(order !== 0),
  '<': (order) => Number(order < 0),
  '<=': (order) => Number(order <= 0),
  '>': (order) => Number(order > 0),
  '>=': (order) => Number(order >= 0),
}
