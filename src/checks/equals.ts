import type { Expression } from '../model/expression.ts'

/** True where the expression is that text, or that yes or no. */
export function equals(left: Expression, value: string | boolean): Expression {
  const right: Expression = typeof value === 'string' ? { kind: 'text', value } : { kind: 'yes/no', value }
  return { kind: 'compare', operator: '=', left, right, guard: 0 }
}
