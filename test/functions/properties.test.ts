import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { AnswerCell } from '../../src/functions/call.ts'
import { formatBlock } from '../../src/host/block.ts'
import { compile } from '../../src/compile/index.ts'
import type { Explanation } from '../../src/model/explanation.ts'
import type { Model } from '../../src/model/model.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { bindCells } from '../../src/tables/bind.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { anyRow } from './random-cells.ts'
import { DAY, HOSTS, isError, publishedModel, sheetOf } from './sheet.ts'

const models = ['sourcegraph', 'posthog', 'posthog-2025', 'lifecycle', 'maturity-run'].map((name) => {
  const text = publishedModel(name)
  return { name, text, model: compile(text, `${name}.salus`).model }
})
const asOf = Date.UTC(DAY.getFullYear(), DAY.getMonth(), DAY.getDate()) / 86_400_000

/** What the engine says of the cells as they stand on the sheet; null for a blank row. */
function explained(model: Model, rows: readonly (readonly Cell[])[], segment: string | null): (Explanation | null)[] {
  const header = model.inputs.map(({ name }) => name)
  const { columns } = bindCells([header, ...rows], model.inputs)
  return rows.map((row, index) =>
    row.every((cell) => cell === null || cell === '')
      ? null
      : evaluate(model, rowAt(columns, model.inputs, index), { asOf, ...(segment !== null && { segment }) }),
  )
}

/** Rows at once. */
const MOST = 6

const functions: readonly (readonly [string, (of: Explanation) => AnswerCell])[] = [
  ['HEALTH', (of) => of.score],
  ['HEALTH.COVERAGE', (of) => of.coverage],
  ['HEALTH.MODEL', (of) => of.segment && `${of.model}/${of.segment}`],
  [
    'HEALTH.INDICATORS',
    (of) => of.indicators.map(({ kind, label }) => `${kind === 'risk' ? 'Risk' : 'Opportunity'}: ${label}`).join('; '),
  ],
]

/** An error says why there is no value: for the engine that is null. */
const plain = (cell: AnswerCell): AnswerCell => (isError(cell) ? null : cell)

describe.each(HOSTS)('on %s', (_, abilities) => {
  test.each(models)('a block, its rows one by one and the engine agree on $name', async ({ model, text }) => {
    const header = model.inputs.map((input) => input.labels[0] ?? input.name)
    const { workbook, call } = sheetOf([header], { abilities, model: text })
    const sheet = { sheet: 'Accounts', top: 1, left: 0, bottom: MOST, right: header.length - 1 }
    const rest = Array.from({ length: MOST }, () => header.map(() => null))
    const segments = [null, ...model.segments.map(({ label }) => label)]
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow(model.inputs), { minLength: 2, maxLength: MOST }),
        fc.constantFrom(...segments),
        fc.constantFrom(...functions),
        async (rows, segment, [name, valueOf]) => {
          await workbook.writeCells(sheet, [...rows, ...rest].slice(0, MOST))
          const address = (top: number, bottom: number): string =>
            formatBlock({ sheet: 'Accounts', top, left: 0, bottom, right: header.length - 1 })
          const block = await call(name, address(1, rows.length), segment)
          const single = await Promise.all(rows.map((__, row) => call(name, address(row + 1, row + 1), segment)))
          const expected = explained(model, rows, segment).map((one) => one && valueOf(one))
          expect(block.map(([cell]) => plain(cell!))).toEqual(expected)
          expect(single.map(([row]) => plain(row![0]!))).toEqual(expected)
        },
      ),
      { seed: 11, numRuns: 20 },
    )
  })
})
