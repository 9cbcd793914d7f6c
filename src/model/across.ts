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
export type Stage = 'before' | 'segments' | 'children' | 'scores'

export function stageOf(model: Model, figure: AcrossFigure): Stage {
  const read = { scores: false, segment: figure.kind === 'relative' && figure.within.kind === 'segment' }
  const others = figure.kind === 'rollup' && !figure.includeParent ? [figure.of, figure.weightedBy, figure.where] : null
  const inner = others?.filter((one) => one !== null) ?? formulasOfFigure(figure)
  for (const one of inner) follow(model, one, read)
  if (others === null) return read.scores ? 'scores' : read.segment ? 'segments' : 'before'
  const own = { scores: false, segment: false }
  if (figure.kind === 'rollup' && figure.otherwise !== null) follow(model, figure.otherwise, own)
  if (own.scores) return 'scores'
  return read.scores ? 'children' : read.segment || own.segment ? 'segments' : 'before'
}

/** Whether a formula, the `let`s and the figures it reads included, reads a score or a band of its own model. */
export function readsScores(model: Model, expression: Expression): boolean {
  const read = { scores: false, segment: false }
  follow(model, expression, read)
  return read.scores
}

/** Whether it reads what is known only within segments, or scores. */
export function readsSegment(model: Model, expression: Expression): boolean {
  const read = { scores: false, segment: false }
  follow(model, expression, read)
  return read.scores || read.segment
}

function follow(model: Model, start: Expression, read: { scores: boolean; segment: boolean }): void {
  const seen = new Set<string>()
  const left: Expression[] = [start]
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if ('path' in one && one.model === null) read.scores = true
    if ((one.kind === 'let' || one.kind === 'input') && !seen.has(`${one.kind} ${one.name}`)) {
      const { kind, name } = one
      seen.add(`${kind} ${name}`)
      if (kind === 'let')
        left.push(...model.lets.filter((item) => item.name === name).map((item) => item.formula.expression))
      const figure = kind === 'input' ? model.inputs.find((input) => input.name === name)?.figure : null
      if (figure?.kind === 'relative' || figure?.kind === 'rollup') {
        if (figure.kind === 'relative' && figure.within.kind === 'segment') read.segment = true
        left.push(...formulasOfFigure(figure))
      }
    }
    left.push(...partsOf(one))
  }
}
