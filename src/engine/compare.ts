import type { Comparison } from '../model/expression.ts'
import { fold, type Value } from './value.ts'

/**
 * Compares two values: null (missing) when a side is missing or when they are of different kinds. Numbers no further
 * apart than guard × max(1, |left|, |right|) are equal, for all six operators.
 */
export function compare(operator: Comparison, left: Value, right: Value, guard: number): boolean | null {
  if (left === null || right === null || typeof left !== typeof right) return null
  const same = equal(left, right, guard)
  switch (operator) {
    case '=':
      return same
    case '!=':
      return !same
    case '<':
      return !same && isBelow(left, right)
    case '<=':
      return same || isBelow(left, right)
    case '>':
      return !same && isBelow(right, left)
    case '>=':
      return same || isBelow(right, left)
  }
}

type Present = Exclude<Value, null>

/** Whether two values are the same: numbers within the guard, text folded. */
export function equal(left: Present, right: Present, guard: number): boolean {
  if (typeof left === 'string' && typeof right === 'string') return fold(left) === fold(right)
  if (typeof left === 'number' && typeof right === 'number') {
    return Math.abs(left - right) <= guard * Math.max(1, Math.abs(left), Math.abs(right))
  }
  return left === right
}

function isBelow(left: Present, right: Present): boolean {
  if (typeof left === 'string' && typeof right === 'string') return fold(left) < fold(right)
  return left < right
}
