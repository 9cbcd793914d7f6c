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

/** Candidate accounts for a goal, the plainest first. The first given is the one the goal is about. */
export function* arrange(model: Model, { live, aim }: Goal): Iterable<Given> {
  const { measure } = live
  const applies = merge([
    satisfy(
      model,
      live.conditions.map((one) => [one.expression, true]),
    ),
    fresh(measure),
  ])
  if (applies === null) return
  const add = (found: Given | null): Iterable<Given> => {
    const all = found === null ? null : merge([found, applies])
    return all === null ? [] : [all]
  }
  switch (aim.kind) {
    case 'stretch':
    case 'piece':
    case 'choice':
      if (measure.value !== null) yield* add(solve(model, measure.value.expression, aim.witness))
      return
    case 'near':
      for (const base of [new Map<string, Value>(), anything(model, measure)])
        yield* add(over(base, solve(model, aim.of.expression, aim.witness)))
      return
    case 'grid':
      if (measure.judge.kind === 'grid')
        yield* add(
          merge([
            solve(model, measure.judge.down.value.expression, aim.witnesses[0]),
            solve(model, measure.judge.across.value.expression, aim.witnesses[1]),
          ]),
        )
      return
    case 'case':
      for (const found of caseGivens(model, measure, aim.index)) yield* add(found)
      return
    case 'points':
      yield* add(anything(model, measure))
      return
    case 'missing':
      for (const found of missingGivens(model, measure)) yield* add(found)
  }
}

/** A value that is not stale on the day of the test. */
function fresh(measure: Measure): Given {
  return measure.stale === null ? new Map() : new Map([[measure.stale.by, SAMPLE_DATE]])
}

function* caseGivens(model: Model, { judge }: Measure, index: number | null): Iterable<Given | null> {
  if (judge.kind !== 'cases') return
  const before =
    judge.hit === 'first' ? judge.cases.slice(0, index ?? judge.cases.length) : index === null ? judge.cases : []
  const not = before.map((one): readonly [Expression, boolean] => [one.when.expression, false])
  const wanted = index === null ? [] : [[judge.cases[index]!.when.expression, true] as const]
  yield satisfy(model, [...wanted, ...not])
}

/** What it reads, missing: all of it, then one after another. */
function* missingGivens(model: Model, measure: Measure): Iterable<Given> {
  const { value } = measure
  if (value !== null && (value.expression.kind === 'input' || value.expression.kind === 'let'))
    yield new Map([[value.expression.name, null]])
  const names = [...namesJudged(model, measure)].filter((name) => model.inputs.some((input) => input.name === name))
  const all = names.map((name) => [name, null] as const)
  yield new Map(all)
  for (const pair of all) yield over(anything(model, measure), new Map([pair]))!
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
