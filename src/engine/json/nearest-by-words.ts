import type { Model } from '../../model/model.ts'
import type { Plan } from '../kernels/plan.ts'
import { NOT_APPLICABLE } from '../kernels/member.ts'
import { choiceBits, type SimpleMeasure } from '../kernels/simple-measure.ts'
import type { DimensionTable, ExplainedMeasure } from '../kernels/dimension-table.ts'
import type { WholeTable } from '../kernels/whole-table.ts'
import { movesOf, sizeOf } from '../moves.ts'
import { asInput, isSmaller, rankIn } from '../nearest.ts'
import type { Value } from '../value.ts'
import { valueShown } from '../valueShown.ts'
import type { ValueText } from './value-texts.ts'

/** One measure of a dimension, as its words hold it. */
export interface PlacedMeasure {
  readonly one: SimpleMeasure
  readonly dimension: number
  readonly table: DimensionTable
  readonly explained: ExplainedMeasure
  readonly shift: number
}

/** Another outcome of a measure. `to` is null where the size of the change does not depend on values. */
interface WordMove {
  readonly bits: number
  readonly to: number | null
  readonly steps: number
  readonly size: number
  readonly shown: string
}

/** The smallest change that lifts the band, as JSON, from the words of a row: as the evaluator finds it by scoring again. */
export type NearestText = (
  words: readonly Uint16Array[],
  sum: number,
  row: number,
  values: readonly ValueText[],
) => string

/** `measures` in the written order of the segment. */
export function nearestText(
  { model, bands }: Plan,
  segment: number,
  measures: readonly PlacedMeasure[],
  whole: WholeTable,
): NearestText {
  const ladder = model.segments[segment]!.root.bands
  const ranks = Int16Array.from(bands, (name) => rankIn(ladder, name))
  const heads = measures.map(({ one: { measure } }) => {
    return `{"measure":${JSON.stringify(measure.path)},"label":${JSON.stringify(measure.label)},"from":`
  })
  const tails = new Map<number, string>()
  const tailOf = (sum: number): string => {
    const known = tails.get(sum)
    if (known !== undefined) return known
    const tail = `,"band":${JSON.stringify(bands[whole.band[sum]!])},"score":${JSON.stringify(whole.score[sum])}}`
    tails.set(sum, tail)
    return tail
  }
  const movesBy = measures.map((): (readonly WordMove[] | undefined)[] => [])

  return (words, sum, row, values) => {
    const band = whole.band[sum]!
    if (band < 0) return 'null'
    const rank = ranks[band]!
    if (rank === ladder.length - 1) return 'null'
    let best: { steps: number; size: number; shown: string; sum: number; k: number } | null = null
    for (let k = 0; k < measures.length; k++) {
      const { value } = values[k]!
      if (value === null) continue
      const { one, dimension, table, explained, shift } = measures[k]!
      const word = words[dimension]![row]!
      if (explained.state[word]! >= NOT_APPLICABLE || table.explained.state[word]! >= NOT_APPLICABLE) continue
      if (table.step === null) continue
      const bits = (word >> shift) & 3
      const moves = (movesBy[k]![bits] ??= wordMoves(model, one, value))
      for (const move of moves) {
        if (best !== null && move.steps > best.steps) continue
        const after = sum - table.step[word]! + table.step[word ^ ((bits ^ move.bits) << shift)]!
        const reached = whole.band[after]!
        if (reached < 0 || ranks[reached]! <= rank || Number.isNaN(whole.score[after]!)) continue
        const size = move.to === null ? move.size : sizeOf(Number(value), move.to)
        if (best !== null && !isSmaller({ steps: move.steps, size }, best)) continue
        best = { steps: move.steps, size, shown: move.shown, sum: after, k }
      }
    }
    if (best === null) return 'null'
    return `${heads[best.k]!}${values[best.k]!.shown},"to":${best.shown}${tailOf(best.sum)}`
  }
}

/** Where a measure could be moved from the outcome that `value` has: the same from every value of that outcome. */
function wordMoves(model: Model, one: SimpleMeasure, value: Value): readonly WordMove[] {
  const { measure } = one
  return movesOf({ member: measure, value }, model.inputs, () => false).map(({ to, steps, size }) => ({
    bits: bitsOf(one, to),
    to: typeof to === 'number' ? to : null,
    steps,
    size,
    shown: JSON.stringify(valueShown(to, measure.value, model.inputs) ?? ''),
  }))
}

function bitsOf(one: SimpleMeasure, to: Value): number {
  if (one.kind === 'choice') return choiceBits(one.measure, String(to))
  const value = Number(asInput(to, one.measure))
  return Number(value >= one.edges[0]!) + Number(value >= one.edges[1]!)
}
