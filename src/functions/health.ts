import type { Applied } from '../host/desk/state.ts'
import type { Explanation } from '../model/explanation.ts'
import type { AnswerCell } from './call.ts'
import { briefCard } from './card.ts'
import { cellError } from './cell-error.ts'
import type { ColumnFunction } from './column-function.ts'
import { bandLabel, segmentOf } from './labels.ts'

/** HEALTH: the score. With a card the explanation is needed each time, else the number is enough. */
export function health(withCard: boolean): ColumnFunction {
  if (withCard) {
    return { explained: (explanation, account) => noScore(explanation) ?? briefCard(explanation, account) }
  }
  return {
    saysWhyNot: true,
    explained: (explanation) => noScore(explanation) ?? explanation.score,
    one: ({ score }) => numberOr(score),
    many: { detail: 'scores', of: ({ score }, index) => numberOr(score[index]!) },
  }
}

/** HEALTH.BAND */
export const band: ColumnFunction = {
  saysWhyNot: true,
  explained: (explanation, { binding: { applied } }) =>
    noScore(explanation) ??
    (explanation.band === null
      ? cellError('notAvailable', `the score ${explanation.shown} lies in no band of ${applied.model.name}`)
      : bandLabel(applied.model, segmentOf(applied.model, explanation.segment), explanation.band)),
  one: ({ score, band: code, segment }, applied) => labelOf(applied, score, code, segment),
  many: {
    detail: 'scores',
    of: (scores, index, applied) => labelOf(applied, scores.score[index]!, scores.band[index]!, scores.segment[index]!),
  },
}

/** HEALTH.MODEL */
export const model: ColumnFunction = {
  saysWhyNot: true,
  explained: (explanation) =>
    explanation.segment === null
      ? cellError('notAvailable', explanation.noScoreBecause ?? 'no segment applies to this account')
      : `${explanation.model}/${explanation.segment}`,
  one: ({ segment }, applied) => nameOf(applied, segment),
  many: { detail: 'scores', of: ({ segment }, index, applied) => nameOf(applied, segment[index]!) },
}

/** HEALTH.COVERAGE */
export const coverage: ColumnFunction = {
  saysWhyNot: true,
  explained: (explanation) =>
    explanation.coverage ??
    cellError('notAvailable', explanation.noScoreBecause ?? 'nothing in the model applies to this account'),
  one: (score) => numberOr(score.coverage),
  many: { detail: 'scores', of: (scores, index) => numberOr(scores.coverage[index]!) },
}

/** HEALTH.INDICATORS */
export const indicators: ColumnFunction = {
  explained: ({ indicators: found }) => found.map(said).join('; '),
  many: {
    detail: 'account',
    of: ({ account }, index, applied) =>
      applied.model.indicators
        .filter((_, at) => account!.indicators[at]![index] === 1)
        .map(said)
        .join('; '),
  },
}

function said({ kind, label }: Explanation['indicators'][number]): string {
  return `${kind === 'risk' ? 'Risk' : 'Opportunity'}: ${label}`
}

/** Why there is no score; null where there is one. */
export function noScore({ score, noScoreBecause }: Explanation): AnswerCell {
  return score === null ? cellError('notAvailable', noScoreBecause ?? 'nothing that counts has data') : null
}

function numberOr(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value
}

function nameOf({ model: { name, segments } }: Applied, segment: number): string | undefined {
  return segment < 0 ? undefined : `${name}/${segments[segment]!.name}`
}

function labelOf(applied: Applied, score: number, code: number, segment: number): string | undefined {
  if (code < 0 || Number.isNaN(score)) return undefined
  return bandLabelByCode(applied, code, segment)
}

/** Labels by segment and code, each looked up once. */
const labels = new WeakMap<Applied, Map<number, string>>()

export function bandLabelByCode(applied: Applied, code: number, segment: number): string {
  const known = labels.get(applied) ?? new Map<number, string>()
  labels.set(applied, known)
  const key = code * 65_536 + segment
  const before = known.get(key)
  if (before !== undefined) return before
  const label = bandLabel(applied.model, applied.model.segments[segment] ?? null, applied.plan.bands[code]!)
  known.set(key, label)
  return label
}
