import { findAccount } from '../../model/account-search.ts'
import { SAMPLE_DATE } from '../../model/candidates.ts'
import { domainOfInput, folded, holdsNumber } from '../../model/domain.ts'
import { constantOf } from '../../model/expression-parts.ts'
import type { Expression } from '../../model/expression.ts'
import type { Model } from '../../model/model.ts'
import type { Value } from '../value.ts'

/** What a test gives, by input or `let` name; null is missing. */
export type Given = ReadonlyMap<string, Value>

/**
 * What to give so that an expression yields `target`: found by turning the arithmetic round and by trying plain values for
 * the other operands. null where that finds nothing. Whoever asks checks the answer by scoring it.
 */
export function solve(model: Model, expression: Expression, target: Value): Given | null {
  const constant = constantOf(expression)
  if (constant !== null) return constant === target ? new Map() : null
  switch (expression.kind) {
    case 'input':
      return isAllowed(model, expression.name, target) ? new Map([[expression.name, target]]) : null
    case 'let':
      return new Map([[expression.name, target]])
    case 'as of':
      return target === SAMPLE_DATE ? new Map() : null
    case 'negate':
    case 'abs':
      return typeof target === 'number'
        ? solve(model, expression.of, expression.kind === 'negate' ? -target : target)
        : null
    case 'round':
      return solve(model, expression.of, target)
    case 'min':
    case 'max':
      return merge(expression.of.map((part) => solve(model, part, target)))
    case 'coalesce':
      return first(expression.of, (part) => solve(model, part, target))
    case 'if':
      return (
        merge([satisfy(model, [[expression.when, true]]), solve(model, expression.then, target)]) ??
        merge([satisfy(model, [[expression.when, false]]), solve(model, expression.else, target)])
      )
    case 'days between':
    case 'workdays between':
      return typeof target === 'number' ? solveDays(model, expression, target) : null
    case 'arithmetic':
      return typeof target === 'number' ? solveArithmetic(model, expression, target) : null
    default:
      return typeof target === 'boolean' ? satisfy(model, [[expression, target]]) : null
  }
}

/** What to give so that every condition holds, or does not. */
export function satisfy(
  model: Model,
  conditions: readonly (readonly [condition: Expression, holds: boolean])[],
): Given | null {
  if (conditions.length === 0) return new Map()
  const search = findAccount(
    model,
    conditions.map(([condition, holds]) => ({ condition, holds })),
  )
  if (search.kind !== 'found' || (search.asOf !== null && search.asOf !== SAMPLE_DATE)) return null
  return new Map(Object.entries(search.given))
}

/** One set of givens; null where one is missing or two of them disagree. */
export function merge(parts: readonly (Given | null)[]): Given | null {
  const all = new Map<string, Value>()
  for (const part of parts) {
    if (part === null) return null
    for (const [name, value] of part) {
      if (all.has(name) && all.get(name) !== value) return null
      all.set(name, value)
    }
  }
  return all
}

function isAllowed(model: Model, name: string, value: Value): boolean {
  const input = model.inputs.find((one) => one.name === name)
  if (input === undefined) return false
  if (value === null) return true
  const domain = domainOfInput(input)
  if (domain.kind === 'number') return typeof value === 'number' && holdsNumber(domain, value)
  if (domain.open) return typeof value === 'string'
  return domain.values.some((one) =>
    typeof one === 'string' ? typeof value === 'string' && folded(one) === folded(value) : one === value,
  )
}

type Arithmetic = Extract<Expression, { kind: 'arithmetic' }>

/** Plain values for one operand; the other must then make up the target. */
const TRIED = [1, 100, 1000, 10_000, 0, 2, 10]

function solveArithmetic(model: Model, expression: Arithmetic, target: number): Given | null {
  const { left, right } = expression
  const [fixedLeft, fixedRight] = [constantOf(left), constantOf(right)]
  return (
    first(typeof fixedRight === 'number' ? [fixedRight] : TRIED, (value) =>
      both(solve(model, right, value), leftFor(expression.operator, value, target), (needed) =>
        solve(model, left, needed),
      ),
    ) ??
    first(typeof fixedLeft === 'number' ? [fixedLeft] : TRIED, (value) =>
      both(solve(model, left, value), rightFor(expression.operator, value, target), (needed) =>
        solve(model, right, needed),
      ),
    )
  )
}

function both(own: Given | null, needed: number | null, other: (needed: number) => Given | null): Given | null {
  return own === null || needed === null || !Number.isFinite(needed) ? null : merge([own, other(tidy(needed))])
}

/** x such that x operator `right` is the target. */
function leftFor(operator: Arithmetic['operator'], right: number, target: number): number | null {
  switch (operator) {
    case '+':
      return target - right
    case '-':
      return target + right
    case '*':
      return right === 0 ? null : target / right
    case '/':
      return right === 0 ? null : target * right
    case '^':
      return right === 0 || target < 0 ? null : target ** (1 / right)
  }
}

/** x such that `left` operator x is the target. */
function rightFor(operator: Arithmetic['operator'], left: number, target: number): number | null {
  switch (operator) {
    case '+':
      return target - left
    case '-':
      return left - target
    case '*':
      return left === 0 ? null : target / left
    case '/':
      return target === 0 ? null : left / target
    case '^':
      return left <= 0 || left === 1 || target <= 0 ? null : Math.log(target) / Math.log(left)
  }
}

function solveDays(
  model: Model,
  { kind, from, to }: Extract<Expression, { kind: 'days between' | 'workdays between' }>,
  target: number,
): Given | null {
  // Five workdays a week, and a few days more or less for the weekends at the ends.
  const days = kind === 'days between' ? target : Math.trunc(target / 5) * 7 + (target % 5)
  const candidates = kind === 'days between' ? [days] : [days, days + 2, days - 2, days + 1, days - 1]
  return first(candidates, (span) => merge([solve(model, to, SAMPLE_DATE), solve(model, from, SAMPLE_DATE - span)]))
}

/** 0.495 × 1000 is 495, whatever the last digit of the product says. */
function tidy(value: number): number {
  return Number(value.toPrecision(14))
}

function first<T>(candidates: readonly T[], attempt: (candidate: T) => Given | null): Given | null {
  for (const candidate of candidates) {
    const found = attempt(candidate)
    if (found !== null) return found
  }
  return null
}
