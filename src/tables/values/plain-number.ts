import type { Input } from '../../model/input.ts'

/**
 * Which bare numbers an input takes just as they are, so that a loop over cells asks a reader only about the others: a
 * cell is taken as `cell / per` where that lies from `low` to `high` and, where `whole`, the cell is a whole number.
 */
export interface PlainNumbers {
  readonly per: number
  readonly low: number
  readonly high: number
  readonly whole: boolean
  /** TRUE and FALSE are 1 and 0. */
  readonly answers: boolean
}

/** Infinity is no number that a cell may hold. */
const LARGEST = Number.MAX_VALUE

/** A whole percentage up to here is exact, and so is 100: one division rounds as the decimal would. */
const LARGEST_PERCENT = 9e13

/** Takes nothing: every cell goes to the reader. */
const NONE: PlainNumbers = { per: 1, low: Infinity, high: -Infinity, whole: false, answers: false }

export function plainNumbers({ type, low, high, whole, missingWhen }: Input): PlainNumbers {
  if (type === 'yes/no') {
    const marked = missingWhen.some((mark) => typeof mark === 'number')
    return { per: 1, low: marked ? Infinity : 0, high: 1, whole: true, answers: true }
  }
  if (missingWhen.some((mark) => typeof mark === 'number')) return NONE
  if (type === 'percent') {
    const [least, most] = [Math.max(low ?? -LARGEST, -LARGEST_PERCENT), Math.min(high ?? LARGEST, LARGEST_PERCENT)]
    return whole ? NONE : { per: 100, low: least, high: most, whole: true, answers: false }
  }
  if (type === 'date' || type === 'text' || type === 'choice') return NONE
  return { per: 1, low: low ?? -LARGEST, high: high ?? LARGEST, whole, answers: false }
}
