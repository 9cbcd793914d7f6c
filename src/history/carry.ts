import { isoDate } from '../engine/days.ts'
import type { Column } from '../model/columns.ts'
import type { Input } from '../model/input.ts'
import type { TextRows } from './history.ts'
import { textRows } from './rows.ts'

/** A column of the data as it is carried along: plain numbers are numbers, answers `yes` and `no`, dates ISO texts. */
export function carriedColumn(column: Column, input: Pick<Input, 'type'> | null): Column {
  if (column.kind === 'text') return numbersIfPlain(column)
  if (input?.type === 'date') return textColumn(column.values, (value) => isoDate(value) ?? String(value))
  if (input?.type === 'yes/no') return textColumn(column.values, (value) => (value === 0 ? 'no' : 'yes'))
  return { kind: 'number', values: column.values, unreadable: [] }
}

/** A column that was read as text is numbers where every text of it is what a number is written as. */
export function numbersIfPlain(column: Column): Column {
  if (column.kind === 'number') return column
  const { codes, dictionary } = column
  const used = new Set(codes)
  const read = dictionary.map((text, code) => (used.has(code) ? plainNumber(text) : 0))
  if (read.includes(null) || !hasText(column)) return column
  return { kind: 'number', values: Float64Array.from(codes, (code) => read[code] ?? NaN), unreadable: [] }
}

export function hasText({ codes, dictionary }: TextRows): boolean {
  return Array.from(codes).some((code) => dictionary[code] !== undefined)
}

/** 007 is a name, 7, 7.50 and 1e-7 are numbers. */
function plainNumber(text: string): number | null {
  const value = Number(text)
  return String(value) === text || /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? value : null
}

function textColumn(values: Float64Array, say: (value: number) => string): Column {
  const { codes, dictionary } = textRows(values.length, (row) =>
    Number.isNaN(values[row]!) ? null : say(values[row]!),
  )
  return { kind: 'text', codes: Int32Array.from(codes), dictionary, unreadable: [] }
}
