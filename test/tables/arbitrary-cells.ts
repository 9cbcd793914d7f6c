import * as fc from 'fast-check'
import type { Input } from '../../src/model/input.ts'
import type { Cell } from '../../src/tables/cell.ts'

/** Cells of every kind a source gives, among them many that no input takes. */
export const cells: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Cell>(0, 1, 2, 3, 5, 10, 29, 29.3, 100, 0.29, 45000, 60, -0, -1, -2.5) },
  { weight: 2, arbitrary: fc.constantFrom<Cell>(NaN, Infinity, -Infinity, 1e308, 5e-324, 2 ** 53, 9e15 + 2, 1e22) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 3, arbitrary: fc.constantFrom<Cell>('', ' ', null, 'n/a', '#N/A', 'NA', 'none', '-', '#REF!', '#DIV/0!') },
  { weight: 3, arbitrary: fc.constantFrom<Cell>('3', '29%', '1,204', '1,5', '$40', '(2)', '1e3', '2.50', '-0') },
  { weight: 2, arbitrary: fc.constantFrom<Cell>('2025-01-31', '2025-02-30', '2025-01-31T10:00', '45000') },
  { weight: 2, arbitrary: fc.constantFrom<Cell>(true, false, 'yes', 'No', ' TRUE ', 'x') },
  { weight: 3, arbitrary: fc.constantFrom<Cell>('Poor', 'poor ', 'GOOD', 'Fair', 'other', 'gone', 'n. a.') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Cell>(
      { kind: 'percent', value: 0.85 },
      { kind: 'date', value: 20000 },
      { kind: 'other', text: '[1]' },
    ),
  },
)

const types = fc.constantFrom<Input['type'][]>(
  ...(['count', 'number', 'percent', 'ratio', 'days'] as const),
  ...(['money', 'yes/no', 'choice', 'text', 'date'] as const),
)

/** What an input of any type may say of its values besides. */
export const particulars: fc.Arbitrary<Partial<Input>> = fc
  .record({
    type: types,
    low: fc.option(fc.constantFrom(-1, 0, 0.29, 2), { freq: 2 }),
    high: fc.option(fc.constantFrom(0.29, 1, 3, 100, 50_000), { freq: 2 }),
    whole: fc.boolean(),
    missingWhen: fc.option(fc.subarray<number | string>([-1, 0, 29, 'gone', 'n. a.', '3']), { freq: 1 }),
  })
  .map(({ missingWhen, ...rest }) => ({
    ...rest,
    missingWhen: missingWhen ?? [],
    choices: rest.type === 'choice' ? ['Poor', 'Fair', 'Good'] : [],
  }))
