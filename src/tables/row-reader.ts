import { remembering } from '../engine/kernels/remembering.ts'
import type { Input } from '../model/input.ts'
import { plainText } from './cell-text.ts'
import type { Cell } from './cell.ts'
import { isTextual } from './column-reader.ts'
import { type Connected, type Matching, matchColumns } from './match.ts'
import { numberReader } from './values/number-reader.ts'
import { plainNumbers } from './values/plain-number.ts'
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

export function rowReader(header: readonly Cell[], inputs: readonly Input[], connected?: Connected): RowReader {
  const matching = matchColumns(
    header.map((cell) => plainText(cell).trim()),
    inputs,
    null,
    connected,
  )
  const found = inputs.filter((input) => matching.columns.has(input.name))
  const values = {
    numbers: new Float64Array(found.length).fill(NaN),
    texts: found.map((): string | null => null),
  }
  const places = found.map((input, k) => ({ input, k, column: matching.columns.get(input.name)! }))
  const readNumbers = numbersReader(
    places.filter(({ input }) => !isTextual(input)),
    values.numbers,
  )
  const readTexts = textsReader(
    places.filter(({ input }) => isTextual(input)),
    values.texts,
  )
  return {
    matching,
    names: found.map((input) => input.name),
    read: (cells) => {
      readNumbers(cells)
      readTexts(cells)
      return values
    },
  }
}

/** Where an input's cell stands in a row, and where its value goes. */
interface Place {
  readonly input: Input
  readonly k: number
  readonly column: number
}

/** What is needed for each cell lies in lists side by side: plain numbers are taken without a call. */
function numbersReader(places: readonly Place[], out: Float64Array): (cells: readonly Cell[]) => void {
  const plain = places.map(({ input }) => plainNumbers(input))
  const columns = Int32Array.from(places, ({ column }) => column)
  const to = Int32Array.from(places, ({ k }) => k)
  const per = Float64Array.from(plain, (one) => one.per)
  const low = Float64Array.from(plain, (one) => one.low)
  const high = Float64Array.from(plain, (one) => one.high)
  const whole = Uint8Array.from(plain, (one) => Number(one.whole))
  const answers = Uint8Array.from(plain, (one) => Number(one.answers))
  const readers = places.map(({ input }) => numberReader(input))
  const byRules = (cell: Cell, k: number): number => {
    const reading = readers[k]!(cell)
    return typeof reading === 'number' ? reading : NaN
  }
  return (cells) => {
    for (let k = 0; k < columns.length; k++) {
      const cell = cells[columns[k]!]
      let value = NaN
      if (typeof cell === 'number') {
        const scaled = cell / per[k]!
        const isPlain = scaled >= low[k]! && scaled <= high[k]! && (whole[k] === 0 || Math.floor(cell) === cell)
        // No account has a count of -0.
        value = isPlain ? scaled + 0 : byRules(cell, k)
      } else if (typeof cell === 'boolean') {
        if (answers[k] === 1) value = Number(cell)
      } else if (cell !== '' && cell !== null && cell !== undefined) value = byRules(cell, k)
      out[to[k]!] = value
    }
  }
}

function textsReader(places: readonly Place[], out: (string | null)[]): (cells: readonly Cell[]) => void {
  const columns = Int32Array.from(places, ({ column }) => column)
  const to = Int32Array.from(places, ({ k }) => k)
  const readers = places.map(({ input }) => {
    const reader = textReader(input)
    const read = (cell: Cell): string | null => {
      const reading = reader(cell)
      return typeof reading === 'string' ? reading : null
    }
    const readText = remembering<string, string | null>(read)
    return (cell: Cell): string | null => (typeof cell === 'string' ? readText(cell) : read(cell))
  })
  return (cells) => {
    for (let k = 0; k < columns.length; k++) {
      const cell = cells[columns[k]!]
      out[to[k]!] = cell === null || cell === undefined || cell === '' ? null : readers[k]!(cell)
    }
  }
}
