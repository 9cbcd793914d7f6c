import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateExpression, type Scope } from '../../src/engine/expression.ts'
import { findAccount } from '../../src/model/account-search.ts'
import { inputsRead, readsDate, valueFor } from '../../src/model/candidates.ts'
import type { Row } from '../../src/model/columns.ts'
import { cellHolds } from '../../src/model/cells.ts'
import { conditionSpace } from '../../src/model/condition-space.ts'
import { domainOfInput, holdsNumber } from '../../src/model/domain.ts'
import type { Expression } from '../../src/model/expression.ts'
import type { Model } from '../../src/model/model.ts'
import { folded } from '../../src/model/domain.ts'
import type { Possible } from '../../src/model/possible.ts'
import { possibleValues } from '../../src/model/possible-values.ts'
import { knownOf } from '../../src/model/value-domain.ts'
import { anyModel, anyRow } from '../engine/arbitrary.ts'

/** Conditions and formulas of a random model that read inputs, `let`s and the scoring date alone. */
function expressionsOf(model: Model): readonly Expression[] {
  const all = [
    ...model.lets.map(({ formula }) => formula),
    ...model.segments.flatMap(({ when }) => when ?? []),
    ...model.indicators.map(({ when }) => when),
    ...model.results.map(({ formula }) => formula),
  ]
  return all
    .map(({ expression }) => expression)
    .filter((expression) => !/(points|score|band) of/.test(JSON.stringify(resolved(model, expression))))
}

/** With every `let` written out, to see what is read in the end. */
function resolved(model: Model, expression: Expression): unknown {
  return JSON.parse(JSON.stringify(expression), (_, part: { kind?: string; name?: string } | null) => {
    const named = part?.kind === 'let' ? model.lets.find(({ name }) => name === part.name) : undefined
    return named === undefined ? part : resolved(model, named.formula.expression)
  })
}

function scopeOf(model: Model, row: Row, asOf: number): Scope {
  const scope: Scope = {
    asOf,
    input: (name) => row[name] ?? null,
    let: (name) =>
      row[name] !== undefined
        ? row[name]
        : evaluateExpression(model.lets.find((one) => one.name === name)!.formula.expression, scope),
    points: () => null,
    band: () => null,
  }
  return scope
}

/** Rows whose values the declarations allow: of others nothing is promised. */
function isAllowed(model: Model, row: Row): boolean {
  return model.inputs.every((input) => {
    const domain = domainOfInput(input)
    const value = row[input.name] ?? null
    return (
      domain.kind !== 'number' || typeof value !== 'number' || (holdsNumber(domain, value) && Math.abs(value) < 1e100)
    )
  })
}

function contains(possible: Possible, value: number | string | boolean | null): boolean {
  if (value === null) return possible.missing
  switch (possible.kind) {
    case 'truth':
      return value === true ? possible.yes : possible.no
    case 'texts':
      return possible.values === null || possible.values.some((one) => folded(one) === folded(String(value)))
    case 'numbers': {
      const { low, high } = possible.range
      const slack = typeof value === 'number' ? 1e-9 * Math.max(1, Math.abs(value)) : 0
      return (
        typeof value === 'number' &&
        possible.present &&
        (low ?? -Infinity) - slack <= value &&
        value <= (high ?? Infinity) + slack
      )
    }
  }
}

const asOf = 20_000
const runs = { seed: 20, numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 300), endOnFailure: true }

describe('what an expression can yield, held to the evaluator', () => {
  test('no value is left out', () => {
    fc.assert(
      fc.property(anyModel, anyRow, (model, row) => {
        if (!isAllowed(model, row)) return
        const wrong = expressionsOf(model).filter((expression) => {
          const value = evaluateExpression(expression, scopeOf(model, row, asOf))
          return !contains(possibleValues(expression, knownOf(model)), value)
        })
        expect(wrong).toEqual([])
      }),
      runs,
    )
  })
  test('for one row the value is among the possible, and a single possible one is it', () => {
    fc.assert(
      fc.property(anyModel, anyRow, (model, row) => {
        if (!isAllowed(model, row)) return
        const wrong = expressionsOf(model).filter((expression) => {
          const value = evaluateExpression(expression, scopeOf(model, row, asOf))
          return !contains(valueFor(model, row, asOf, expression), value)
        })
        expect(wrong).toEqual([])
      }),
      runs,
    )
  })
})

describe('accounts that conditions tell apart, held to the evaluator', () => {
  test('an account that is found is what was wanted, and none is never wrong', () => {
    let found = 0
    let none = 0
    fc.assert(
      fc.property(anyModel, fc.array(anyRow, { minLength: 5, maxLength: 5 }), fc.boolean(), (model, rows, holds) => {
        const wrong = expressionsOf(model)
          .slice(0, 4)
          .filter((condition) => {
            const search = findAccount(model, [{ condition, holds }])
            const isIt = (row: Row, date: number) =>
              (evaluateExpression(condition, scopeOf(model, row, date)) === true) === holds
            if (search.kind === 'found') found += 1
            if (search.kind === 'none') none += 1
            return search.kind === 'found'
              ? !isIt(search.given, search.asOf ?? asOf)
              : search.kind === 'none' && rows.some((row) => isAllowed(model, row) && isIt(row, asOf))
          })
        expect(wrong).toEqual([])
      }),
      runs,
    )
    // The property would prove nothing if hardly anything were found or ruled out.
    expect(found).toBeGreaterThan(100)
    expect(none).toBeGreaterThan(20)
  })
  test('every row that gives its inputs lies in a combination', () => {
    fc.assert(
      fc.property(anyModel, anyRow, (model, row) => {
        if (!isAllowed(model, row)) return
        for (const expression of expressionsOf(model).slice(0, 3)) {
          const space = conditionSpace(model, [expression])
          if (space.size > 500) continue
          const inputs = space.variables.flatMap((variable, n) => (variable.kind === 'input' ? [{ variable, n }] : []))
          const around = [...space.combinations()].some((cells) =>
            inputs.every(({ variable, n }) => cellHolds(cells[n]!, row[variable.name!] ?? null)),
          )
          expect(around).toBe(true)
        }
      }),
      runs,
    )
  })
  test('what an expression reads is known', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        for (const expression of expressionsOf(model)) {
          const text = JSON.stringify(resolved(model, expression))
          for (const name of inputsRead(model, expression)) expect(text).toContain(`"name":"${name}"`)
          expect(readsDate(model, expression)).toBe(text.includes('"as of"'))
        }
      }),
      runs,
    )
  })
})
