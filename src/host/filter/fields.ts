import type { Scores } from '../../engine/kernels/scores.ts'
import { membersOf } from '../../engine/segments.ts'
import type { NumberColumn, TextColumn } from '../../model/columns.ts'
import type { Model } from '../../model/model.ts'
import type { Portfolio } from '../desk/portfolio.ts'
import { columnFields } from './column-field.ts'
import type { Field, FieldKind, Fields } from './field.ts'
import { rungsOf } from './rungs.ts'

/** Everything that can be asked of the accounts of a portfolio, by id, in the order in which it is offered. */
export function portfolioFields({ applied, scores, list }: Portfolio): Fields {
  const { model, plan } = applied
  const health = [
    numberField('score', 'Score', 'Health', 'number', () => scores.account?.shown ?? scores.score),
    bandField('band', 'Band', 'Health', model, plan.bands, scores.band),
    segmentField(model, scores),
    numberField('coverage', 'Coverage', 'Health', 'percent', () => scores.coverage),
  ]
  const dimensions = plan.dimensions.flatMap((path) => {
    const columns = scores.dimensions.get(path)
    if (columns === undefined) return []
    const label = labelOf(model, path)
    return [
      numberField(`dimension:${path}`, label, 'Dimensions', 'number', () => columns.score),
      bandField(`dimension band:${path}`, `${label} (band)`, 'Dimensions', model, plan.bands, columns.band),
    ]
  })
  const indicators = model.indicators.map(({ kind, label }, at) =>
    numberField(
      `indicator:${label}`,
      `${kind === 'risk' ? 'Risk' : 'Opportunity'}: ${label}`,
      'Indicators',
      'yes/no',
      () => Float64Array.from(scores.account?.indicators[at] ?? []),
    ),
  )
  const all = [...health, ...dimensions, ...indicators, ...columnFields(list, applied.inputs)]
  return new Map(all.map((field) => [field.id, field]))
}

/** The label of a dimension in the first segment that has it. */
export function labelOf({ segments }: Model, path: string): string {
  for (const segment of segments) {
    const placed = membersOf(segment).get(path)
    if (placed !== undefined) return placed.member.label
  }
  return path
}

function numberField(
  id: string,
  label: string,
  group: Field['group'],
  kind: FieldKind,
  values: () => Float64Array,
): Field {
  return {
    id,
    label,
    group,
    kind,
    options: [],
    column: (): NumberColumn => ({ kind: 'number', values: values(), unreadable: [] }),
  }
}

function bandField(
  id: string,
  label: string,
  group: Field['group'],
  model: Model,
  names: readonly string[],
  codes: Int16Array,
): Field {
  const rungs = rungsOf(model).filter(({ name }) => names.includes(name))
  const options = rungs.map((rung) => ({ value: rung.name, label: rung.label }))
  return { id, label, group, kind: 'band', options, column: () => coded(codes, names) }
}

function segmentField(model: Model, { segment }: Scores): Field {
  const names = model.segments.map(({ name }) => name)
  const options = model.segments.map(({ name, label }) => ({ value: name, label }))
  return {
    id: 'segment',
    label: 'Segment',
    group: 'Health',
    kind: 'choice',
    options,
    column: () => coded(segment, names),
  }
}

function coded(codes: Int16Array, dictionary: readonly string[]): TextColumn {
  return { kind: 'text', codes: Int32Array.from(codes), dictionary, unreadable: [] }
}
