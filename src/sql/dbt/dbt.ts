import type { Finding } from '../../findings/finding.ts'
import type { Model } from '../../model/model.ts'
import type { Dialect } from '../dialect.ts'
import { queryFor, type QueryColumn, type QueryOptions } from '../query.ts'
import { columnDocs } from './column-docs.ts'
import { inJinja } from './escape.ts'
import { lossesTest, rangeTest } from './tests.ts'

export interface DbtOptions extends Omit<QueryOptions, 'table' | 'view'> {
  /** A model of the project, or a source and its table. */
  readonly table: readonly [model: string] | readonly [source: string, table: string]
  /** The scoring date unless the variable `salus_as_of` says otherwise: an ISO date, or `today`; null where the model needs none. */
  readonly date: string | null
}

/** Files of a dbt project, by their path inside it. */
export interface DbtProject {
  /** Null where the dialect cannot say the model. */
  readonly files: readonly { readonly path: string; readonly text: string }[] | null
  readonly columns: readonly QueryColumn[]
  readonly findings: readonly Finding[]
}

/** A model as a dbt model: the query, its documentation and tests. */
export function dbtProject(model: Model, options: DbtOptions): DbtProject {
  const name = dbtName(model)
  const asOf = dayVariable(options.dialect)
  const people = options.overrides?.table
  const { text, columns, findings } = queryFor(model, {
    ...options,
    dialect: guarded(options.dialect),
    table: ['accounts'],
    said: { table: relation(options.table), asOf, overrides: people === undefined ? null : relation(people) },
  })
  if (text === null) return { files: null, columns, findings }
  const needsDate = options.date !== null && text.includes(asOf)
  const date = needsDate ? options.date : null
  const files = [
    { path: `models/${name}.sql`, text: `${head(model, date)}${text}` },
    { path: `models/${name}.yml`, text: columnDocs(model, name, columns, options.dialect) },
    { path: `models/${name}.md`, text: page(model, name, options, date) },
    { path: `tests/${name}_score_in_range.sql`, text: rangeTest(model, name, options.dialect) },
  ]
  const losses = options.explain === true ? lossesTest(model, name, columns, options.dialect) : null
  if (losses !== null) files.push({ path: `tests/${name}_losses_add_up.sql`, text: losses })
  return { files, columns, findings }
}

/** What the model is called in the project. */
export function dbtName(model: Model): string {
  const plain = model.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
  return `salus_${plain.replaceAll(/^_+|_+$/g, '')}`
}

/** Days since 1970-01-01, filled in by dbt. */
function dayVariable(dialect: Dialect): string {
  const day = 20_000
  return `(${dialect.number(day).replaceAll(String(day), '{{ salus_day }}')})`
}

function relation([first = '', second]: readonly string[]): string {
  return second === undefined ? `{{ ref(${quoted(first)}) }}` : `{{ source(${quoted(first)}, ${quoted(second)}) }}`
}

function quoted(name: string): string {
  return `'${name.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`
}

/** dbt fills in what stands between braces: names and words of the model are not meant by it. */
function guarded(dialect: Dialect): Dialect {
  return { ...dialect, text: (value) => inJinja(dialect.text(value)), quoted: (name) => inJinja(dialect.quoted(name)) }
}

function head(model: Model, date: string | null): string {
  const version = model.version === null ? '' : ` version ${model.version}`
  const lines = [
    `{#- Written by salus sql --dbt from ${model.name.replaceAll('#', '')}${version}, hash ${model.hash}. Change the model, not this file. -#}`,
    `{{ config(materialized='view') }}`,
  ]
  if (date !== null) {
    lines.push(
      `{%- set salus_as_of = var('salus_as_of', '${date}') | string -%}`,
      `{%- set salus_date = run_started_at.date() if salus_as_of == 'today' else modules.datetime.date.fromisoformat(salus_as_of) -%}`,
      `{%- set salus_day = (salus_date - modules.datetime.date(1970, 1, 1)).days %}`,
    )
  }
  return `${lines.join('\n')}\n`
}

function page(model: Model, name: string, { table }: DbtOptions, date: string | null): string {
  const about = [`**${model.label}**, scored by Salus.`]
  if (model.doc !== null) about.push(model.doc)
  about.push(
    'One row an account: segment, score, band, coverage, every dimension and measure, further results and indicators.',
    `Written from model \`${model.name}\`, hash \`${model.hash}\`: change the model and write the files again.`,
    `It reads ${table.length === 1 ? `the model \`${table[0]}\`` : `the table \`${table[1]}\` of the source \`${table[0]}\`, which the project declares`}.`,
  )
  if (date !== null) {
    about.push(
      `Scores are as of ${date === 'today' ? 'the day of the run (UTC)' : date} unless \`--vars '{salus_as_of: "2025-12-31"}'\` says otherwise.`,
    )
  }
  return `{% docs ${name} %}\n${about.map(inJinja).join('\n\n')}\n{% enddocs %}\n`
}
