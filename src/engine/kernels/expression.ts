import type { Expression } from '../../model/expression.ts'
import { abs, arithmetic, coalesce, map, map2, max, min, negate } from './arithmetic.ts'
import { compareExactly, compareWithin } from './compare.ts'
import { loadInput } from './load.ts'
import { and, choose, count, isMissing, not, or } from './logic.ts'
import { workdaysBetween } from '../days.ts'
import { roundInFormula } from '../rounding.ts'
import type { Scope } from './scope.ts'
import { compareTexts, isText, sameText } from './text-vectors.ts'
import { codeOf } from './texts.ts'
import { BLOCK, constant, type Vector } from './vector.ts'

/** The vector an expression fills, its steps added to the scope's program; made once however often it is asked for. */
export function vectorOf(scope: Scope, expression: Expression): Vector {
  const key = JSON.stringify(expression)
  const known = scope.vectors.get(key)
  if (known !== undefined) return known
  const vector = build(scope, expression)
  scope.vectors.set(key, vector)
  return vector
}

function build(scope: Scope, e: Expression): Vector {
  switch (e.kind) {
    case 'number':
    case 'date':
      return constant(e.value)
    case 'yes/no':
      return constant(e.value ? 1 : 0)
    case 'text':
      return constant(codeOf(scope.texts, e.value))
    case 'band':
      return constant(e.rank)
    case 'missing':
      return constant(NaN)
    case 'as of':
      return constant(scope.asOf)
    case 'input': {
      const input = scope.model.inputs.find((one) => one.name === e.name)
      return input === undefined ? constant(NaN) : loadInput(scope, input)
    }
    case 'let': {
      const found = scope.model.lets.find((one) => one.name === e.name)
      return found === undefined ? constant(NaN) : vectorOf(scope, found.formula.expression)
    }
    case 'points of':
    case 'score of':
    case 'band of': {
      if (e.model !== null) return scope.foreign(e.kind, e.path, e.model)
      const member = scope.member(e.path)
      if (member === null) return constant(NaN)
      return e.kind === 'band of' ? member.rank() : member.points
    }
    case 'arithmetic': {
      const [a, b] = [vectorOf(scope, e.left), vectorOf(scope, e.right)]
      const kernel = arithmetic[e.operator]
      return step(scope, (out, n) => kernel(a, b, out, n))
    }
    case 'negate':
    case 'abs': {
      const a = vectorOf(scope, e.of)
      const kernel = ofOne[e.kind]
      return step(scope, (out, n) => kernel(a, out, n))
    }
    case 'not': {
      const a = vectorOf(scope, e.of)
      return step(scope, (out, n) => not(a, out, n))
    }
    case 'is missing': {
      const a = vectorOf(scope, e.of)
      return step(scope, (out, n) => isMissing(a, out, n))
    }
    case 'min':
    case 'max':
    case 'coalesce': {
      const all = e.of.map((one) => vectorOf(scope, one))
      const kernel = ofSeveral[e.kind]
      return step(scope, (out, n) => kernel(all, out, n))
    }
    case 'and':
    case 'or':
    case 'count': {
      const all = e.of.map((one) => vectorOf(scope, one))
      const kernel = ofSeveral[e.kind]
      return step(scope, (out, n) => kernel(all, out, n))
    }
    case 'round': {
      const a = vectorOf(scope, e.of)
      const { direction, places } = e
      return step(scope, (out, n) => map((x) => roundInFormula(x, direction, places), a, out, n))
    }
    case 'compare': {
      const [a, b] = [vectorOf(scope, e.left), vectorOf(scope, e.right)]
      if (isText(scope.model, e.left) || isText(scope.model, e.right)) return compareTexts(scope, e.operator, a, b)
      if (e.guard === 0) return step(scope, (out, n) => compareExactly[e.operator](a, b, out, n))
      return step(scope, (out, n) => compareWithin(e.operator, e.guard, a, b, out, n))
    }
    case 'one of': {
      const a = vectorOf(scope, e.of)
      const text = isText(scope.model, e.of)
      const all = e.values.map((value) => {
        const b = vectorOf(scope, value)
        return text ? sameText(scope, a, b) : step(scope, (out, n) => compareExactly['='](a, b, out, n))
      })
      return step(scope, (out, n) => {
        count(all, out, n)
        for (let i = 0; i < n; i++) out[i] = a[i] === a[i] ? +(out[i]! > 0) : NaN
      })
    }
    case 'if': {
      const when = vectorOf(scope, e.when)
      const [then, otherwise] = [vectorOf(scope, e.then), vectorOf(scope, e.else)]
      return step(scope, (out, n) => choose(when, then, otherwise, out, n))
    }
    case 'days between': {
      const [from, to] = [vectorOf(scope, e.from), vectorOf(scope, e.to)]
      return step(scope, (out, n) => arithmetic['-'](to, from, out, n))
    }
    case 'workdays between': {
      const [from, to] = [vectorOf(scope, e.from), vectorOf(scope, e.to)]
      return step(scope, (out, n) => map2(workdaysBetween, from, to, out, n))
    }
  }
}

const ofOne = { negate, abs }
const ofSeveral = { min, max, coalesce, and, or, count }

function step(scope: Scope, fill: (out: Vector, n: number) => void): Vector {
  const out = new Float64Array(BLOCK)
  scope.program.steps.push((n) => fill(out, n))
  return out
}
