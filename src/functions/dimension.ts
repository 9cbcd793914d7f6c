import { membersOf } from '../engine/segments.ts'
import type { Scores } from '../engine/kernels/scores.ts'
import { findPart } from '../history/part.ts'
import { type Applied, type Refusal, refuse } from '../host/desk/state.ts'
import { nearMiss } from '../host/desk/which.ts'
import type { Explanation } from '../model/explanation.ts'
import { dimensionAt, measureAt } from '../model/explanation-parts.ts'
import type { AnswerCell } from './call.ts'
import { cellError } from './cell-error.ts'
import type { ColumnFunction } from './column-function.ts'
import { health } from './health.ts'

/** HEALTH.DIMENSION of the part that is named. */
export function dimension(applied: Applied, named: string): ColumnFunction | Refusal {
  const path = findPart(applied.model, named)
  if (path === null || named.trim() === '') return refuse('wrong', unknown(applied, named.trim()))
  if (path === '') return health(false)
  return {
    explained: (explanation) => partOf(explanation, path),
    ...(applied.plan.dimensions.includes(path) && {
      many: {
        detail: 'scores',
        of: (scores: Scores, index: number) => {
          const score = scores.dimensions.get(path)!.score[index]!
          return Number.isNaN(score) ? undefined : score
        },
      },
    }),
  }
}

function partOf(explanation: Explanation, path: string): AnswerCell {
  if (explanation.segment === null) {
    return cellError('notAvailable', explanation.noScoreBecause ?? 'no segment applies to this account')
  }
  const found = dimensionAt(explanation, path)
  const part = found === null ? measureAt(explanation, path) : { ...found, points: found.score }
  if (part === null) return cellError('notAvailable', `the segment ${explanation.segment} has no part "${path}"`)
  if (part.points !== null) return part.points
  return cellError('notAvailable', `${part.label} ${STATES[part.state]}`)
}

const STATES = {
  scored: 'has no score',
  missing: 'has no data',
  stale: 'has no data that is not stale',
  notApplicable: 'does not apply to this account',
  off: "is off in this account's segment",
} as const

function unknown({ model }: Applied, named: string): string {
  const members = [...new Map(model.segments.flatMap((segment) => [...membersOf(segment)])).values()]
    .map(({ member }) => member)
    .filter(({ path }) => path !== '')
  const near = nearMiss(
    named,
    members.flatMap(({ label, name }) => [label, name]),
  )
  const suggestion = near === null ? '' : ` Is it "${near}"?`
  const labels = members.filter(({ kind }) => kind === 'dimension').map(({ label }) => label)
  return `There is no dimension or measure "${named}" in ${model.name}.${suggestion} Dimensions are ${labels.join(', ')}`
}
