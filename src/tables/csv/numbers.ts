import type { NumberColumn } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import type { Reading, Unreadable } from '../cell.ts'
import { numberReader } from '../values/number-reader.ts'
import { byteCache, LONGEST_CACHED } from './cache.ts'
import { type Records, textAt } from './cells.ts'

const MOST_CACHED = 4096

/** The power of ten that plain decimals of an input's column are divided by; -1 where the digits are not the value. */
export function plainShift({ type, missingWhen }: Input): number {
  if (type === 'date' || type === 'yes/no' || type === 'text' || type === 'choice' || missingWhen.length > 0) return -1
  return type === 'percent' ? 2 : 0
}

/** Decodes one numeric column of a batch of records. */
export type NumberDecoder = (records: Records, slot: number) => NumberColumn

/**
 * The decoder of an input's column. Plain decimals were read while the record was found; everything else, and what lies
 * outside the input's bounds, is read by `numberReader`, once for each distinct text, so the rules stand in one place.
 */
export function numberDecoder(
  input: Input,
  report: (text: string, row: number, problem: Unreadable) => void,
): NumberDecoder {
  const read = numberReader(input)
  const isPlain = plainShift(input) >= 0
  const low = input.low ?? -Infinity
  const high = input.high ?? Infinity
  const { whole } = input
  let cache = byteCache(MOST_CACHED)
  let readings: Reading<number>[] = []

  const slowly = (records: Records, cell: number): Reading<number> => {
    const { bytes, index } = records
    const start = index.starts[cell]!
    const end = index.ends[cell]!
    if (end - start > LONGEST_CACHED || index.quoted[cell] === 1) return read(textAt(records, cell))
    const known = cache.find(bytes, start, end)
    if (known >= 0) return readings[known]!
    const reading = read(textAt(records, cell))
    if (cache.size < MOST_CACHED) {
      cache.add(bytes, start, end)
      readings.push(reading)
    }
    return reading
  }

  return (records, slot) => {
    if (cache.size >= MOST_CACHED) {
      cache = byteCache(MOST_CACHED)
      readings = []
    }
    const { index } = records
    const { rows, slots, starts, ends, numbers } = index
    const values = new Float64Array(rows)
    const unreadable: number[] = []
    for (let row = 0; row < rows; row++) {
      const cell = row * slots + slot
      const start = starts[cell]!
      const end = ends[cell]!
      if (start === end) {
        values[row] = NaN
        continue
      }
      if (isPlain) {
        const value = numbers[cell]!
        if (value >= low && value <= high && !(whole && value !== Math.floor(value))) {
          values[row] = value
          continue
        }
      }
      const reading = slowly(records, cell)
      if (typeof reading === 'number') {
        values[row] = reading
        continue
      }
      values[row] = NaN
      if (reading === null) continue
      unreadable.push(row)
      report(textAt(records, cell), index.lines[row]!, reading)
    }
    return { kind: 'number', values, unreadable }
  }
}
