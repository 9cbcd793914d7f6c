import { finding } from '../findings/report.ts'
import type { Column } from '../model/columns.ts'
import type { Input } from '../model/input.ts'
import { cellText } from './cell-text.ts'
import { type Cell, isUnreadable, type Unreadable } from './cell.ts'
import type { Reports } from './reports.ts'
import { numberReader } from './values/number-reader.ts'
import { textReader } from './values/text-reader.ts'

/** Reads one column of a batch of rows; cells a row lacks are missing. */
export type ColumnReader = (rows: readonly (readonly Cell[])[], column: number, rowNumbers: ArrayLike<number>) => Column

/** Makes the reader of an input's column; `header` is what messages call it. */
export function columnReader(input: Input, header: string, reports: Reports): ColumnReader {
  const report = unreadableReporter(header, reports)
  if (isTextual(input)) {
    const read = textReader(input)
    return (rows, column, rowNumbers) => {
      const codes = new Int32Array(rows.length)
      const unreadable: number[] = []
      const dictionary = [...input.choices]
      const codeOf = new Map(dictionary.map((text, code) => [text, code]))
      // A column repeats itself: what a text was read as is looked up, not read again.
      const readAs = new Map<Cell, number>()
      for (let i = 0; i < rows.length; i++) {
        const cell = rows[i]![column] ?? null
        const before = typeof cell === 'string' ? readAs.get(cell) : undefined
        if (before !== undefined) {
          codes[i] = before
          continue
        }
        const reading = read(cell)
        codes[i] = -1
        if (isUnreadable(reading)) {
          unreadable.push(i)
          report(cell, rowNumbers[i]!, reading)
        } else if (reading !== null) {
          const known = codeOf.get(reading)
          codes[i] = known ?? dictionary.push(reading) - 1
          if (known === undefined) codeOf.set(reading, codes[i]!)
        }
        // What cannot be read is reported each time.
        if (typeof cell === 'string' && !isUnreadable(reading)) readAs.set(cell, codes[i]!)
      }
      return { kind: 'text', codes, dictionary, unreadable }
    }
  }
  const read = numberReader(input)
  return (rows, column, rowNumbers) => {
    const values = new Float64Array(rows.length)
    const unreadable: number[] = []
    for (let i = 0; i < rows.length; i++) {
      const cell = rows[i]![column] ?? null
      const reading = read(cell)
      if (typeof reading === 'number') {
        values[i] = reading
        continue
      }
      values[i] = NaN
      if (reading === null) continue
      unreadable.push(i)
      report(cell, rowNumbers[i]!, reading)
    }
    return { kind: 'number', values, unreadable }
  }
}

/** Whether an input's column holds codes into a dictionary, not numbers. */
export function isTextual(input: Input): boolean {
  return input.type === 'text' || input.type === 'choice'
}

/** Reports cells of one column that could not be read. */
export function unreadableReporter(header: string, reports: Reports) {
  return (cell: Cell, row: number, { expected }: Unreadable) =>
    reports.add('value-unreadable', `cells of "${header}" cannot be read and count as missing`, () =>
      finding('value-unreadable', { column: header, row, text: cellText(cell), expected }),
    )
}
