import { describe, expect, test } from 'vitest'
import { examine } from '../../src/checks/examine.ts'
import { compile } from '../../src/compile/index.ts'
import type { Columns } from '../../src/model/columns.ts'

/** Number columns; null is missing. */
function columns(given: Readonly<Record<string, readonly (number | null)[]>>): Columns {
  const inputs = Object.entries(given).map(
    ([name, values]) =>
      [name, { kind: 'number', values: Float64Array.from(values, (value) => value ?? NaN), unreadable: [] }] as const,
  )
  return { length: inputs[0]![1].values.length, accounts: null, inputs: new Map(inputs) }
}

function touched(text: string, given: Columns, asOf: number | null = null) {
  return examine(compile(text, 'm.salus'), { asOf, columns: given }).map(({ slug, accounts }) => [slug, accounts])
}

const head = 'model m\nmissing skip\n'

describe('accounts that a finding touches', () => {
  test('of an overlap: those with exactly that value, missing not among them', () => {
    const text = `${head}inputs { x count }\nmeasure x { poor >= 5  concerning 2 to 5  healthy < 2 }\n`
    expect(touched(text, columns({ x: [5, 4, 5, null, 0, 6] }))).toEqual([['band-overlap', { count: 2, total: 6 }]])
  })
  test('of a computed value: what the formula gives, within the guard of an edge', () => {
    const text = `${head}inputs { a count  b count }\nlet x = a / b as percent\nmeasure x  poor < 30% < healthy\n`
    const given = columns({ a: [3, 6, 1, 3, null], b: [10, 20, 10, 0, 10] })
    expect(touched(text, given)).toEqual([['band-gap', { count: 2, total: 5 }]])
  })
  test('of two segments: the accounts in both', () => {
    const text = `${head}inputs { x count  y count }\nmeasure x  poor < 5 <= healthy\nsegment a when x > 5 { measure x  poor < 8 <= healthy }\nsegment b when y > 5 { measure x  poor < 9 <= healthy }\n`
    const given = columns({ x: [6, 6, 1, 9], y: [6, 0, 9, null] })
    expect(touched(text, given)).toEqual([['segment-overlap', { count: 1, total: 4 }]])
  })
  test('without a scoring date nothing is said of what needs one', () => {
    const text = `${head}inputs { x count  d date }\nmeasure x  poor < 5 <= healthy\nsegment a when d < as_of { measure x  poor < 8 <= healthy }\nsegment b when x > 5 { measure x  poor < 9 <= healthy }\n`
    const given = columns({ x: [6, 6], d: [100, 300] })
    expect(touched(text, given)).toEqual([['segment-overlap', null]])
    expect(touched(text, given, 200)).toEqual([['segment-overlap', { count: 1, total: 2 }]])
  })
})

describe('a column of another scale', () => {
  const text = `${head}inputs { x percent }\nmeasure x  poor < 50% <= healthy\n`
  const slugs = (...x: (number | null)[]) => touched(text, columns({ x })).map(([slug]) => slug)
  test('is found where no percentage passes 1%', () => {
    expect(slugs(0.002, 0.0081, 0.01, 0.003, null, 0)).toEqual(['unit-scale-data'])
  })
  test('is not found in few values, in zeros, or where one is larger', () => {
    expect(slugs(0.002, 0.003)).toEqual([])
    expect(slugs(0, 0, 0, 0, 0, 0)).toEqual([])
    expect(slugs(0.002, 0.003, 0.001, 0.004, 0.005, 0.4)).toEqual([])
  })
})
