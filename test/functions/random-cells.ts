import * as fc from 'fast-check'
import type { Input } from '../../src/model/input.ts'
import type { Cell } from '../../src/tables/cell.ts'

/** Cells as sheets hold them: what an input takes, on the edges of the published models, and what people and formulas leave in its place. */
export function anyCell(input: Input): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 6, arbitrary: sound(input) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Cell>('', '#DIV/0!', '#N/A', 'abc', '-', 'N/A', 0, -3, true, '1,204') },
  )
}

/** A row of such cells; now and then a blank one. */
export function anyRow(inputs: readonly Input[]): fc.Arbitrary<readonly Cell[]> {
  const blank = inputs.map(() => null)
  return fc.oneof(
    { weight: 9, arbitrary: fc.tuple(...inputs.map(anyCell)) },
    { weight: 1, arbitrary: fc.constant(blank) },
  )
}

function sound(input: Input): fc.Arbitrary<Cell> {
  switch (input.type) {
    case 'yes/no':
      return fc.constantFrom<Cell>(true, false, 'yes', 'No', 1, 0)
    case 'choice':
      return fc.constantFrom<Cell>(...input.choices, ...input.choices.map((choice) => ` ${choice.toUpperCase()} `))
    case 'text':
      return fc.constantFrom<Cell>('Digital', 'ELA', 'enterprise', 'x')
    case 'date':
      return fc.constantFrom<Cell>({ kind: 'date', value: 20_000 }, '2026-10-01', 46_000)
    case 'percent':
      return fc.oneof(
        fc.constantFrom<Cell>(0, 49, 50, 80, 0.5, '64%', '64'),
        fc.constantFrom(0, 0.5, 0.64, 0.8, 1.2).map((value): Cell => ({ kind: 'percent', value })),
      )
    case 'ratio':
    case 'number':
      return fc.oneof(
        fc.constantFrom<Cell>(0, 0.19, 0.2, 0.3, 2, 7.5, '0.25'),
        fc.constantFrom(0.2, 0.35).map((value): Cell => ({ kind: 'percent', value })),
      )
    default:
      return fc.constantFrom<Cell>(0, 1, 2, 3, 4, 5, 10, 15, 30, 120, '5')
  }
}
