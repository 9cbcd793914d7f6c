import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/host/block.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { ACME, BITS, BLANKS, HEADERS, messageOf, sheetOf } from './sheet.ts'

const ROWS = [HEADERS, ACME, BLANKS]
const renamed = (from: string, to: string): string[] => HEADERS.map((header) => (header === from ? to : header))
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('headers are found', () => {
  test('where they are given', async () => {
    const { cell } = sheetOf([ACME, BLANKS, [], HEADERS])
    expect(await cell('HEALTH', 'A1:M1', null, 'A4:M4')).toBe(7.875)
  })

  test('given as a column', async () => {
    const { cell } = sheetOf([ACME, [], ...HEADERS.map((header) => [header])])
    expect(await cell('HEALTH', 'A1:M1', null, 'A3:A15')).toBe(7.875)
  })

  test('by the columns connected in the pane, whatever they are called', async () => {
    const headers = renamed('Versions Behind', 'Release lag')
    const connections = [{ sheet: 'Accounts', table: null, columns: { versions_behind: 'Release lag' } }]
    const { cell } = sheetOf([headers, ACME], { document: { connections } })
    expect(await cell('HEALTH', 'A2:M2')).toBe(7.875)
  })

  test('a column connected by hand wins over one that is called like the input', async () => {
    const headers = [...HEADERS, 'Versions']
    const connections = [{ sheet: 'Accounts', table: null, columns: { versions_behind: 'Versions' } }]
    const { cell } = sheetOf([headers, [...ACME, 0]], { document: { connections } })
    // 10 in place of 5: (10 + 10 + 0) / 3 at 15%.
    expect(await cell('HEALTH', 'A2:N2')).toBeCloseTo(7.875 + (0.15 * 5) / 3, 12)
  })

  test('an input without a column, on purpose, is missing and not complained about', async () => {
    const connections = [{ sheet: 'Accounts', table: null, columns: { versions_behind: null } }]
    const { cell } = sheetOf(ROWS, { document: { connections } })
    expect(await cell('HEALTH.WHY', 'A2:M2')).not.toContain('Versions')
    expect(await cell('HEALTH.COVERAGE', 'A2:M2')).toBeCloseTo(0.95, 12)
  })

  test('above the rows of the sheet', async () => {
    const { cell } = sheetOf(ROWS)
    expect(await cell('HEALTH', 'A2:M2')).toBe(7.875)
  })

  test('over a table, though other things stand above', async () => {
    const { workbook, cell } = sheetOf([['A list of accounts'], HEADERS, ACME])
    workbook.addTable('Accounts', { sheet: 'Accounts', top: 1, left: 0, bottom: 2, right: 12 })
    expect(await cell('HEALTH', 'A3:M3')).toBe(7.875)
  })

  test('over rows that blank ones part from them', async () => {
    const { cell } = sheetOf([HEADERS, ACME, [], BLANKS, ACME, [], [], ACME])
    expect(await cell('HEALTH', 'A5:M5')).toBe(7.875)
    expect(await cell('HEALTH', 'A8:M8')).toBe(7.875)
  })

  test('by the order of the inputs where there are as many columns', async () => {
    const order: readonly Cell[] = ['Acme', 'Healthy', 3, 1, 15, 'no', 'no', 64, 0.31, null, 'Enterprise', false, false]
    const { cell } = sheetOf([order])
    expect(await cell('HEALTH', 'A1:M1')).toBe(7.875)
  })

  test('nowhere: a sentence says what to add', async () => {
    const { cell } = sheetOf([ACME.slice(0, 10)])
    expect(messageOf(await cell('HEALTH', 'A1:J1'))).toBe(
      '#VALUE! Salus found no headers for these cells: add the header row as the third argument, for example Accounts!A1:P1',
    )
    expect(messageOf(await cell('HEALTH', '=A1:J1'))).toMatch(/^#VALUE! Salus found no headers/)
  })
})

describe('what is known of headers follows the workbook', () => {
  const at = (sheet: string, row: number, column: number): Block => {
    return { sheet, top: row, left: column, bottom: row, right: column }
  }

  test('a header that is edited', async () => {
    const { workbook, cell } = sheetOf(ROWS)
    expect(await cell('HEALTH', 'A2:M2')).toBe(7.875)
    let recalculations = 0
    workbook.onRecalculate(() => recalculations++)
    await workbook.writeCells(at('Accounts', 0, 6), [['Release lag']])
    await settled()
    expect(recalculations).toBe(1)
    expect(await cell('HEALTH.WHY', 'A2:M2')).toContain('No column for "Versions Behind"')
    await workbook.writeCells(at('Accounts', 0, 6), [['versions_behind']])
    await settled()
    expect(await cell('HEALTH', 'A2:M2')).toBe(7.875)
  })

  test('cells that are no headers change nothing', async () => {
    const { workbook, cell } = sheetOf(ROWS)
    await cell('HEALTH', 'A2:M2')
    let recalculations = 0
    workbook.onRecalculate(() => recalculations++)
    await workbook.writeCells(at('Accounts', 1, 6), [[0]])
    await settled()
    expect(recalculations).toBe(0)
  })

  test('a column that is moved', async () => {
    const { workbook, cell } = sheetOf(ROWS)
    await cell('HEALTH', 'A2:M2')
    workbook.moveColumn('Accounts', 6, 1)
    await settled()
    expect(await cell('HEALTH', 'A2:M2')).toBe(7.875)
  })

  test('a column that is inserted', async () => {
    const { workbook, cell } = sheetOf(ROWS)
    await cell('HEALTH', 'A2:M2')
    workbook.insertColumn('Accounts', 3)
    await settled()
    expect(await cell('HEALTH', 'A2:N2')).toBe(7.875)
  })

  test('a sheet that is renamed', async () => {
    const { workbook, cell } = sheetOf(ROWS)
    await cell('HEALTH', 'A2:M2')
    workbook.renameSheet('Accounts', 'Our accounts')
    await settled()
    expect(await cell('HEALTH', "'Our accounts'!A2:M2")).toBe(7.875)
  })

  test('a list below another has its own headers', async () => {
    const reversed = (row: readonly Cell[]) => row.toReversed()
    const { cell } = sheetOf([HEADERS, ACME, [], reversed(HEADERS), reversed(BITS), reversed(ACME)])
    expect(await cell('HEALTH', 'A2:M2')).toBe(7.875)
    expect(await cell('HEALTH', 'A6:M6')).toBe(7.875)
    expect(await cell('HEALTH', 'A5:M5')).toBeCloseTo(29 / 3, 12)
  })
})
