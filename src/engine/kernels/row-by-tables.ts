import type { DimensionTable } from './dimension-table.ts'
import { remembering } from './remembering.ts'
import type { RowScorer } from './row-score.ts'
import { choiceBits, NO_DATA, type SimpleMeasure } from './simple-measure.ts'
import type { WholeTable } from './whole-table.ts'

/**
 * Scores a row by a segment's lookup tables. What the loop needs for each measure and dimension lies in lists side by
 * side, and the dimensions' tables in one after the other.
 */
export function rowByTables(
  dimensions: readonly DimensionTable[],
  whole: WholeTable,
  segment: number,
  names: readonly string[],
): RowScorer {
  const { steps, starts, words, numberEnds, choiceEnds, byNumber, byChoice } = sideBySide(dimensions, names)
  const numberAt = Int32Array.from(byNumber, ({ at }) => at)
  const numberShift = Uint8Array.from(byNumber, ({ shift }) => shift)
  const low = Float64Array.from(byNumber, ({ one }) => one.edges![0]!)
  const high = Float64Array.from(byNumber, ({ one }) => one.edges![1]!)
  const choiceAt = Int32Array.from(byChoice, ({ at }) => at)
  const choiceShift = Uint8Array.from(byChoice, ({ shift }) => shift)
  const bitsOf = byChoice.map(({ one: { measure } }) => remembering((text: string) => choiceBits(measure, text)))
  const { score, band, coverage } = whole
  return ({ numbers, texts }, into) => {
    let sum = 0
    let m = 0
    let c = 0
    for (let d = 0; d < starts.length; d++) {
      let word = words[d]!
      for (const end = numberEnds[d]!; m < end; m++) {
        const value = numbers[numberAt[m]!]!
        // Without a branch; what is not finite has both bits, as NO_DATA does.
        const edges = (+(value >= low[m]!) | 0) + (+(value >= high[m]!) | 0)
        word |= (edges | (NO_DATA * (+(value - value !== 0) | 0))) << numberShift[m]!
      }
      for (const end = choiceEnds[d]!; c < end; c++) {
        const text = texts[choiceAt[c]!]!
        word |= (text === null ? NO_DATA : bitsOf[c]!(text)) << choiceShift[c]!
      }
      sum += steps[starts[d]! + word]!
    }
    into.score = score[sum]!
    into.band = band[sum]!
    into.segment = segment
    into.coverage = coverage[sum]!
  }
}

/** A measure, where its input stands in a row, and where its bits stand in its dimension's word. */
interface Placed {
  readonly one: SimpleMeasure
  readonly at: number
  readonly shift: number
}

/** The dimensions that count: their steps in one list, where each begins, and with which measure of a kind each ends. */
function sideBySide(dimensions: readonly DimensionTable[], names: readonly string[]) {
  const counting = dimensions.filter(({ step }) => step !== null)
  const places = () => new Int32Array(counting.length)
  const [starts, words, numberEnds, choiceEnds] = [places(), places(), places(), places()]
  const steps: number[] = []
  const byNumber: Placed[] = []
  const byChoice: Placed[] = []
  for (const [d, { step, measures }] of counting.entries()) {
    starts[d] = steps.length
    for (const one of step!) steps.push(one)
    for (const [k, one] of measures.entries()) {
      const placed = { one, at: names.indexOf(one.input.name), shift: 2 * k }
      // An input that rows do not have is missing in all of them.
      if (placed.at === -1) words[d]! |= NO_DATA << placed.shift
      else (one.kind === 'choice' ? byChoice : byNumber).push(placed)
    }
    numberEnds[d] = byNumber.length
    choiceEnds[d] = byChoice.length
  }
  return { steps: Uint16Array.from(steps), starts, words, numberEnds, choiceEnds, byNumber, byChoice }
}
