import * as fc from 'fast-check'
import type { Column, Columns, Row } from '../../../src/model/columns.ts'
import type { Input } from '../../../src/model/input.ts'
import * as build from '../build.ts'

/** The inputs of all random models. */
export const inputs: readonly Input[] = [
  build.input('n1'),
  build.input('n2'),
  build.input('p', { type: 'percent' }),
  build.input('c', { type: 'choice', choices: ['Poor', 'Fair', 'Good'] }),
  build.input('t', { type: 'text' }),
  build.input('y', { type: 'yes/no' }),
  build.input('d1', { type: 'date' }),
  build.input('d2', { type: 'date' }),
]

/** Values that sit on edges, next to them, and far outside. */
export const edges = fc.constantFrom(-1, 0, 0.1, 0.3, 0.1 + 0.2, 0.5, 1, 1 + 1e-10, 2, 3, 5, 5 - 1e-10, 10)
export const days = fc.integer({ min: 19990, max: 20010 })
export const words = fc.constantFrom('poor', 'Fair', ' good ', 'GOOD', 'other', 'é')

/** With numbers that are not finite, which no reader lets through, but a caller might. */
export const rows: fc.Arbitrary<readonly Row[]> = fc.array(
  fc.record({
    n1: fc.option(fc.oneof(edges, fc.constantFrom(Infinity, -Infinity, 1e308, -0, 1e-320)), { freq: 6 }),
    n2: fc.option(edges, { freq: 4 }),
    p: fc.option(edges, { freq: 4 }),
    c: fc.option(fc.constantFrom('Poor', 'Fair', 'Good'), { freq: 4 }),
    t: fc.option(fc.oneof(words, fc.constantFrom('', '  ')), { freq: 4 }),
    y: fc.option(fc.boolean(), { freq: 4 }),
    d1: fc.option(days, { freq: 4 }),
    d2: fc.option(days, { freq: 4 }),
  }),
  { minLength: 1, maxLength: 6 },
)

/** The same rows as columns, every input with one. */
export function columnsOf(of: readonly Row[]): Columns {
  const column = ({ name, type }: Input): Column => {
    if (type === 'choice' || type === 'text') {
      const dictionary = [...new Set(of.map((row) => row[name]).filter((value) => typeof value === 'string'))]
      const codes = Int32Array.from(of, (row) => dictionary.indexOf(row[name] as string))
      return { kind: 'text', codes, dictionary, unreadable: [] }
    }
    const values = Float64Array.from(of, (row) => (row[name] === null ? NaN : Number(row[name])))
    return { kind: 'number', values, unreadable: [] }
  }
  return { length: of.length, accounts: null, inputs: new Map(inputs.map((input) => [input.name, column(input)])) }
}

/** As readers make them. */
export const finiteRows: fc.Arbitrary<readonly Row[]> = rows.map((all) =>
  all.map((row) => (Number.isFinite(row['n1']) ? row : { ...row, n1: null })),
)
