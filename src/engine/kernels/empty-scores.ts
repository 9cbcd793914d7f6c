import type { Column } from '../../model/columns.ts'
import { OFF } from './member.ts'
import type { Plan } from './plan.ts'
import type { Detail, MemberColumns, Scores } from './scores.ts'

/** Columns in which no row has a score yet: what rows outside every segment keep. */
export function emptyScores(plan: Plan, length: number, detail: Detail): Scores {
  const numbers = () => new Float64Array(length).fill(NaN)
  const codes = () => new Int16Array(length).fill(-1)
  const member = (): MemberColumns => ({
    state: new Uint8Array(length).fill(OFF),
    effectiveWeight: numbers(),
    contribution: numbers(),
    lost: numbers(),
  })
  const result = (type: string): Column =>
    type === 'text' || type === 'band'
      ? { kind: 'text', codes: new Int32Array(length).fill(-1), dictionary: [], unreadable: [] }
      : { kind: 'number', values: numbers(), unreadable: [] }
  return {
    length,
    score: numbers(),
    band: codes(),
    segment: codes(),
    coverage: numbers(),
    dimensions: new Map(plan.dimensions.map((path) => [path, { score: numbers(), band: codes() }])),
    account:
      detail === 'scores'
        ? null
        : {
            shown: numbers(),
            scoreBefore: numbers(),
            bandBefore: codes(),
            indicators: plan.model.indicators.map(() => new Uint8Array(length)),
            results: plan.model.results.map(({ formula }) => result(formula.type)),
          },
    explanation:
      detail === 'explanation'
        ? {
            shortfall: numbers(),
            dimensions: new Map(plan.dimensions.map((path) => [path, { ...member(), coverage: numbers() }])),
            measures: new Map(plan.measures.map((path) => [path, { ...member(), points: numbers(), band: codes() }])),
          }
        : null,
  }
}
