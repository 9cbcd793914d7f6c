import type { Expression } from './expression.ts'
import { partsOf } from './expression-parts.ts'
import type { RelativeFigure, RollupFigure } from './figure.ts'
import type { Input } from './input.ts'
import type { Model } from './model.ts'

/** A figure of an account for which other accounts have to be known. */
export type AcrossFigure = RelativeFigure | RollupFigure

/** An input that is computed from other accounts, unless the data has a column for it. */
export interface AcrossInput extends Input {
  readonly figure: AcrossFigure
}

/** Those a model declares or writes, each after those it reads. */
export function acrossInputs(model: Model): readonly AcrossInput[] {
  return model.inputs.filter(isAcross)
}

export function isAcross(input: Input): input is AcrossInput {
  return input.figure?.kind === 'relative' || input.figure?.kind === 'rollup'
}

/** Whether an account of the model, or of one it uses, cannot be scored by itself. */
export function needsOthers(model: Model): boolean {
  return model.inputs.some(isAcross) || model.uses.some((use) => needsOthers(use.model))
}

/** The formulas of a figure: what it is of, who counts, with what weight, among whom, and what stands in for nothing. */
export function formulasOfFigure(figure: AcrossFigure): readonly Expression[] {
  if (figure.kind === 'relative') return isCohort(figure.within) ? [figure.of, figure.within] : [figure.of]
  return [figure.of, figure.weightedBy, figure.where, figure.otherwise].filter((one) => one !== null)
}

/** Accounts for which a formula has the same value, as against those of one segment, or all. */
export function isCohort(within: RelativeFigure['within']): within is Expression {
  return within.kind !== 'segment' && within.kind !== 'portfolio'
}

/**
 * When the column of a figure can be filled. `before`: from the data as it is. `segments`: once every account's segment is
 * known. `children`: for each account once its children are scored. `scores`: once all accounts are scored, so that no
 * score can read it.
 */
export type Stage = (typeof STAGES)[number]

const STAGES = ['before', 'segments', 'children', 'scores'] as const

export function stageOf(model: Model, figure: AcrossFigure): Stage {
  const ofChild = figure.kind === 'rollup' && !figure.includeParent ? [figure.of, figure.weightedBy, figure.where] : []
  const own = formulasOfFigure(figure).filter((one) => !ofChild.includes(one))
  const inSegment = figure.kind === 'relative' && figure.within.kind === 'segment' ? 1 : 0
  const needsOwn = Math.max(inSegment, ...own.map((one) => needOf(model, one)))
  const needsChild = Math.max(0, ...ofChild.map((one) => (one === null ? 0 : needOf(model, one))))
  return STAGES[needsOwn >= 2 ? 3 : Math.max(needsOwn, needsChild)]!
}

/** When all that an expression reads is known, as a place among the stages: a score of its own model counts as `children`. */
function needOf(model: Model, start: Expression): number {
  let most = 0
  const seen = new Set<string>()
  const left: Expression[] = [start]
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if ('path' in one && one.model === null) most = Math.max(most, 2)
    if (one.kind === 'let' || one.kind === 'input') {
      const { kind, name } = one
      if (seen.has(`${kind} ${name}`)) continue
      seen.add(`${kind} ${name}`)
      if (kind === 'let')
        left.push(...model.lets.flatMap((item) => (item.name === name ? [item.formula.expression] : [])))
      const input = kind === 'input' ? model.inputs.find((item) => item.name === name) : undefined
      if (input && isAcross(input)) most = Math.max(most, STAGES.indexOf(stageOf(model, input.figure)))
    }
    left.push(...partsOf(one))
  }
  return most
}
