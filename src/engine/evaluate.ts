import type { Row } from '../model/columns.ts'
import type { Explanation } from '../model/explanation.ts'
import type { Model } from '../model/model.ts'
import { scoreAccount, type AccountScore, type ScoreOptions } from './account.ts'
import { evaluateExpression, holds } from './expression.ts'
import { explainModifiers, explainParts } from './parts.ts'
import { lossesOf } from './losses.ts'
import { nearestChange } from './nearest.ts'
import { shown } from './rounding.ts'
import type { Scored, ScoredDimension } from './scored.ts'
import { sharesOf } from './shares.ts'
import { valueInJson } from './valueShown.ts'
import type { Value } from './value.ts'

export interface EvaluateOptions extends ScoreOptions {
  /** The account's key, for the explanation. */
  readonly account?: string | null
}

/**
 * Scores one account and says why: the reference that every other back end is held to. Never throws on a compiled
 * model, whatever the row holds.
 */
export function evaluate(model: Model, row: Row, options: EvaluateOptions): Explanation {
  const scored = scoreAccount(model, row, options)
  return { ...explain(model, row, options, scored), nearest: nearestChange(model, row, options, scored) }
}

/** Why an account that has been scored has its score, without the search for what would lift it. */
export function explain(
  model: Model,
  row: Row,
  options: EvaluateOptions,
  scored: AccountScore,
): Omit<Explanation, 'nearest'> {
  const whole = scored.root
  const losses = whole && lossesOf(whole)
  const parts = whole && losses ? explainParts(model, whole, sharesOf(whole), losses) : { dimensions: [], measures: [] }
  const before =
    whole !== null && hasOverride(whole) ? scoreAccount(model, row, options, { withoutOverrides: true }).root : whole
  return {
    account: options.account ?? null,
    model: model.name,
    segment: scored.segment?.name ?? null,
    score: whole?.points ?? null,
    shown: whole === null || whole.points === null ? null : shown(whole.points, whole.member.scale),
    band: whole?.band ?? null,
    coverage: whole?.coverage ?? null,
    scoreBefore: before?.points ?? null,
    bandBefore: before?.band ?? null,
    noScoreBecause: noScoreBecause(scored),
    shortfall: losses?.shortfall ?? null,
    results: resultsOf(model, scored),
    ...parts,
    modifiers: whole && losses ? explainModifiers(whole, losses) : [],
    indicators: indicatorsOf(model, scored),
  }
}

function noScoreBecause({ root, noSegmentBecause }: AccountScore): string | null {
  if (root === null) return noSegmentBecause
  if (root.points !== null) return null
  if (root.state !== 'missing') return 'nothing in the model applies to this account'
  if (root.withheld !== null) return `${root.withheld}, and there is no score without it`
  const { withholdBelow } = root.member
  if (root.coverage !== null && withholdBelow !== null && root.coverage < withholdBelow) {
    return `data covers ${percent(root.coverage)} of the weight, less than ${percent(withholdBelow)}`
  }
  return 'nothing that counts has data'
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}

/** Outside every segment nothing is computed. */
function resultsOf(model: Model, scored: AccountScore): Record<string, Value> {
  return Object.fromEntries(
    model.results.map(({ name, formula }) => {
      if (scored.segment === null) return [name, null]
      const value = evaluateExpression(formula.expression, scored.scope)
      const isRank = formula.type === 'band' && typeof value === 'number'
      return [name, isRank ? (model.ladder[value]?.name ?? null) : valueInJson(value, formula)]
    }),
  )
}

function indicatorsOf(model: Model, scored: AccountScore): Explanation['indicators'] {
  if (scored.segment === null) return []
  return model.indicators.filter((one) => holds(one.when, scored.scope)).map(({ kind, label }) => ({ kind, label }))
}

function hasOverride(whole: ScoredDimension): boolean {
  const found = (scored: Scored): boolean =>
    scored.steps.some((step) => step.kind === 'override') ||
    (scored.kind === 'dimension' && scored.children.some(found))
  return found(whole)
}
