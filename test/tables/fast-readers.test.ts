import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Input } from '../../src/model/input.ts'
import { bindCells } from '../../src/tables/bind.ts'
import { type Cell, isUnreadable } from '../../src/tables/cell.ts'
import { rowReader } from '../../src/tables/row-reader.ts'
import { numberReader } from '../../src/tables/values/number-reader.ts'
import { textReader } from '../../src/tables/values/text-reader.ts'
import { input } from '../engine/build.ts'
import { cells, particulars } from './arbitrary-cells.ts'

/** One cell by the rules alone; undefined where it cannot be read. */
function byRules(of: Input, cell: Cell): number | string | null | undefined {
  const reading = of.type === 'text' || of.type === 'choice' ? textReader(of)(cell) : numberReader(of)(cell)
  return isUnreadable(reading) ? undefined : reading
}

const tables = fc.record({
  inputs: fc
    .array(particulars, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((parts, k) => input(`i${k}`, parts))),
  rows: fc.array(fc.array(cells, { maxLength: 5 }), { maxLength: 8 }),
})

test('a range and a row of cells are read as each cell is by the rules', () => {
  fc.assert(
    fc.property(tables, ({ inputs, rows }) => {
      const header = inputs.map(({ name }) => name)
      const { columns, findings } = bindCells([header, ...rows], inputs, { key: 'i0' })
      const { bound } = rowReader(header, inputs)
      expect(bound.map(({ input: of }) => of.name)).toEqual(header)
      const unreadable = inputs.map((): number[] => [])
      for (const [i, row] of rows.entries()) {
        for (const [k, one] of inputs.entries()) {
          const expected = byRules(one, row[k] ?? null)
          const column = columns.inputs.get(one.name)!
          const value = column.kind === 'number' ? column.values[i]! : (column.dictionary[column.codes[i]!] ?? null)
          const missing = column.kind === 'number' ? NaN : null
          expect(value).toBe(expected ?? missing)
          expect(bound[k]!.read(row[k])).toBe(expected ?? null)
          if (expected === undefined) unreadable[k]!.push(i)
        }
      }
      const refused = findings.filter(({ slug }) => slug === 'value-unreadable').length
      expect(inputs.map(({ name }) => columns.inputs.get(name)!.unreadable)).toEqual(unreadable)
      expect(refused).toBe(unreadable.reduce((sum, own) => sum + Math.min(own.length, 5), 0))
    }),
    { seed: 20261201, numRuns: 1000 },
  )
})

test('a table of many stretches reports column after column, each in the order of its rows', () => {
  const inputs = [input('a'), input('b', { type: 'yes/no' })]
  const rows = Array.from({ length: 1000 }, (_, i): Cell[] => [
    i % 300 === 7 ? 'much' : i,
    i % 450 === 3 ? 'perhaps' : i % 2,
  ])
  const { columns, findings } = bindCells([['a', 'b'], ...rows], inputs, { key: 'a' })
  expect(columns.inputs.get('a')!.unreadable).toEqual([7, 307, 607, 907])
  expect(columns.inputs.get('b')!.unreadable).toEqual([3, 453, 903])
  const refused = findings.filter(({ slug }) => slug === 'value-unreadable')
  expect(refused.map(({ parameters }) => Object.values(parameters).slice(0, 2))).toEqual([
    ...[9, 309, 609, 909].map((row) => ['a', row]),
    ...[5, 455, 905].map((row) => ['b', row]),
  ])
})
