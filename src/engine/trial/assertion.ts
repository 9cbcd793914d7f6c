import type { DimensionExplanation, Explanation, MeasureExplanation } from '../../model/explanation.ts'
import type { Measure } from '../../model/group.ts'
import type { Banding } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'
import { outcomeText, stretchOf } from '../judges/stretches.ts'
import { findSegment, membersOf } from '../segments.ts'

/**
 * How what was expected of `path` came about. Of a measure: its chain with the value placed on it. Of a dimension or the
 * whole: each measure below it with its value, band, points and weight, and what they add up to.
 */
export function assertionLines(found: Explanation, model: Model, path: string): readonly string[] {
  const segment = found.segment === null ? null : findSegment(model, found.segment)
  if (segment === null) return [found.noScoreBecause ?? 'the account is in no segment']
  const rows = measuresOf(found, '').filter(
    (row) => path === '' || row.path === path || row.path.startsWith(`${path}.`),
  )
  const [only] = rows
  const member = membersOf(segment).get(path)?.member
  const chain = only !== undefined && member?.kind === 'measure' ? chainLines(member, only.measure) : []
  const sums = rows.map(({ path: at, measure }) => sumLine(at, measure))
  const total = path === '' ? [`score ${found.score ?? `none: ${found.noScoreBecause ?? ''}`}`] : []
  return [...chain, ...align(sums), ...total]
}

interface Row {
  readonly path: string
  readonly measure: MeasureExplanation
}

function measuresOf(
  group: { readonly dimensions: readonly DimensionExplanation[]; readonly measures: readonly MeasureExplanation[] },
  above: string,
): readonly Row[] {
  const path = (name: string): string => (above === '' ? name : `${above}.${name}`)
  return [
    ...group.measures.map((measure) => ({ path: path(measure.name), measure })),
    ...group.dimensions.flatMap((dimension) => measuresOf(dimension, path(dimension.name))),
  ]
}

/** `versions_behind = 5 | poor | 0 points × 7.5% | = 0` */
function sumLine(path: string, measure: MeasureExplanation): readonly string[] {
  const value = `${path} = ${measure.valueShown ?? 'missing'}`
  if (measure.points === null) return [value, measure.state === 'notApplicable' ? 'not applicable' : measure.state]
  return [
    value,
    measure.band ?? '',
    `${number(measure.points)} points × ${number(measure.effectiveWeight * 100)}%`,
    `= ${measure.contribution === null ? '' : number(measure.contribution)}`,
  ]
}

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function number(value: number): string {
  return String(Number(value.toPrecision(6)))
}

function chainLines({ judge }: Measure, measure: MeasureExplanation): readonly string[] {
  if (judge.kind !== 'ranges' || typeof measure.value !== 'number') return []
  return placeOnChain(judge.banding, measure.value, measure.valueShown ?? String(measure.value))
}

/** `healthy < 2 <= concerning < 5 <= poor`, and below it a mark where the value stands: under the edge it equals, or its band. */
export function placeOnChain(banding: Banding, value: number, shown: string): readonly string[] {
  let line = ''
  let mark = 0
  const on = banding.cuts.find((cut) => Math.abs(cut.at - value) <= cut.guard)
  const stretch = stretchOf(banding, value)
  banding.outcomes.forEach((outcome, index) => {
    const cut = banding.cuts[index - 1]
    if (cut !== undefined) {
      line += cut.owner === 'above' ? ' < ' : ' <= '
      if (on === cut) mark = line.length + Math.floor(cut.text.length / 2)
      line += `${cut.text}${cut.owner === 'above' ? ' <= ' : ' < '}`
    }
    const name = outcome === null ? '(nothing)' : outcomeText(outcome)
    if (on === undefined && index === stretch) mark = line.length + Math.floor(name.length / 2)
    line += name
  })
  return [line, `${' '.repeat(mark)}^ ${shown}`]
}
