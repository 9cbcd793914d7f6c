import * as fc from 'fast-check'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Row } from '../../src/model/columns.ts'
import type { Input } from '../../src/model/input.ts'
import type { Model } from '../../src/model/model.ts'

/** What a cell of a table holds: dates in ISO form, percentages as bare numbers. */
export type Cell = number | string | boolean | null

const DAY = 86_400_000

/** Rows whose cells are the numbers, words and dates of the model itself, their neighbours, anything else, and nothing. */
export function rowsFor(model: Model, count: number, seed: number): readonly (readonly Cell[])[] {
  const inputs = allInputs(model)
  const { numbers, words } = constantsOf({ ...model, tests: [], portfolio: [] })
  const cell = (input: Input): fc.Arbitrary<Cell> =>
    fc.oneof({ weight: 6, arbitrary: present(input, numbers, words) }, { weight: 1, arbitrary: fc.constant(null) })
  return fc.sample(fc.tuple(...inputs.map(cell)), { seed, numRuns: count })
}

function present(input: Input, numbers: readonly number[], words: readonly string[]): fc.Arbitrary<Cell> {
  switch (input.type) {
    case 'yes/no':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(
        ...input.choices,
        ...input.choices.map((choice) => ` ${choice.toUpperCase()} `),
        'unheard of',
      )
    case 'text':
      return fc.constantFrom(...words, ...words.map((word) => word.toUpperCase()), 'other', '', 'n/a')
    case 'date':
      return fc.integer({ min: -200, max: 200 }).map((days) => isoOf(20269 + days))
    default: {
      const near = numbers.flatMap((n) => [n, n + 1, n - 1, n + 0.01, n - 0.01, n * 100, n * 100 + 1, n * 100 - 0.1])
      const tidy = [...new Set(near.map((n) => Number(n.toPrecision(12))))]
      const some = fc.oneof(
        fc.constantFrom(...tidy),
        fc.integer({ min: -5, max: 120 }),
        fc.integer({ min: 0, max: 9999 }).map((n) => n / 100),
      )
      return input.whole ? some.map(Math.round) : some
    }
  }
}

function constantsOf(value: unknown): { readonly numbers: readonly number[]; readonly words: readonly string[] } {
  const numbers = new Set<number>([0, 1])
  const words = new Set<string>(['x'])
  const visit = (one: unknown): void => {
    if (typeof one === 'number' && Math.abs(one) < 1e7) numbers.add(one)
    else if (Array.isArray(one)) one.forEach(visit)
    else if (typeof one === 'object' && one !== null) {
      if ('kind' in one && one.kind === 'text' && 'value' in one) words.add(String(one.value))
      for (const [key, part] of Object.entries(one)) if (key !== 'span' && key !== 'related') visit(part)
    }
  }
  visit(value)
  return { numbers: [...numbers], words: [...words] }
}

/** Values on the model's scale as cells of a table. */
export function cellsOf(inputs: readonly Input[], row: Row): readonly Cell[] {
  return inputs.map(({ name, type }) => {
    const value = row[name] ?? null
    if (typeof value !== 'number') return value
    if (type === 'date') return isoOf(value)
    return type === 'percent' ? Number((value * 100).toPrecision(12)) : value
  })
}

function isoOf(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10)
}
