import type { Input } from '../model/input.ts'
import { plainText } from './cell-text.ts'
import type { Cell } from './cell.ts'
import { isTextual } from './column-reader.ts'
import { type Matching, matchColumns } from './match.ts'
import { numberReader } from './values/number-reader.ts'
import { textReader } from './values/text-reader.ts'

/** Reads rows that come one at a time under one header: inputs in the order of `names`, each on the model's scale. */
export interface RowReader {
  readonly matching: Matching
  readonly names: readonly string[]
  /** What is missing or cannot be read is NaN, or null among texts. Both lists are written over by the next call. */
  readonly read: (cells: readonly Cell[]) => RowValues
}

/** One value for each name, in the list that its input's type asks for. */
export interface RowValues {
  readonly numbers: Float64Array
  readonly texts: readonly (string | null)[]
}

export function rowReader(header: readonly Cell[], inputs: readonly Input[]): RowReader {
  const matching = matchColumns(
    header.map((cell) => plainText(cell).trim()),
    inputs,
  )
  const found = inputs.filter((input) => matching.columns.has(input.name))
  const columns = found.map((input) => matching.columns.get(input.name)!)
  const numbers = new Float64Array(found.length).fill(NaN)
  const texts: (string | null)[] = found.map(() => null)
  const readNumbers = found.map((input) => (isTextual(input) ? null : numberReader(input)))
  const readTexts = found.map((input) => (isTextual(input) ? remembering(textReader(input)) : null))
  return {
    matching,
    names: found.map((input) => input.name),
    read: (cells) => {
      for (let k = 0; k < columns.length; k++) {
        const cell = cells[columns[k]!]
        const readNumber = readNumbers[k]!
        if (cell === null || cell === undefined || cell === '') {
          numbers[k] = NaN
          texts[k] = null
        } else if (readNumber === null) {
          const reading = readTexts[k]!(cell)
          texts[k] = typeof reading === 'string' ? reading : null
        } else {
          const reading = readNumber(cell)
          numbers[k] = typeof reading === 'number' ? reading : NaN
        }
      }
      return { numbers, texts }
    },
  }
}

type TextReader = ReturnType<typeof textReader>

/** The same few texts come again and again, row after row. */
function remembering(read: TextReader): TextReader {
  const known = new Map<Cell, ReturnType<TextReader>>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const reading = read(cell)
    if (known.size < 1000) known.set(cell, reading)
    return reading
  }
}
