import type { Row } from '../model/columns.ts'
import type { NearestChange } from '../model/explanation.ts'
import type { Measure } from '../model/group.ts'
import type { Model } from '../model/model.ts'
import { scoreAccount, type AccountScore, type ScoreOptions } from './account.ts'
import { movesOf, type Move } from './moves.ts'
import { isActive, type Scored, type ScoredMeasure } from './scored.ts'
import { fold, type Value } from './value.ts'
import { valueShown } from './valueShown.ts'

/**
 * The smallest change of one measure's value that lifts the band of the whole: the fewest stretches (or choices, or
 * pieces of a line) further, then the smallest relative change, then the first written. Each change is tried by scoring
 * the account again; null where none lifts it, or it is the best already.
 */
export function nearestChange(
  model: Model,
  row: Row,
  options: ScoreOptions,
  scored: AccountScore,
): NearestChange | null {
  const { root } = scored
  if (root === null || root.band === null) return null
  const rank = rankIn(root.member.bands, root.band)
  if (rank === root.member.bands.length - 1) return null
  const lift = (measure: Measure, to: Value): NearestChange | null => {
    const after = changed(model, row, options, measure, to).root
    if (after === null || after.band === null || after.points === null) return null
    if (rankIn(after.member.bands, after.band) <= rank) return null
    const { path, label } = measure
    const shown = valueShown(to, measure.value, model.inputs) ?? ''
    return { measure: path, label, from: null, to: shown, band: after.band, score: after.points }
  }
  let best: { readonly move: Move; readonly change: NearestChange } | null = null
  for (const measure of measuresBelow(root)) {
    const moves = movesOf(measure, model.inputs, (to) => lift(measure.member, to) !== null)
    for (const move of moves) {
      if (best !== null && !isSmaller(move, best.move)) continue
      const change = lift(measure.member, move.to)
      const from = valueShown(measure.value, measure.member.value, model.inputs)
      if (change !== null) best = { move, change: { ...change, from } }
    }
  }
  return best?.change ?? null
}

/** Scores the account as if the measure's value were another: its input or `let` is changed where it is no more than one. */
function changed(model: Model, row: Row, options: ScoreOptions, measure: Measure, to: Value): AccountScore {
  const expression = measure.value?.expression
  if (expression?.kind === 'input')
    return scoreAccount(model, { ...row, [expression.name]: asInput(to, measure) }, options)
  if (expression?.kind === 'let') {
    return scoreAccount(model, row, {
      ...options,
      given: { ...options.given, [expression.name]: asInput(to, measure) },
    })
  }
  return scoreAccount(model, row, options, { instead: new Map([[measure.path, to]]) })
}

/** A value tried out, as the input that the measure reads holds it. */
export function asInput(to: Value, measure: Measure): Value {
  return measure.value?.type === 'yes/no' && typeof to === 'string' ? fold(to) === 'yes' : to
}

export function isSmaller(a: Pick<Move, 'steps' | 'size'>, b: Pick<Move, 'steps' | 'size'>): boolean {
  return a.steps !== b.steps ? a.steps < b.steps : a.size < b.size
}

function measuresBelow(scored: Scored): readonly ScoredMeasure[] {
  if (!isActive(scored)) return []
  return scored.kind === 'measure' ? [scored] : scored.children.flatMap(measuresBelow)
}

/** Place of a band on a ladder; -1 where it is not on it. */
export function rankIn(bands: readonly { readonly name: string }[], name: string): number {
  return bands.findIndex((band) => band.name === name)
}
