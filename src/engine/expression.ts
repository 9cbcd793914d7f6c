import type { Expression, Formula } from '../model/expression.ts'
import { compare, equal } from './compare.ts'
import { workdaysBetween } from './days.ts'
import { invariant } from './invariant.ts'
import { roundInFormula } from './rounding.ts'
import { finite, type Value } from './value.ts'

/** What an expression may read about one account. */
export interface Scope {
  /** The scoring date, in days since 1970-01-01. */
  readonly asOf: number | null
  readonly input: (name: string) => Value
  readonly let: (name: string) => Value
  /** Points of a measure or score of a dimension ('' is the whole), of an imported model where one is named. */
  readonly points: (path: string, model: string | null) => number | null
  /** The rank of its band. */
  readonly band: (path: string, model: string | null) => number | null
}

/** A condition holds only when it is true: neither false nor missing. */
export function holds(condition: Formula, scope: Scope): boolean {
  return evaluateExpression(condition.expression, scope) === true
}

/** The number a formula yields; anything else is missing. */
export function numberOf(formula: Formula, scope: Scope): number | null {
  return asNumber(evaluateExpression(formula.expression, scope))
}

/** The value of an expression for one account. */
export function evaluateExpression(expression: Expression, scope: Scope): Value {
  const value = (part: Expression): Value => evaluateExpression(part, scope)
  const number = (part: Expression): number | null => asNumber(value(part))
  switch (expression.kind) {
    case 'number':
    case 'date':
    case 'text':
    case 'yes/no':
      return expression.value
    case 'missing':
      return null
    case 'band':
      return expression.rank
    case 'input':
      return scope.input(expression.name)
    case 'let':
      return scope.let(expression.name)
    case 'as of':
      return scope.asOf
    case 'points of':
    case 'score of':
      return scope.points(expression.path, expression.model)
    case 'band of':
      return scope.band(expression.path, expression.model)
    case 'arithmetic':
      return arithmetic(expression.operator, number(expression.left), number(expression.right))
    case 'negate':
      return map(number(expression.of), (x) => -x)
    case 'abs':
      return map(number(expression.of), Math.abs)
    case 'round':
      return map(number(expression.of), (x) => roundInFormula(x, expression.direction, expression.places))
    case 'min':
      return allPresent(expression.of.map(number), (numbers) => Math.min(...numbers))
    case 'max':
      return allPresent(expression.of.map(number), (numbers) => Math.max(...numbers))
    case 'coalesce':
      return firstPresent(expression.of, value)
    case 'count':
      return expression.of.filter((condition) => value(condition) === true).length
    case 'is missing':
      return value(expression.of) === null
    case 'not':
      return not(value(expression.of))
    case 'and':
      return and(expression.of.map(value))
    case 'or':
      return not(and(expression.of.map((part) => not(value(part)))))
    case 'compare':
      return compare(expression.operator, value(expression.left), value(expression.right), expression.guard)
    case 'one of':
      return isOneOf(value(expression.of), expression.values.map(value))
    case 'if':
      return value(expression.when) === true ? value(expression.then) : value(expression.else)
    case 'days between':
      return arithmetic('-', number(expression.to), number(expression.from))
    case 'workdays between':
      return allPresent([number(expression.from), number(expression.to)], ([from, to]) => workdaysBetween(from!, to!))
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', left: number | null, right: number | null): number | null {
  if (left === null || right === null) return null
  switch (operator) {
    case '+':
      return finite(left + right)
    case '-':
      return finite(left - right)
    case '*':
      return finite(left * right)
    case '/':
      return finite(left / right)
    case '^':
      return finite(left ** right)
  }
}

function map(value: number | null, change: (value: number) => number): number | null {
  return value === null ? null : finite(change(value))
}

function allPresent(values: readonly (number | null)[], change: (values: number[]) => number): number | null {
  const present = values.filter((value) => value !== null)
  return present.length === values.length && present.length > 0 ? finite(change(present)) : null
}

function firstPresent(parts: readonly Expression[], value: (part: Expression) => Value): Value {
  for (const part of parts) {
    const found = value(part)
    if (found !== null) return found
  }
  return null
}

function and(values: readonly Value[]): boolean | null {
  if (values.includes(false)) return false
  return values.includes(null) ? null : true
}

function not(value: Value): boolean | null {
  invariant(value === null || typeof value === 'boolean', 'only conditions are negated')
  return value === null ? null : !value
}

function isOneOf(value: Value, values: readonly Value[]): boolean | null {
  return value === null ? null : values.some((one) => one !== null && equal(value, one, 0))
}

function asNumber(value: Value): number | null {
  return typeof value === 'number' ? value : null
}
