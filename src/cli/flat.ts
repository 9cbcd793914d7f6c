import type { DimensionExplanation, Explanation, MeasureExplanation } from '../model/explanation.ts'
import type { Model } from '../model/model.ts'
import { pathsOf } from '../model/paths.ts'
import { why } from '../engine/why.ts'
import type { Field, OutputBatch } from '../tables/node.ts'

type FlatValue = string | number | boolean | null

/** One column of a scored table. */
export interface FlatColumn {
  readonly name: string
  readonly type: 'text' | 'number'
  readonly of: (explanation: Explanation, parts: Parts) => FlatValue
}

/** Dimensions and measures of one account by path. */
export type Parts = ReadonlyMap<string, DimensionExplanation | MeasureExplanation>

/** The columns of a scored table: the score and dimensions, and with `measures` every measure's part in it. */
export function flatColumns(model: Model, measures: boolean): FlatColumn[] {
  return [
    text('account', (one) => one.account),
    text('model', (one) => one.model),
    text('segment', (one) => one.segment),
    number('score', (one) => one.score),
    text('shown', (one) => one.shown),
    text('band', (one) => one.band),
    number('coverage', (one) => one.coverage),
    number('score_before', (one) => one.scoreBefore),
    text('band_before', (one) => one.bandBefore),
    text('no_score_because', (one) => one.noScoreBecause),
    ...pathsOf(model).flatMap(({ path, member }) => {
      if (member.kind === 'measure') return measures ? measureColumns(path) : []
      return [
        number(`${path}.score`, (_, parts) => dimensionAt(parts, path)?.score ?? null),
        text(`${path}.band`, (_, parts) => dimensionAt(parts, path)?.band ?? null),
      ]
    }),
    ...model.results.map((result) => {
      const make = result.formula.type === 'number' ? number : text
      return make(result.name, (one) => one.results[result.name] ?? null)
    }),
    text('indicators', (one) => one.indicators.map((indicator) => indicator.label).join('; ') || null),
    text('why', (one) => why(one)),
  ]
}

function text(name: string, of: FlatColumn['of']): FlatColumn {
  return { name, type: 'text', of }
}

function number(name: string, of: FlatColumn['of']): FlatColumn {
  return { name, type: 'number', of }
}

function measureColumns(path: string): FlatColumn[] {
  return [
    text(`${path}.state`, (_, parts) => measureAt(parts, path)?.state ?? null),
    text(`${path}.band`, (_, parts) => measureAt(parts, path)?.band ?? null),
    number(`${path}.points`, (_, parts) => measureAt(parts, path)?.points ?? null),
    number(`${path}.weight`, (_, parts) => measureAt(parts, path)?.effectiveWeight ?? null),
    number(`${path}.lost`, (_, parts) => measureAt(parts, path)?.lost ?? null),
  ]
}

function dimensionAt(parts: Parts, path: string): DimensionExplanation | null {
  const part = parts.get(path)
  return part && 'measures' in part ? part : null
}

function measureAt(parts: Parts, path: string): MeasureExplanation | null {
  const part = parts.get(path)
  return part && 'points' in part ? part : null
}

/** The parts of an explanation by path. */
export function partsOf(explanation: Explanation): Parts {
  const parts = new Map<string, DimensionExplanation | MeasureExplanation>()
  const visit = (group: Pick<DimensionExplanation, 'dimensions' | 'measures'>, prefix: string): void => {
    for (const measure of group.measures) parts.set(prefix + measure.name, measure)
    for (const dimension of group.dimensions) {
      parts.set(prefix + dimension.name, dimension)
      visit(dimension, `${prefix}${dimension.name}.`)
    }
  }
  visit(explanation, '')
  return parts
}

/** What the writers of tables need of these columns. */
export function fieldsOf(columns: readonly FlatColumn[]): Field[] {
  return columns.map(({ name, type }) => ({ name, kind: type }))
}

/** Explanations as one batch of a written table. */
export function flatBatch(columns: readonly FlatColumn[], explanations: readonly Explanation[]): OutputBatch {
  const parts = explanations.map(partsOf)
  return {
    length: explanations.length,
    columns: columns.map((column) => {
      const values = explanations.map((explanation, row) => column.of(explanation, parts[row]!))
      return column.type === 'number'
        ? { kind: 'number', values: Float64Array.from(values, (value) => (value === null ? NaN : Number(value))) }
        : { kind: 'text', values: values.map((value) => (value === null ? null : String(value))) }
    }),
  }
}
