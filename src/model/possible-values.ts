import * as bounds from './bounds.ts'
import { allNumbers, folded, type NumberDomain } from './domain.ts'
import type { Comparison, Expression } from './expression.ts'
import {
  closed,
  exactly,
  mayBeBelow,
  meet,
  truth,
  type Possible,
  type PossibleNumbers,
  type PossibleTruth,
} from './possible.ts'

/** What is known of the things an expression reads; null leaves it to the expression itself (a `let` to its formula). */
export type Known = (expression: Expression) => Possible | null

/**
 * What an expression can yield, given what its parts can be: sound, in that no possible value is left out, and exact
 * where every part is one value. Correlations between parts are not seen (`x - x` can be anything).
 */
export function possibleValues(expression: Expression, known: Known): Possible {
  const told = known(expression)
  if (told !== null) return told
  const number = (of: Expression) => asNumbers(possibleValues(of, known))
  const condition = (of: Expression) => asTruth(possibleValues(of, known))
  switch (expression.kind) {
    case 'number':
    case 'date':
      return exactly(expression.value)
    case 'band':
      return exactly(expression.rank)
    case 'text':
      return { kind: 'texts', values: [expression.value], besides: [], missing: false }
    case 'yes/no':
      return truth(expression.value, !expression.value, false)
    case 'missing':
      return { ...anything, present: false }
    case 'arithmetic':
      return arithmetic(expression.operator, number(expression.left), number(expression.right))
    case 'negate':
      return one(number(expression.of), bounds.negated)
    case 'abs':
      return one(number(expression.of), bounds.absolute)
    case 'min':
      return all(expression.of.map(number), bounds.smallest)
    case 'max':
      return all(expression.of.map(number), bounds.largest)
    case 'round':
      return rounded(number(expression.of), expression.direction, expression.places)
    case 'coalesce':
      return expression.of.map((part) => possibleValues(part, known)).reduce(orElse)
    case 'days between':
      return difference(number(expression.from), number(expression.to))
    case 'workdays between': {
      const { range, ...days } = difference(number(expression.from), number(expression.to))
      const [low, high] = [range.low && Math.min(range.low, 0), range.high && Math.max(range.high, 0)]
      return { ...days, range: closed(low, high, true) }
    }
    case 'not': {
      const of = condition(expression.of)
      return truth(of.no, of.yes, of.missing)
    }
    case 'and':
      return expression.of.map(condition).reduce(both)
    case 'or':
      return opposite(expression.of.map(condition).map(opposite).reduce(both))
    case 'count':
      return count(expression.of.map(condition))
    case 'is missing': {
      const of = possibleValues(expression.of, known)
      return truth(of.missing, mayBePresent(of), false)
    }
    case 'compare':
      return compared(
        expression.operator,
        possibleValues(expression.left, known),
        possibleValues(expression.right, known),
        expression.guard,
      )
    case 'one of': {
      const of = possibleValues(expression.of, known)
      return expression.values
        .map((value) => compared('=', of, possibleValues(value, known), 0))
        .reduce((a, b) => opposite(both(opposite(a), opposite(b))))
    }
    case 'if': {
      const when = condition(expression.when)
      const branches = [
        ...(when.yes ? [possibleValues(expression.then, known)] : []),
        ...(when.no || when.missing ? [possibleValues(expression.else, known)] : []),
      ]
      return branches.reduce(either, branches[0]!)
    }
    default:
      return anything
  }
}

/** Whether the value can be something other than missing. */
export function mayBePresent(possible: Possible): boolean {
  if (possible.kind === 'numbers') return possible.present
  return possible.kind === 'truth'
    ? possible.yes || possible.no
    : possible.values === null || possible.values.length > 0
}

const anything: PossibleNumbers = { kind: 'numbers', range: allNumbers, missing: true, present: true }

function asNumbers(possible: Possible): PossibleNumbers {
  return possible.kind === 'numbers' ? possible : anything
}

function asTruth(possible: Possible): PossibleTruth {
  if (possible.kind === 'truth') return possible
  return mayBePresent(possible) ? truth(true, true, true) : truth(false, false, true)
}

function one(of: PossibleNumbers, act: (range: NumberDomain) => NumberDomain): PossibleNumbers {
  return { ...of, range: act(of.range) }
}

function all(of: readonly PossibleNumbers[], act: (ranges: readonly NumberDomain[]) => NumberDomain): PossibleNumbers {
  return {
    kind: 'numbers',
    range: act(of.map((part) => part.range)),
    missing: of.some((part) => part.missing),
    present: of.every((part) => part.present),
  }
}

type Operator = (Expression & { kind: 'arithmetic' })['operator']

function arithmetic(operator: Operator, left: PossibleNumbers, right: PossibleNumbers): PossibleNumbers {
  const missing = left.missing || right.missing
  const present = left.present && right.present
  const result = (range: NumberDomain): PossibleNumbers => ({ kind: 'numbers', range, missing, present })
  switch (operator) {
    case '+':
      return result(bounds.sum(left.range, right.range))
    case '-':
      return result(bounds.sum(left.range, bounds.negated(right.range)))
    case '*':
      return result(bounds.product(left.range, right.range))
    case '^':
      // A negative base with a fractional exponent, and 0 to a negative one, have no result.
      return { ...result(bounds.power(left.range, right.range)), missing: missing || !isPlainPower(left, right) }
    case '/': {
      const range = bounds.quotient(left.range, right.range)
      if (range === null) return { ...anything, present: false }
      return { ...result(range), missing: missing || meet(right.range, closed(0, 0, true)) }
    }
  }
}

