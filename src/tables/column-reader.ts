import { finding } from '../findings/report.ts'
import type { Column } from '../model/columns.ts'
import type { Input } from '../model/input.ts'
import { cellText } from './cell-text.ts'
import { type Cell, isUnreadable, type Unreadable } from './cell.ts'
import type { Reports } from './reports.ts'
import { numberReader } from './values/number-reader.ts'
import { plainNumbers } from './values/plain-number.ts'
import { textReader } from './values/text-reader.ts'

/** Starts a column of a batch of rows; cells a row lacks are missing. */
export type ColumnReader = (rows: readonly (readonly Cell[])[], column: number) => ColumnReading

/** A column that fills as its rows are read, stretch by stretch from the first on. */
export interface ColumnReading {
  readonly column: Column
  readonly read: (from: number, to: number) => void
  /** Reports what could not be read. */
  readonly finish: (rowNumbers: ArrayLike<number>) => void
}

/** Makes the reader of an input's column; `header` is what messages call it. */
export function columnReader(input: Input, header: string, reports: Reports): ColumnReader {
  const report = unreadableReporter(header, reports)
  const start = isTextual(input) ? textColumns(input) : numberColumns(input)
  return (rows, at) => {
    const unreadable: number[] = []
    const because: Unreadable[] = []
    const refuse: Refuse = (i, reading) => {
      unreadable.push(i)
      because.push(reading)
    }
    return {
      ...start(rows, at, unreadable, refuse),
      finish: (rowNumbers) => {
        for (const [k, i] of unreadable.entries()) report(rows[i]![at] ?? null, rowNumbers[i]!, because[k]!)
      },
    }
  }
}

type Refuse = (row: number, reading: Unreadable) => void

type Start = (
  rows: readonly (readonly Cell[])[],
  at: number,
  unreadable: readonly number[],
  refuse: Refuse,
) => Pick<ColumnReading, 'column' | 'read'>

function numberColumns(input: Input): Start {
  const reader = numberReader(input)
  const { per, low, high, whole, answers } = plainNumbers(input)
  return (rows, at, unreadable, refuse) => {
    const values = new Float64Array(rows.length)
    const byRules = (cell: Cell, i: number): number => {
      const reading = reader(cell)
      if (typeof reading === 'number') return reading
      if (reading !== null) refuse(i, reading)
      return NaN
    }
    const read = (from: number, to: number): void => {
      for (let i = from; i < to; i++) {
        const cell = rows[i]![at]
        if (typeof cell === 'number') {
          const value = cell / per
          const isPlain = value >= low && value <= high && (!whole || Math.floor(cell) === cell)
          // No account has a count of -0.
          values[i] = isPlain ? value + 0 : byRules(cell, i)
        } else if (cell === null || cell === undefined || cell === '') values[i] = NaN
        else if (answers && typeof cell === 'boolean') values[i] = Number(cell)
        else values[i] = byRules(cell, i)
      }
    }
    return { column: { kind: 'number', values, unreadable }, read }
  }
}

function textColumns(input: Input): Start {
  const reader = textReader(input)
  return (rows, at, unreadable, refuse) => {
    const codes = new Int32Array(rows.length)
    const dictionary = [...input.choices]
    const codeOf = new Map(dictionary.map((text, code) => [text, code]))
    // A column repeats itself: what a text was read as is looked up, not read again.
    const readAs = new Map<Cell, number>()
    const byRules = (cell: Cell, i: number): number => {
      const reading = reader(cell)
      if (isUnreadable(reading)) {
        refuse(i, reading)
        return -1
      }
      let code = -1
      if (reading !== null) {
        code = codeOf.get(reading) ?? dictionary.push(reading) - 1
        codeOf.set(reading, code)
      }
      // What cannot be read is reported each time.
      if (typeof cell === 'string') readAs.set(cell, code)
      return code
    }
    const read = (from: number, to: number): void => {
      for (let i = from; i < to; i++) {
        const cell = rows[i]![at]
        const before = typeof cell === 'string' ? readAs.get(cell) : undefined
        codes[i] = before ?? (cell === null || cell === undefined ? -1 : byRules(cell, i))
      }
    }
    return { column: { kind: 'text', codes, dictionary, unreadable }, read }
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
