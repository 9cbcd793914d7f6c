import { describe, expect, test } from 'vitest'
import { workdaysBetween } from '../../src/engine/days.ts'
import { evaluateExpression, type Scope } from '../../src/engine/expression.ts'
import type { Value } from '../../src/engine/value.ts'
import type { Expression } from '../../src/model/expression.ts'
import { compare, number, of, text } from './build.ts'

const values: Readonly<Record<string, Value>> = { zero: 0, ten: 10, big: 1e300, yes: true, no: false, name: ' Blue ' }
const scope: Scope = {
  asOf: 20_089,
  input: (name) => values[name] ?? null,
  let: () => null,
  points: () => null,
  band: () => null,
}
const valueOf = (expression: Expression): Value => evaluateExpression(expression, scope)
const missing: Expression = { kind: 'missing' }
const yes: Expression = { kind: 'yes/no', value: true }
const no: Expression = { kind: 'yes/no', value: false }

describe('missing', () => {
  test.each<[string, Expression]>([
    ['an absent input', of('absent')],
    ['arithmetic on it', { kind: 'arithmetic', operator: '+', left: number(1), right: missing }],
    ['division by zero', { kind: 'arithmetic', operator: '/', left: number(1), right: of('zero') }],
    ['zero by zero', { kind: 'arithmetic', operator: '/', left: of('zero'), right: of('zero') }],
    ['what is too great for a number', { kind: 'arithmetic', operator: '*', left: of('big'), right: of('big') }],
    ['the root of a negative number', { kind: 'arithmetic', operator: '^', left: number(-2), right: number(0.5) }],
    ['min with one missing', { kind: 'min', of: [number(1), missing] }],
    ['max with one missing', { kind: 'max', of: [missing, number(1)] }],
    ['a comparison with it', compare(missing, '<', number(10))],
    ['equality of two missing', compare(missing, '=', missing)],
    ['a number beside a text', compare(number(1), '=', text('1'))],
    ['one of, of it', { kind: 'one of', of: missing, values: [text('a')] }],
    ['its negation', { kind: 'not', of: missing }],
    ['and with one missing', { kind: 'and', of: [yes, missing] }],
    ['or with one missing', { kind: 'or', of: [no, missing] }],
    ['days from it', { kind: 'days between', from: missing, to: { kind: 'as of' } }],
  ])('%s', (_, expression) => {
    expect(valueOf(expression)).toBeNull()
  })
  test('is decided where the other side decides', () => {
    expect(valueOf({ kind: 'and', of: [missing, no] })).toBe(false)
    expect(valueOf({ kind: 'or', of: [missing, yes] })).toBe(true)
    expect(valueOf({ kind: 'coalesce', of: [missing, number(3), number(4)] })).toBe(3)
    expect(valueOf({ kind: 'count', of: [missing, yes, no, yes] })).toBe(2)
    expect(valueOf({ kind: 'if', when: missing, then: number(1), else: number(2) })).toBe(2)
    expect(valueOf({ kind: 'is missing', of: missing })).toBe(true)
    expect(valueOf({ kind: 'is missing', of: of('zero') })).toBe(false)
  })
})

describe('comparisons', () => {
  const sum: Expression = { kind: 'arithmetic', operator: '+', left: number(0.1), right: number(0.2) }
  test('raw numbers are compared as they are', () => {
    expect(valueOf(compare(sum, '=', number(0.3)))).toBe(false)
    expect(valueOf(compare(number(0.3), '<', sum))).toBe(true)
  })
  test.each(['=', '<=', '>='] as const)('computed numbers meet within the guard: %s holds', (operator) => {
    expect(valueOf(compare(sum, operator, number(0.3), 1e-9))).toBe(true)
  })
  test.each(['!=', '<', '>'] as const)('computed numbers meet within the guard: %s does not hold', (operator) => {
    expect(valueOf(compare(sum, operator, number(0.3), 1e-9))).toBe(false)
  })
  test('the guard grows with the numbers', () => {
    expect(valueOf(compare(number(1e12), '=', number(1e12 + 999), 1e-9))).toBe(true)
    expect(valueOf(compare(number(1e12), '=', number(1e12 + 1001), 1e-9))).toBe(false)
  })
  test('text is compared trimmed and without regard to case', () => {
    expect(valueOf(compare(of('name'), '=', text('BLUE')))).toBe(true)
    expect(valueOf({ kind: 'one of', of: of('name'), values: [text('red'), text('blue')] })).toBe(true)
  })
  test('bands compare by rank', () => {
    const poor: Expression = { kind: 'band', name: 'poor', rank: 0 }
    const healthy: Expression = { kind: 'band', name: 'healthy', rank: 2 }
    expect(valueOf(compare(poor, '<', healthy))).toBe(true)
  })
})

/** Day by day, by the calendar of the platform. */
function workdaysByCounting(from: number, to: number): number {
  if (to < from) return -workdaysByCounting(to, from)
  const days = Array.from({ length: to - from }, (_, index) => new Date((from + 1 + index) * 86_400_000).getUTCDay())
  return days.filter((day) => day >= 1 && day <= 5).length
}

describe('days', () => {
  test('are counted from the first date to the second', () => {
    const date = (value: number): Expression => ({ kind: 'date', value })
    expect(valueOf({ kind: 'days between', from: date(20_000), to: { kind: 'as of' } })).toBe(89)
    expect(valueOf({ kind: 'days between', from: date(5), to: date(3) })).toBe(-2)
    // 2025-01-03 was a Friday (20 091), 2025-01-06 a Monday: one workday lies after the one, up to the other.
    expect(valueOf({ kind: 'workdays between', from: date(20_091), to: date(20_094) })).toBe(1)
    expect(valueOf({ kind: 'workdays between', from: date(20_094), to: date(20_091) })).toBe(-1)
  })
  test('workdays agree with counting them, before 1970 as well', () => {
    for (let from = -20; from < 20; from++) {
      for (let to = -20; to < 20; to++) {
        expect(workdaysBetween(from, to) + 0).toBe(workdaysByCounting(from, to) + 0)
      }
    }
  })
})
