import type { Expression } from '../../model/expression.ts'
import type { Dimension, Measure } from '../../model/group.ts'
import type { Judge } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'
import type { Candidate } from './observations.ts'

/**
 * Gives candidates the direction in which the model in use judges them: a number whose bands get better upward or downward,
 * a choice whose values it ranks. What it does not judge, or not in one direction, is left to the data.
 */
export function directedBy(model: Model, candidates: readonly Candidate[]): readonly Candidate[] {
  // The default segment stands last and speaks first.
  const measures = model.segments.flatMap(({ root }) => measuresIn(root))
  return candidates.map((candidate) => {
    const measure = measures.findLast(({ value }) => value !== null && isInput(value.expression, candidate.name))
    if (measure === undefined) return candidate
    if (candidate.kind === 'number') return { ...candidate, rising: risingIn(measure.judge, model) }
    return { ...candidate, ranks: ranksIn(measure.judge, candidate.levels, model) }
  })
}

function measuresIn(group: Dimension): readonly Measure[] {
  return group.children.flatMap((child) => (child.kind === 'measure' ? [child] : measuresIn(child)))
}

function isInput(expression: Expression, name: string): boolean {
  return expression.kind === 'input' && expression.name === name
}

function risingIn(judge: Judge, model: Model): boolean | null {
  if (judge.kind === 'line') {
    const { knots } = judge
    const change = (knots.at(-1)?.before ?? 0) - (knots[0]?.after ?? 0)
    return change === 0 ? null : change > 0
  }
  if (judge.kind !== 'ranges') return null
  const ranks = judge.banding.outcomes.flatMap((outcome) => {
    const rank = model.ladder.findIndex(({ name }) => name === outcome?.band)
    return rank < 0 ? [] : [rank]
  })
  if (ranks.length < 2) return null
  if (ranks.every((rank, at) => at === 0 || rank > ranks[at - 1]!)) return true
  return ranks.every((rank, at) => at === 0 || rank < ranks[at - 1]!) ? false : null
}

function ranksIn(judge: Judge, levels: readonly string[], model: Model): readonly number[] | null {
  if (judge.kind !== 'choices') return null
  const ranks = levels.map((level) => {
    const row = judge.rows.find(({ values }) => values.includes(level))
    return model.ladder.findIndex(({ name }) => name === (row?.outcome ?? judge.otherwise)?.band)
  })
  return ranks.includes(-1) ? null : ranks
}
