import { membersByPath } from '../model/members-by-path.ts'
import type { Model } from '../model/model.ts'
import { kindOf, sayResult, type Spelt } from './results.ts'
import type { SaidModel } from './said-model.ts'
import type { Kind, Sheet } from './sheet.ts'
import { NULL, type Sql } from './sql.ts'

/** A column that the query gives. */
export interface Output {
  readonly sql: Sql
  /** Of which member: its path, '' of the whole; of a result or an indicator its name or label. */
  readonly of: string
  readonly what: string
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
  const whole = (what: string, kind: Kind, about: string): Output => ({
    of: '',
    what,
    kind,
    sql: said.column('', what, kind),
    about,
  })
  const members = membersByPath(model)
  const indicators = said.indicators()
  return [
    { of: '', what: 'account', kind: 'text', sql: account, about: 'Account' },
    {
      of: '',
      what: 'segment',
      kind: 'text',
      sql: said.segment,
      about: `Segment of ${model.label}; without one there is no score`,
    },
    whole('score', 'number', `${model.label}: the score, unrounded`),
    whole('shown', 'text', `${model.label}: the score as people see it`),
    whole('band', 'text', `${model.label}: the band`),
    whole('coverage', 'number', 'Share of the weight that had data'),
    ...[...names]
      .filter(([path]) => path !== '')
      .flatMap(([path, what]): readonly Output[] => {
        const label = members.get(path)![0]!.label
        const number = said.column(path, what, 'number')
        const band = said.column(path, 'band', 'text')
        return [
          { of: path, what, kind: 'number', sql: number, about: `${label}: ${what}` },
          { of: path, what: 'band', kind: 'text', sql: band, about: `${label}: the band` },
        ]
      }),
    ...model.results.map(({ name, label, formula }): Output => {
      const kind = kindOf(formula.type)
      const value = sayResult(formula, model, said.reader, spelt)
      const key = `result |${name}`
      const column = value === NULL ? sheet.column(key, kind) : sheet.define(key, kind, 'results', said.within(value))
      return { of: name, what: 'result', kind, sql: column, about: label }
    }),
    ...model.indicators.map(({ kind, label }, n): Output => {
      const holds = sheet.define(`${kind} |${slug(label)}`, 'truth', 'indicators', indicators[n]!)
      const about = `${kind === 'risk' ? 'Risk' : 'Opportunity'}: ${label}`
      return { of: label, what: kind, kind: 'truth', sql: holds, about }
    }),
  ]
}

function slug(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
}