function isPlainPower(base: PossibleNumbers, exponent: PossibleNumbers): boolean {
  return base.range.low !== null && base.range.low >= 0 && exponent.range.low !== null && exponent.range.low >= 0
}

function rounded(of: PossibleNumbers, direction: 'nearest' | 'up' | 'down', places: number): PossibleNumbers {
  const scale = 10 ** places
  const slack = (x: number) => 1e-9 * Math.max(1, Math.abs(x))
  const low = (x: number) => Math.floor((x + slack(x)) * scale) / scale
  const high = (x: number) => Math.ceil((x - slack(x)) * scale) / scale
  const nearest = (x: number) => (Math.sign(x) * Math.floor((Math.abs(x) + slack(x)) * scale + 0.5)) / scale
  const act = { nearest, up: high, down: low }[direction]
  return { ...of, range: { ...bounds.mapped(of.range, act), whole: places === 0 } }
}

function difference(from: PossibleNumbers, to: PossibleNumbers): PossibleNumbers {
  return arithmetic('-', to, from)
}

function opposite(of: PossibleTruth): PossibleTruth {
  return truth(of.no, of.yes, of.missing)
}

function both(a: PossibleTruth, b: PossibleTruth): PossibleTruth {
  const missing = (a.missing && (b.missing || b.yes)) || (b.missing && a.yes)
  return truth(a.yes && b.yes, a.no || b.no, missing)
}

function count(of: readonly PossibleTruth[]): PossibleNumbers {
  const certain = of.filter((part) => part.yes && !part.no && !part.missing).length
  const possible = of.filter((part) => part.yes).length
  return { kind: 'numbers', range: closed(certain, possible, true), missing: false, present: true }
}

function compared(operator: Comparison, left: Possible, right: Possible, guard: number): PossibleTruth {
  const missing = left.missing || right.missing
  if (!mayBePresent(left) || !mayBePresent(right)) return truth(false, false, true)
  if (left.kind === 'numbers' && right.kind === 'numbers') {
    const other = onEdge(left.range, right.range, guard) ? left.range : right.range
    const [yes, no] = comparedNumbers(operator, left.range, other)
    return truth(yes, no, missing)
  }
  const [same, different] = sameness(left, right)
  if (operator === '=') return truth(same, different, missing)
  return operator === '!=' ? truth(different, same, missing) : truth(true, true, missing)
}

/** Two single numbers so close that the comparison takes them as equal. */
function onEdge(a: NumberDomain, b: NumberDomain, guard: number): boolean {
  if (a.low === null || a.low !== a.high || b.low === null || b.low !== b.high) return false
  return Math.abs(a.low - b.low) <= guard * Math.max(1, Math.abs(a.low), Math.abs(b.low))
}

function comparedNumbers(operator: Comparison, a: NumberDomain, b: NumberDomain): readonly [boolean, boolean] {
  const onePoint = a.low !== null && a.low === a.high && a.low === b.low && a.low === b.high
  switch (operator) {
    case '=':
      return [meet(a, b), !onePoint]
    case '!=':
      return [!onePoint, meet(a, b)]
    case '<':
      return [mayBeBelow(a, b, false), mayBeBelow(b, a, true)]
    case '<=':
      return [mayBeBelow(a, b, true), mayBeBelow(b, a, false)]
    case '>':
      return [mayBeBelow(b, a, false), mayBeBelow(a, b, true)]
    case '>=':
      return [mayBeBelow(b, a, true), mayBeBelow(a, b, false)]
  }
}

/** Whether two values can be the same, and whether they can differ. */
function sameness(a: Possible, b: Possible): readonly [boolean, boolean] {
  if (a.kind === 'truth' && b.kind === 'truth')
    return [(a.yes && b.yes) || (a.no && b.no), (a.yes && b.no) || (a.no && b.yes)]
  if (a.kind !== 'texts' || b.kind !== 'texts') return [true, true]
  if (a.values === null || b.values === null) {
    const [open, listed] = a.values === null ? [a, b] : [b, a]
    const barred = new Set(open.besides.map(folded))
    return [listed.values === null || listed.values.some((value) => !barred.has(folded(value))), true]
  }
  const theirs = new Set(b.values.map(folded))
  const shared = a.values.filter((value) => theirs.has(folded(value)))
  return [shared.length > 0, !(a.values.length === 1 && theirs.size === 1 && shared.length === 1)]
}

/** The first where it is not missing, else the second. */
function orElse(first: Possible, second: Possible): Possible {
  if (!first.missing) return first
  if (!mayBePresent(first)) return second
  const joined = either(first, second)
  return { ...joined, missing: second.missing }
}

function either(a: Possible, b: Possible): Possible {
  const missing = a.missing || b.missing
  if (!mayBePresent(a)) return { ...b, missing }
  if (!mayBePresent(b)) return { ...a, missing }
  if (a.kind === 'numbers' && b.kind === 'numbers')
    return { kind: 'numbers', range: bounds.either(a.range, b.range), missing, present: true }
  if (a.kind === 'truth' && b.kind === 'truth') return truth(a.yes || b.yes, a.no || b.no, missing)
  if (a.kind === 'texts' && b.kind === 'texts') {
    const listed = a.values !== null && b.values !== null
    return { kind: 'texts', values: listed ? [...a.values!, ...b.values!] : null, besides: [], missing }
  }
  return { ...anything, missing }
}
