import type { Value } from '../../engine/value.ts'
import { fold } from '../../engine/value.ts'
import type { Column } from '../../model/columns.ts'
import type { Expression } from '../../model/expression.ts'
import { namesIn } from '../../model/names-read.ts'
import { rowAt } from '../../model/row-at.ts'
import { textRows } from '../rows.ts'
import { valueOnLine } from './line.ts'
import type { LogLines } from './lines.ts'

/** What an expression yields on each line: yes and no as 1 and 0, NaN and -1 where it is missing. */
export type LineValues =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'text'; readonly codes: Int32Array; readonly dictionary: readonly string[] }

/** An expression on every line of a log; where it reads one text alone, once for each text. */
export function lineValues(expression: Expression, lines: LogLines, asOf: number): LineValues {
  const { columns } = lines
  if (expression.kind === 'input') {
    const column = columns.inputs.get(expression.name)
    if (column !== undefined) return column
  }
  const names = [...new Set(namesIn(expression))]
  const inputs = lines.log.columns.filter(({ name }) => names.includes(name))
  const only = names.length === 1 ? columns.inputs.get(names[0]!) : undefined
  if (only?.kind === 'text') return perText(expression, names[0]!, only, asOf)
  return asColumn(columns.length, (line) => valueOnLine(expression, rowAt(columns, inputs, line), asOf))
}

/** Lines on which a condition holds; null where there is no condition. */
export function linesWhere(condition: Expression | null, lines: LogLines, asOf: number): Uint8Array | null {
  if (condition === null) return null
  const values = lineValues(condition, lines, asOf)
  const holds = new Uint8Array(lines.columns.length)
  if (values.kind === 'number')
    for (let line = 0; line < holds.length; line++) holds[line] = Number(values.values[line] === 1)
  return holds
}

/** A code for each different value of a column, texts without regard to case; -1 where it is missing. */
export function codesOf(
  column: Column | undefined,
  length: number,
): { readonly codes: Int32Array; readonly count: number } {
  const known = new Map<string | number, number>()
  const codeOf = (value: string | number): number => {
    const code = known.get(value)
    if (code !== undefined) return code
    known.set(value, known.size)
    return known.size - 1
  }
  const codes = new Int32Array(length).fill(-1)
  if (column?.kind === 'text') {
    const folded = column.dictionary.map((text) => codeOf(fold(text)))
    for (let line = 0; line < length; line++) codes[line] = folded[column.codes[line]!] ?? -1
  } else if (column !== undefined) {
    for (let line = 0; line < length; line++) {
      const value = column.values[line]!
      if (!Number.isNaN(value)) codes[line] = codeOf(value)
    }
  }
  return { codes, count: known.size }
}

function perText(expression: Expression, name: string, texts: Column & { kind: 'text' }, asOf: number): LineValues {
  const values = texts.dictionary.map((text) => valueOnLine(expression, { [name]: text }, asOf))
  const missing = valueOnLine(expression, {}, asOf)
  return asColumn(texts.codes.length, (line) => {
    const code = texts.codes[line]!
    return code < 0 ? missing : values[code]!
  })
}

function asColumn(length: number, valueOf: (line: number) => Value): LineValues {
  const numbers = new Float64Array(length)
  for (let line = 0; line < length; line++) {
    const value = valueOf(line)
    if (typeof value === 'string') {
      const { codes, dictionary } = textRows(length, (row) => asText(valueOf(row)))
      return { kind: 'text', codes: Int32Array.from(codes), dictionary }
    }
    numbers[line] = value === null ? NaN : Number(value)
  }
  return { kind: 'number', values: numbers }
}

function asText(value: Value): string | null {
  return typeof value === 'string' ? value : null
}
