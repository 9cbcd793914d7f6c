import type { Expression } from './expression.ts'

/** The expressions directly inside an expression, in written order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'arithmetic':
    case 'compare':
      return [expression.left, expression.right]
    case 'negate':
    case 'not':
    case 'is missing':
    case 'abs':
    case 'round':
      return [expression.of]
    case 'min':
    case 'max':
    case 'coalesce':
    case 'and':
    case 'or':
    case 'count':
      return expression.of
    case 'one of':
      return [expression.of, ...expression.values]
    case 'if':
      return [expression.when, expression.then, expression.else]
    case 'days between':
    case 'workdays between':
      return [expression.from, expression.to]
    default:
      return []
  }
}

/** The value of a literal, a rung as its rank; null where the expression reads anything. */
export function constantOf(expression: Expression): number | string | boolean | null {
  switch (expression.kind) {
    case 'number':
    case 'date':
    case 'text':
    case 'yes/no':
      return expression.value
    case 'band':
      return expression.rank
    case 'negate': {
      const of = constantOf(expression.of)
      return typeof of === 'number' ? -of : null
    }
    default:
      return null
  }
}
