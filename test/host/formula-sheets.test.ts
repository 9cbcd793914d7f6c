import { expect, test } from 'vitest'
import { openDesk } from '../../src/host/desk/desk.ts'
import { writeFormulaSheets } from '../../src/host/desk/formula-sheets.ts'
import { FORMULA_SHEET, NUMBERS_SHEET } from '../../src/host/desk/own-sheets.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'

const model = (measures: string): string => `model m
inputs {
  account text    "Account" key
  seats   count   "Seats"
  use     percent "Use"
  unasked count   "Unasked"
}
missing skip
scale 0 to 10
bands even
dimension adoption weight 100% { ${measures} }
`
const SOUND =
  'measure seats poor < 10 <= healthy  measure use poor < 29% <= healthy  measure unasked poor < 1 <= healthy'

function deskOf(measures: string) {
  const rows = [
    ['Account', 'Seats', 'Use'],
    ['=Acme', 50, 29.3],
    ['Bits', null, { kind: 'percent' as const, value: 0.1 }],
  ]
  const part = encodeDocument(newDocument([{ file: 'm.salus', text: model(measures) }]))
  return openDesk(memoryWorkbook({ sheets: [{ name: 'List', rows }], part }))
}

async function portfolioOf(desk: ReturnType<typeof deskOf>) {
  const found = await desk.portfolio()
  if (found === null || 'kind' in found) throw new Error(found?.message ?? 'no list')
  return found
}

test('accounts are copied with their formulas beside the numbers of the model, and the list stays the list', async () => {
  const desk = deskOf(SOUND)
  const block = await writeFormulaSheets(desk.workbook, await portfolioOf(desk))
  expect(block).toMatchObject({ sheet: FORMULA_SHEET, top: 0, left: 0, bottom: 2 })
  const [read] = await desk.workbook.readBlocks([block])
  const [header, first, second] = read!.cells
  // An input without a column gets a blank one, to be filled.
  expect(header!.slice(0, 4)).toEqual(['Account', 'Seats', 'Use', 'Unasked'])
  expect(first!.slice(0, 4)).toEqual(["'=Acme", 50, { kind: 'percent', value: 0.293 }, null])
  expect(second!.slice(0, 4)).toEqual(['Bits', null, { kind: 'percent', value: 0.1 }, null])
  const formulas = first!.slice(4).map(String)
  expect(formulas.filter((one) => !one.startsWith('='))).toEqual([])
  expect(formulas.some((one) => one.includes(`'${NUMBERS_SHEET}'!$C$`))).toBe(true)
  expect((await portfolioOf(desk)).list.region.block.sheet).toBe('List')
})
