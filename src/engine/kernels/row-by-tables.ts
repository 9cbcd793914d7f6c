import type { DimensionTable } from './dimension-table.ts'
import { choiceOf } from './judge.ts'
import type { RowScorer } from './row-score.ts'
import { NO_DATA, type SimpleMeasure } from './simple-measure.ts'
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
  const counting = dimensions.filter(({ step }) => step !== null)
  const all = counting.flatMap(({ measures }) => measures)
  const at = Int32Array.from(all, ({ input }) => names.indexOf(input.name))
  const low = Float64Array.from(all, ({ edges }) => edges?.[0] ?? NaN)
  const high = Float64Array.from(all, ({ edges }) => edges?.[1] ?? NaN)
  const words = all.map((one) => (one.kind === 'choice' ? wordBits(one) : null))
  const shifts = Uint8Array.from(counting.flatMap(({ measures }) => measures.map((_, k) => 2 * k)))
  const { steps, starts, ends } = sideBySide(counting)
  const { score, band, coverage } = whole
  return ({ numbers, texts }, into) => {
    let sum = 0
    let m = 0
    for (let d = 0; d < ends.length; d++) {
      let word = 0
      for (const end = ends[d]!; m < end; m++) {
        const place = at[m]!
        const bitsOf = words[m]!
        let bits = NO_DATA
        if (place === -1) bits = NO_DATA
        else if (bitsOf === null) {
          const value = numbers[place]!
          if (value - value === 0) bits = (value >= low[m]! ? 1 : 0) + (value >= high[m]! ? 1 : 0)
        } else {
          const text = texts[place]!
          if (text !== null) bits = bitsOf(text)
        }
        word |= bits << shifts[m]!
      }
      sum += steps[starts[d]! + word]!
    }
    into.score = score[sum]!
    into.band = band[sum]!
    into.segment = segment
    into.coverage = coverage[sum]!
  }
}

/** The steps of all dimensions in one list, where each begins, and the measure with which each ends. */
function sideBySide(dimensions: readonly DimensionTable[]) {
  const starts = new Int32Array(dimensions.length)
  const ends = new Int32Array(dimensions.length)
  const steps: number[] = []
  let measures = 0
  for (const [d, { step, measures: own }] of dimensions.entries()) {
    starts[d] = steps.length
    steps.push(...step!)
    measures += own.length
    ends[d] = measures
  }
  return { steps: Uint16Array.from(steps), starts, ends }
}

function wordBits({ measure }: SimpleMeasure): (text: string) => number {
  const { judge } = measure
  const known = new Map<string, number>()
  let last = ''
  let bits = NO_DATA
  const find = (text: string): number => {
    const before = known.get(text)
    if (before !== undefined) return before
    const row = judge.kind === 'choices' ? choiceOf(judge, text) : NO_DATA
    const isUnclaimed = judge.kind === 'choices' && row === judge.rows.length && judge.otherwise === null
    const found = text.trim() === '' || isUnclaimed ? NO_DATA : row
    if (known.size < 1000) known.set(text, found)
    return found
  }
  return (text) => {
    if (text === last) return bits
    last = text
    bits = find(text)
    return bits
  }
}
