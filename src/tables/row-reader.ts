import type { ItemReaders } from '../engine/kernels/row-items.ts'
import type { Input } from '../model/input.ts'
import { plainText } from './cell-text.ts'
import { type Cell, isUnreadable } from './cell.ts'
import { isTextual } from './column-reader.ts'
import { type Connected, type Matching, matchColumns } from './match.ts'
import { numberReader } from './values/number-reader.ts'
import { plainNumbers } from './values/plain-number.ts'
import { textReader } from './values/text-reader.ts'

/** Reads rows that come one at a time under one header. */
export interface RowReader {
  readonly matching: Matching
  /** Inputs that have a column, in the order of the model. */
  readonly bound: readonly BoundInput[]
}

export interface BoundInput {
  readonly input: Input
  readonly column: number
  /** On the model's scale, yes as 1; null for what is missing or cannot be read. */
  readonly read: (cell: Cell | undefined) => number | string | null
}

export function rowReader(header: readonly Cell[], inputs: readonly Input[], connected?: Connected): RowReader {
  const matching = matchColumns(
    header.map((cell) => plainText(cell).trim()),
    inputs,
    null,
    connected,
  )
  const bound = inputs.flatMap((input) => {
    const column = matching.columns.get(input.name)
    return column === undefined ? [] : [{ input, column, read: cellReader(input) }]
  })
  return { matching, bound }
}

/** For the engine, which reads what it needs. */
export function itemReaders(bound: readonly BoundInput[]): ItemReaders<Cell> {
  return new Map(bound.map(({ input, column, read }) => [input.name, { at: column, read }]))
}

/** Plain numbers are taken as they are; the rules are asked about everything else. */
function cellReader(input: Input): BoundInput['read'] {
  const byRules = isTextual(input) ? textReader(input) : numberReader(input)
  const { per, low, high, whole, answers } = plainNumbers(input)
  return (cell) => {
    if (typeof cell === 'number') {
      const value = cell / per
      // No account has a count of -0.
      if (value >= low && value <= high && (!whole || Math.floor(cell) === cell)) return value + 0
    } else if (cell === null || cell === undefined || cell === '') return null
    else if (answers && typeof cell === 'boolean') return Number(cell)
    const reading = byRules(cell)
    return isUnreadable(reading) ? null : reading
  }
}
