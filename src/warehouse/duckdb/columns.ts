import { plan } from '../../engine/kernels/plan.ts'
import type { Member } from '../../model/group.ts'
import type { Model } from '../../model/model.ts'
import { pointsNames, type QueryColumn } from '../../sql/index.ts'
import { sqlName, sqlText } from '../../tables/parquet/duckdb.ts'
import { numberAsText } from '../cells/number-as-text.ts'
import { reasonWhyNot } from './reason.ts'

/** A column of the scored table: its name and what it is in the query's columns. */
export interface WrittenColumn {
  readonly name: string
  readonly kind: 'number' | 'text'
  readonly sql: string
}

/** Why the query does not give all that a scored table has: the end of a sentence that begins with the model. */
export interface Unwritten {
  readonly problem: string
}

/**
 * The columns that `salus score` writes, from those of the model's query: account, model, segment, score, shown, band,
 * coverage, the same before overrides, why there is no score, dimensions, results and indicators.
 */
export function writtenColumns(
  model: Model,
  given: readonly QueryColumn[],
  segment: string | undefined,
): readonly WrittenColumn[] | Unwritten {
  if (model.segments.some(({ root }) => overrides(root)))
    return { problem: 'has overrides, and DuckDB does not say the score before them' }
  const { dimensions } = plan(model, { asOf: null, segment })
  const byPath = columnsByPath(model, given)
  const [account, inSegment, score, shown, band, coverage] = given.map(({ name }) => sqlName(name))
  const forced =
    segment === undefined
      ? model
      : {
          ...model,
          segments: model.segments.filter((one) => one.name === segment).map((one) => ({ ...one, when: null })),
        }
  const because = reasonWhyNot(forced, { segment: inSegment!, score: score!, coverage: coverage! })
  if (because === null) return { problem: 'can lack a score for reasons that DuckDB does not say' }

  const number = (name: string, sql: string): WrittenColumn => ({ name, kind: 'number', sql })
  const text = (name: string, sql: string): WrittenColumn => ({ name, kind: 'text', sql })
  const results = given.slice(-model.indicators.length - model.results.length || given.length)
  return [
    text('account', account!),
    text('model', sqlText(model.name)),
    text('segment', inSegment!),
    number('score', score!),
    text('shown', shown!),
    text('band', band!),
    number('coverage', coverage!),
    number('score_before', score!),
    text('band_before', band!),
    text('no_score_because', because),
    ...dimensions.flatMap((path) => [
      number(`${path}.score`, byPath.get(path)?.number ?? 'cast(null as double)'),
      text(`${path}.band`, byPath.get(path)?.band ?? 'cast(null as varchar)'),
    ]),
    ...model.results.map(({ name, formula }, n): WrittenColumn => {
      const column = sqlName(results[n]!.name)
      if (formula.type === 'number') return number(name, column)
      if (formula.type === 'yes/no')
        return text(name, `case when ${column} then 'yes' when not ${column} then 'no' end`)
      return text(name, formula.type === 'date' ? `cast(${column} as varchar)` : column)
    }),
    text(
      'indicators',
      held(
        model,
        results.slice(model.results.length).map(({ name }) => sqlName(name)),
      ),
    ),
  ]
}

/** Behind the six columns of the whole, two for each member below it. */
function columnsByPath(model: Model, given: readonly QueryColumn[]) {
  const paths = [...pointsNames(model).keys()].filter((path) => path !== '')
  return new Map(
    paths.map((path, n) => [path, { number: sqlName(given[6 + 2 * n]!.name), band: sqlName(given[7 + 2 * n]!.name) }]),
  )
}

/** Labels of the indicators that hold. */
function held({ indicators }: Model, columns: readonly string[]): string {
  if (indicators.length === 0) return 'cast(null as varchar)'
  const labels = indicators.map(({ label }, n) => `case when ${columns[n]!} then ${sqlText(label)} end`)
  return `nullif(concat_ws('; ', ${labels.join(', ')}), '')`
}

function overrides(member: Member): boolean {
  if (member.modifiers.some(({ kind }) => kind === 'override')) return true
  return member.kind === 'dimension' && member.children.some(overrides)
}

/** The select list of a file: as parquet holds them, or as the cells of a csv. */
export function selectList(columns: readonly WrittenColumn[], format: 'csv' | 'parquet'): string {
  const taken = new Map<string, number>()
  return columns
    .map(({ name, kind, sql }) => {
      // SQL takes names that differ in case alone for the same: the later one gets a number.
      const earlier = taken.get(name.toLowerCase()) ?? 0
      taken.set(name.toLowerCase(), earlier + 1)
      const unique = earlier === 0 || format === 'csv' ? name : `${name}_${earlier + 1}`
      const value = format === 'parquet' ? sql : kind === 'number' ? numberAsText(sql) : `nullif(${sql}, '')`
      return `${value} as ${sqlName(unique)}`
    })
    .join(',\n  ')
}
