import type { DimensionTable } from './dimension-table.ts'
import { remembering } from './remembering.ts'
import type { ItemReader, ItemReaders } from './row-items.ts'
import type { RowScorer } from './row-score.ts'
import { NO_DATA, type SimpleMeasure, valueBits } from './simple-measure.ts'
import type { WholeTable } from './whole-table.ts'

/** Whole numbers below this, and the two answers behind them, have a place each in a table of what they come to. */
const NO = 254
const YES = 255
const PLACES = 256

/** What is not known yet: the item is read and judged once. */
const UNKNOWN = -1

/**
 * Scores a row by a segment's lookup tables. Only what can change the score is looked at, and few items are read at all:
 * small whole numbers, answers and texts are looked up as they stand. What the loop needs for each measure lies in lists
 * side by side, and the dimensions' tables in one after the other.
 */
export function rowByTables<Item>(
  dimensions: readonly DimensionTable[],
  whole: WholeTable,
  segment: number,
  readers: ItemReaders<Item>,
): RowScorer<Item> {
  const { steps, starts, ends, placed } = sideBySide(dimensions, readers)
  const at = Int32Array.from(placed, ({ reader }) => reader.at)
  const missing = Int16Array.from(placed, ({ shift }) => NO_DATA << shift)
  const outcome = placed.map(
    ({ one, reader, shift }) =>
      (item: Item) =>
        valueBits(one, reader.read(item)) << shift,
  )
  const ofText = outcome.map((of) => remembering<Item & string, number>(of))
  const known = new Int16Array(placed.length * PLACES).fill(UNKNOWN)
  const learn = (m: number, place: number, item: Item): number => (known[m * PLACES + place] = outcome[m]!(item))
  const { score, band, coverage } = whole
  return (items, into) => {
    let sum = 0
    let m = 0
    for (let d = 0; d < starts.length; d++) {
      let word = starts[d]!
      for (const end = ends[d]!; m < end; m++) {
        const item = items[at[m]!]
        let place = -1
        if (typeof item === 'number') {
          const low = item & 0xff
          if (low === item && low < NO) place = low
        } else if (typeof item === 'string') {
          word += ofText[m]!(item)
          continue
        } else if (item === null || item === undefined) {
          word += missing[m]!
          continue
        } else if (typeof item === 'boolean') place = item ? YES : NO
        if (place === -1) word += outcome[m]!(item)
        else {
          const before = known[m * PLACES + place]!
          word += before === UNKNOWN ? learn(m, place, item) : before
        }
      }
      sum += steps[word]!
    }
    into.score = score[sum]!
    into.band = band[sum]!
    into.segment = segment
    into.coverage = coverage[sum]!
  }
}

/** A measure, how its input is read, and where its bits stand in its dimension's word. */
interface Placed<Item> {
  readonly one: SimpleMeasure
  readonly reader: ItemReader<Item>
  readonly shift: number
}

/** The dimensions that count: their steps in one list, where the words of each begin, and with which measure each ends. */
function sideBySide<Item>(dimensions: readonly DimensionTable[], readers: ItemReaders<Item>) {
  const counting = dimensions.filter(({ step }) => step !== null)
  const starts = new Int32Array(counting.length)
  const ends = new Int32Array(counting.length)
  const steps: number[] = []
  const placed: Placed<Item>[] = []
  for (const [d, { step, measures }] of counting.entries()) {
    starts[d] = steps.length
    for (const one of step!) steps.push(one)
    for (const [k, one] of measures.entries()) {
      const reader = readers.get(one.input.name)
      // An input that rows do not have is missing in all of them.
      if (reader === undefined) starts[d]! += NO_DATA << (2 * k)
      else placed.push({ one, reader, shift: 2 * k })
    }
    ends[d] = placed.length
  }
  return { steps: Uint16Array.from(steps), starts, ends, placed }
}
