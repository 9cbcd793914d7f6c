import { expect, test } from 'vitest'
import { parseBlock } from '../../src/host/block.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'
import type { WorkbookEvent } from '../../src/host/workbook.ts'

const SHEET = {
  name: 'Our list',
  rows: [
    ['Name', 'Share'],
    ['Acme', { kind: 'percent', value: 0.85 }],
    [null, { kind: 'date', value: 20_000 }],
  ] as const,
}
const at = (address: string) => parseBlock(`'Our list'!${address}`)!

test('blocks are cut to what is used, and a sheet that is not there gives null', async () => {
  const workbook = memoryWorkbook({ sheets: [SHEET] })
  expect(await workbook.readBlocks([at('A1:XFD1048576'), parseBlock('Elsewhere!A1')!])).toEqual([
    { block: at('A1:B3'), cells: SHEET.rows },
    null,
  ])
})

test('headers stand over the columns that were asked for', async () => {
  const workbook = memoryWorkbook({ sheets: [SHEET] })
  expect(await workbook.readHeaders([at('B2:B3'), at('A1:B1')])).toEqual([{ row: 0, headers: ['Share'] }, null])
})

test('cells are handed over as the host does it: a date is its serial, a blank may be 0', () => {
  const cells = { ...SHEET, rows: SHEET.rows }
  const typed = memoryWorkbook({ sheets: [cells] })
  expect(typed.handOver(at('A2:B3'))).toEqual(SHEET.rows.slice(1))
  const plain = memoryWorkbook({ sheets: [cells], abilities: { blanksAsZero: true, percentsAsNumbers: true } })
  // 2024-10-04 is day 20,000 since 1970 and serial 45,569 of a spreadsheet.
  expect(plain.handOver(at('A2:B3'))).toEqual([
    ['Acme', 0.85],
    [0, 45_569],
  ])
})

test('the part is written only over what was expected', async () => {
  const workbook = memoryWorkbook({ part: 'mine' })
  expect(await workbook.writePart('theirs', 'another')).toEqual({ written: false, found: 'mine' })
  expect(await workbook.readPart()).toBe('mine')
  expect(await workbook.writePart('theirs', 'mine')).toEqual({ written: true, found: 'theirs' })
  expect(await workbook.readPart()).toBe('theirs')
})

test('changes are told after the fact, until nobody listens', async () => {
  const workbook = memoryWorkbook({ sheets: [SHEET] })
  const heard: WorkbookEvent['kind'][] = []
  const stop = workbook.watch(({ kind }) => heard.push(kind))
  await workbook.writeCells(at('A3'), [['Bits']])
  workbook.insertColumn('Our list', 0)
  await workbook.select(at('B2'))
  await workbook.writePart('text', null)
  await new Promise((resolve) => setTimeout(resolve))
  expect(heard).toEqual(['cells', 'structure', 'selection', 'part'])
  stop()
  await workbook.writeCells(at('A3'), [['Bits']])
  await new Promise((resolve) => setTimeout(resolve))
  expect(heard.length).toBe(4)
})
