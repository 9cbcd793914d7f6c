import type { DimensionExplanation, Explanation, MeasureExplanation } from '../model/explanation.ts'
import { shown } from './rounding.ts'

/** The reason of a score in one line: `4.5 concerning: Utilization costs 2.8 (MAU / Seats 41%, poor < 50%); …`. */
export function why(explanation: Explanation): string {
  if (explanation.shown === null) return `no score: ${explanation.noScoreBecause ?? 'nothing that counts has data'}`
  const decimals = explanation.shown.split('.')[1]?.length ?? 0
  const reasons = reasonsOf(explanation)
    .map((one) => ({ ...one, cost: shown(one.lost, { decimals, guard: 1e-9 }) }))
    .filter(({ cost }) => Number(cost) > 0)
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, 3)
    .map(({ what, cost, detail }) => `${what} costs ${cost}${detail === '' ? '' : ` (${detail})`}`)
  const verdict = explanation.band === null ? explanation.shown : `${explanation.shown} ${explanation.band}`
  return reasons.length === 0 ? verdict : `${verdict}: ${reasons.join('; ')}`
}

interface Reason {
  readonly what: string
  readonly lost: number
  readonly detail: string
}

/** What stands directly under the whole, and what was done to the whole. */
function reasonsOf(explanation: Explanation): readonly Reason[] {
  return [
    ...explanation.dimensions.map((part) => reason(part.label, part.lost, dimensionDetail(part))),
    ...explanation.measures.map((part) => reason(part.label, part.lost, measureDetail(part))),
    ...explanation.modifiers
      .filter((step) => step.of === '')
      .map((step) => reason(step.kind === 'scale' ? 'the end of the scale' : step.kind, step.lost, step.because ?? '')),
  ]
}

function reason(what: string, lost: number | null, detail: string): Reason {
  return { what, lost: lost ?? 0, detail }
}

/** The one measure that costs most, however deep it lies. */
function dimensionDetail(dimension: DimensionExplanation): string {
  const [worst] = measuresBelow(dimension).toSorted((a, b) => (b.lost ?? 0) - (a.lost ?? 0))
  return worst === undefined || (worst.lost ?? 0) <= 0 ? '' : `${worst.label} ${measureDetail(worst)}`
}

function measuresBelow(dimension: DimensionExplanation): readonly MeasureExplanation[] {
  return [...dimension.measures, ...dimension.dimensions.flatMap(measuresBelow)]
}

function measureDetail(measure: MeasureExplanation): string {
  const value = measure.valueShown ?? (measure.state === 'missing' || measure.state === 'stale' ? measure.state : null)
  return [value, measure.threshold].filter((part) => part !== null).join(', ')
}
