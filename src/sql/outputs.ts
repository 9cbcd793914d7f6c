import type { Model } from '../model/model.ts'
import { membersByPath } from './members.ts'
import { kindOf, sayResult, type Spelt } from './results.ts'
import type { SaidModel } from './said-model.ts'
import type { Kind, Sheet } from './sheet.ts'
import { NULL, type Sql } from './sql.ts'

/** A column that the query gives. */
export interface Output {
  readonly sql: Sql
  readonly kind: Kind
  /** What it is, in words. */
  readonly about: string
}

export interface OutputsOf {
  readonly account: Sql
  readonly said: SaidModel
  readonly sheet: Sheet
  readonly spelt: Spelt
  /** How the number of each member is called, by path. */
  readonly names: ReadonlyMap<string, 'points' | 'score'>
}

/** The columns of a scored account, in order: the score, each member by its path, results, indicators. */
export function outputsOf(model: Model, { account, said, sheet, spelt, names }: OutputsOf): readonly Output[] {
  const output = (kind: Kind, sql: Sql, about: string): Output => ({ kind, sql, about })
  const whole = (what: string, kind: Kind, about: string): Output => output(kind, said.column('', what, kind), about)
  const members = membersByPath(model)
  const indicators = said.indicators()
  return [
    output('text', account, 'Account'),
    output('text', said.segment, `Segment of ${model.label}; without one there is no score`),
    whole('score', 'number', `${model.label}: the score, unrounded`),
    whole('shown', 'text', `${model.label}: the score as people see it`),
    whole('band', 'text', `${model.label}: the band`),
    whole('coverage', 'number', 'Share of the weight that had data'),
    ...[...names]
      .filter(([path]) => path !== '')
      .flatMap(([path, what]) => [
        output('number', said.column(path, what, 'number'), `${members.get(path)![0]!.label}: ${what}`),
        output('text', said.column(path, 'band', 'text'), `${members.get(path)![0]!.label}: the band`),
      ]),
    ...model.results.map(({ name, label, formula }) => {
      const kind = kindOf(formula.type)
      const value = sayResult(formula, model, said.reader, spelt)
      const key = `result |${name}`
      const column = value === NULL ? sheet.column(key, kind) : sheet.define(key, kind, 'results', said.within(value))
      return output(kind, column, label)
    }),
    ...model.indicators.map(({ kind, label }, n) => {
      const holds = sheet.define(`${kind} |${slug(label)}`, 'truth', 'indicators', indicators[n]!)
      return output('truth', holds, `${kind === 'risk' ? 'Risk' : 'Opportunity'}: ${label}`)
    }),
  ]
}

function slug(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}
