import { expect, test } from 'vitest'
import { bindCells } from '../../src/tables/bind.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { rowReader } from '../../src/tables/row-reader.ts'
import { input } from '../engine/build.ts'

const inputs = [
  input('mau', { type: 'count', whole: true, low: 0 }),
  input('share', { type: 'percent', labels: ['Share of seats'] }),
  input('champion', { type: 'yes/no' }),
  input('sentiment', { type: 'choice', choices: ['Poor', 'Healthy'] }),
]
const header = ['Sentiment', 'something else', 'share of seats', 'MAU', 'Champion']
const rows: readonly (readonly Cell[])[] = [
  ['healthy ', 'x', '29.3', 12, true],
  ['HEALTHY', 'x', 29.3, '1,204', 'no'],
  ['', null, 'N/A', -3, 'perhaps'],
  ['unheard of', 1, '85%', 1.5, 1],
  ['Poor'],
]

test('a row is read as it is in a table', () => {
  const { columns } = bindCells([header, ...rows], inputs)
  const { bound } = rowReader(header, inputs)
  expect(bound.map((one) => one.input)).toEqual(inputs)
  for (const [i, row] of rows.entries()) {
    for (const { input: of, column: at, read } of bound) {
      const column = columns.inputs.get(of.name)!
      const expected = column.kind === 'number' ? column.values[i]! : (column.dictionary[column.codes[i]!] ?? null)
      expect(read(row[at])).toBe(Number.isNaN(expected) ? null : expected)
    }
  }
})
