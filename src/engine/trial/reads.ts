import { partsOf } from '../../model/expression-parts.ts'
import type { Expression, Formula } from '../../model/expression.ts'
import type { Measure } from '../../model/group.ts'
import type { Model } from '../../model/model.ts'
import { letNamed } from '../../model/value-domain.ts'

/** Inputs and `let`s that a measure's value, or its judge, reads, through other `let`s too. */
export function namesJudged(model: Model, measure: Measure): ReadonlySet<string> {
  const names = new Set<string>()
  for (const formula of formulasJudged(measure)) read(model, formula.expression, names)
  return names
}

/** The formulas that decide what a measure is judged to be. */
export function formulasJudged({ value, judge }: Measure): readonly Formula[] {
  const own = value === null ? [] : [value]
  switch (judge.kind) {
    case 'cases':
      return [
        ...own,
        ...judge.cases.map((one) => one.when),
        ...judge.cases.flatMap(({ result }) => (result.kind === 'points' ? [result.formula] : [])),
      ]
    case 'grid':
      return [...own, judge.down.value, judge.across.value]
    case 'points':
      return [...own, judge.formula]
    default:
      return own
  }
}

function read(model: Model, expression: Expression, names: Set<string>): void {
  if (expression.kind === 'input') names.add(expression.name)
  if (expression.kind === 'let' && !names.has(expression.name)) {
    names.add(expression.name)
    const named = letNamed(model, expression.name)
    if (named !== undefined) read(model, named.formula.expression, names)
  }
  for (const part of partsOf(expression)) read(model, part, names)
}
