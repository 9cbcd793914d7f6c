import * as fc from 'fast-check'
import type { Input } from '../../src/model/input.ts'
import type { Model } from '../../src/model/model.ts'
import type { TableCell } from './engines/index.ts'
import { givenInputs } from './subject.ts'
import { wordsByInput, type Words } from './words.ts'

/**
 * Rows for a model: every special cell of every input once beside quiet ones, then all drawn at random, so that edges meet
 * edges. The same seed gives the same rows.
 */
export function cellsFor(
  model: Model,
  asOf: number | null,
  count: number,
  seed: number,
): readonly (readonly TableCell[])[] {
  const inputs = givenInputs(model)
  const words = wordsByInput(model)
  const special = inputs.map((input) => specials(input, words.get(input.name)!, asOf, count))
  const drawn = fc.sample(fc.tuple(...inputs.map((input, at) => cell(input, special[at]!))), { seed, numRuns: count })
  const singly = special.flatMap((cells, at) =>
    cells.map((one, n) => drawn[(at * 31 + n) % count]!.map((other, k) => (k === at ? one : other))),
  )
  const nothing = inputs.map(() => null)
  return [nothing, ...singly.slice(0, Math.floor(count / 2)), ...drawn].slice(0, count)
}

function cell(input: Input, special: readonly TableCell[]): fc.Arbitrary<TableCell> {
  const often = { weight: 8, arbitrary: fc.constantFrom(...special) }
  const missing = { weight: 2, arbitrary: fc.constant(null) }
  switch (input.type) {
    case 'yes/no':
    case 'choice':
    case 'text':
      return fc.oneof(often, missing)
    case 'date':
      return fc.oneof(often, missing, {
        weight: 3,
        arbitrary: fc.integer({ min: -400, max: 400 }).map((days) => isoOf(20_269 + days)),
      })
    default: {
      const few = fc.integer({ min: 0, max: 12 })
      const some = fc.integer({ min: -20_000, max: 20_000 }).map((n) => n / 100)
      // Of any size, but not so near to the ends that all rows would hold something extreme.
      const any = fc.double({ noNaN: true, min: -1e80, max: 1e80 }).filter((n) => Math.abs(n) > 1e-80)
      return fc.oneof(
        often,
        missing,
        { weight: 6, arbitrary: few },
        { weight: 3, arbitrary: input.whole ? some.map(Math.round) : some },
        { weight: 1, arbitrary: any },
      )
    }
  }
}

/** Cells on which back ends could come apart. */
function specials(input: Input, words: Words, asOf: number | null, count: number): readonly TableCell[] {
  if (input.role === 'parent') return parents(count)
  switch (input.type) {
    case 'yes/no':
      return [true, false]
    case 'choice':
    case 'text':
      return [...new Set([...input.choices, ...words.texts, 'unheard of'].flatMap(spellings)), ...BLANKS]
    case 'date': {
      const today = asOf ?? 20_269
      const near = [...words.dates, today, ...words.numbers.flatMap((n) => (n < 4000 ? [today - n, today + n] : []))]
      const around = near.filter(Number.isInteger).flatMap((day) => [day - 1, day, day + 1])
      return [...new Set([...around.map(isoOf), ...DATES])]
    }
    default: {
      const per = input.type === 'percent' ? 100 : 1
      const edges = words.numbers.map((n) => Number((n * per).toPrecision(15)))
      const near = edges.flatMap((n) => [n, above(n), -above(-n), n + 1, n - 1, tidy(n + 0.01), tidy(n - 0.01)])
      return [...new Set([...near, ...EXTREMES])]
    }
  }
}

/** Keys of a few accounts that many belong to, of many that few do, and of none. */
function parents(count: number): readonly TableCell[] {
  const few = [0, 1, 2, 3, 4, 5, 6, 7]
  return [...few, ...few, ...few.map((n) => n * Math.floor(count / 8) + 11), count + 1].map(String)
}

/** As people and systems write one word. The last blank is one that does not break. */
function spellings(text: string): readonly string[] {
  return [text, text.toUpperCase(), text.toLowerCase(), ` ${text}`, `${text}\t`, `\u00a0${text} `]
}

const BLANKS = ['', ' ', 'n/a', 'N/A', '#N/A', '-', '–', 'NULL', 'none', '0']

/** Leap days and those beside them, ends of years, the first day of the count, and the ends of the calendar. */
const DATES = (
  '2024-02-28 2024-02-29 2024-03-01 2023-02-28 2023-03-01 2000-02-29 1900-02-28 1900-03-01 ' +
  '2024-12-31 2025-01-01 1999-12-31 2000-01-01 1969-12-31 1970-01-01 1904-01-01 2100-03-01'
).split(' ')

const EXTREMES = [0, -0, 1, -1, 1e-9, -1e-9, 5e-324, 1e16, 1e300, -1e300].concat(
  [0.1 + 0.2, 2 ** -1022, 2 ** 53 + 2, Number.MAX_VALUE, -Number.MAX_VALUE],
  [Infinity, -Infinity, NaN],
)

const bits = new DataView(new ArrayBuffer(8))

/** The next double. */
function above(n: number): number {
  if (n === 0) return Number.MIN_VALUE
  bits.setFloat64(0, n)
  bits.setBigInt64(0, bits.getBigInt64(0) + (n > 0 ? 1n : -1n))
  return bits.getFloat64(0)
}

function tidy(n: number): number {
  return Number(n.toPrecision(12))
}

function isoOf(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}
