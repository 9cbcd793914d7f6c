import { SAMPLE_DATE } from '../../model/candidates.ts'
import type { Expression } from '../../model/expression.ts'
import type { Measure } from '../../model/group.ts'
import type { Model } from '../../model/model.ts'
import { witnessOf } from '../../model/cells.ts'
import { cellsOf } from '../../model/cells.ts'
import { domainOfInput } from '../../model/domain.ts'
import type { Value } from '../value.ts'
import type { Goal } from './goals.ts'
import { namesJudged } from './reads.ts'
import { merge, satisfy, solve, type Given } from './solve.ts'

/**
 * Candidate accounts for a goal, the plainest first: what the goal needs beside what makes the measure apply and, where the
 * two do not go together, one account that is searched for both.
 */
export function* arrange(model: Model, goal: Goal): Iterable<Given> {
  const { measure, conditions } = goal.live
  const holding = conditions.map((one): Wanted => [one.expression, true])
  const applies = merge([satisfy(model, holding), fresh(measure)])
  for (const found of plainly(model, goal)) {
    const all = applies === null || found === null ? null : merge([found, applies])
    if (all !== null) yield all
  }
  if (holding.length === 0) return
  for (const wanted of wantedFor(model, goal)) {
    const all = merge([satisfy(model, [...wanted, ...holding]), fresh(measure)])
    // What has to be missing is said, so that the test tries it.
    if (all !== null) yield new Map([...missingIn(wanted), ...all])
  }
}

type Wanted = readonly [condition: Expression, holds: boolean]

function* plainly(model: Model, { live, aim }: Goal): Iterable<Given | null> {
  const { measure } = live
  const { value, judge } = measure
  switch (aim.kind) {
    case 'stretch':
    case 'piece':
    case 'choice':
      if (value !== null) yield solve(model, value.expression, aim.witness)
      return
    case 'near':
      for (const base of [new Map<string, Value>(), anything(model, measure)])
        yield over(base, solve(model, aim.of.expression, aim.witness))
      return
    case 'grid':
      if (judge.kind !== 'grid') return
      yield merge([
        solve(model, judge.down.value.expression, aim.witnesses[0]),
        solve(model, judge.across.value.expression, aim.witnesses[1]),
      ])
      return
    case 'case':
      yield satisfy(model, casesWanted(measure, aim.index))
      return
    case 'points':
      yield anything(model, measure)
      return
    case 'missing':
      yield* missingGivens(model, measure)
  }
}

/** The goal as conditions on an account. */
function wantedFor(model: Model, { live, aim }: Goal): readonly (readonly Wanted[])[] {
  const { value, judge } = live.measure
  switch (aim.kind) {
    case 'stretch':
    case 'piece':
    case 'choice':
      return value === null ? [] : [[isValue(value.expression, aim.witness)]]
    case 'near':
      return [[isValue(aim.of.expression, aim.witness)]]
    case 'grid':
      return judge.kind === 'grid'
        ? [
            [
              isValue(judge.down.value.expression, aim.witnesses[0]),
              isValue(judge.across.value.expression, aim.witnesses[1]),
            ],
          ]
        : []
    case 'case':
      return [casesWanted(live.measure, aim.index)]
    case 'points':
      return [inputsJudged(model, live.measure).map((name): Wanted => [isMissing(name), false])]
    case 'missing': {
      const names = inputsJudged(model, live.measure).map((name): Wanted => [isMissing(name), true])
      return [names, ...names.map((one) => [one])]
    }
  }
}

function isMissing(name: string): Expression {
  return { kind: 'is missing', of: { kind: 'input', name } }
}

function isValue(expression: Expression, value: Value): Wanted {
  if (value === null) return [{ kind: 'is missing', of: expression }, true]
  if (typeof value === 'boolean') return [expression, value]
  const right: Expression = typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value }
  return [{ kind: 'compare', operator: '=', left: expression, right, guard: 1e-12 }, true]
}

function missingIn(wanted: readonly Wanted[]): Given {
  return new Map(
    wanted.flatMap(([condition, holds]) =>
      holds && condition.kind === 'is missing' && condition.of.kind === 'input'
        ? [[condition.of.name, null] as const]
        : [],
    ),
  )
}

/** A value that is not stale on the day of the test. */
function fresh(measure: Measure): Given {
  return measure.stale === null ? new Map() : new Map([[measure.stale.by, SAMPLE_DATE]])
}

function casesWanted({ judge }: Measure, index: number | null): readonly Wanted[] {
  if (judge.kind !== 'cases') return []
  const first = judge.hit === 'first' ? judge.cases.slice(0, index ?? judge.cases.length) : []
  const before = index === null ? judge.cases : first
  const wanted = index === null ? [] : [[judge.cases[index]!.when.expression, true] as const]
  return [...wanted, ...before.map((one): Wanted => [one.when.expression, false])]
}

/** What it reads, missing: all of it, then one after another. */
function* missingGivens(model: Model, measure: Measure): Iterable<Given> {
  const { value } = measure
  if (value !== null && (value.expression.kind === 'input' || value.expression.kind === 'let'))
    yield new Map([[value.expression.name, null]])
  const all = inputsJudged(model, measure).map((name) => [name, null] as const)
  yield new Map(all)
  for (const pair of all) yield over(anything(model, measure), new Map([pair]))!
}

function inputsJudged(model: Model, measure: Measure): readonly string[] {
  return [...namesJudged(model, measure)].filter((name) => model.inputs.some((input) => input.name === name))
}

/** Some value for everything a measure reads. */
function anything(model: Model, measure: Measure): Given {
  const names = namesJudged(model, measure)
  return new Map(
    model.inputs
      .filter((input) => names.has(input.name))
      .map((input) => [input.name, witnessOf(cellsOf(domainOfInput(input), [])[0]!)]),
  )
}

function over(base: Given, own: Given | null): Given | null {
  return own === null ? null : new Map([...own, ...[...base].filter(([name]) => !own.has(name))])
}
