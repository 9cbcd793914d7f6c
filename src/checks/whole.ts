import type { Expression } from '../model/expression.ts'
import { partsOf } from '../model/expression-parts.ts'

/** False where a part could not be compiled, or is missing on purpose: then there is nothing to prove. */
export function isWhole(expression: Expression): boolean {
  return expression.kind !== 'missing' && partsOf(expression).every(isWhole)
}
