import { sentence } from '../../findings/report.ts'
import { formulaBook, type FormulaSheet, type SheetCell } from '../../formula/index.ts'
import type { Columns } from '../../model/columns.ts'
import { labelOf, type Input } from '../../model/input.ts'
import { plainText } from '../../tables/cell-text.ts'
import type { Cell } from '../../tables/cell.ts'
import type { Block } from '../block.ts'
import { HostProblem, type SheetContent, type Workbook } from '../workbook.ts'
import { FORMULA_SHEET, NUMBERS_SHEET } from './own-sheets.ts'
import type { Portfolio } from './portfolio.ts'

/** Writes the accounts of a portfolio onto a sheet that scores itself, beside one with the numbers of the model. Rejects where formulas cannot say it. */
export async function writeFormulaSheets(workbook: Workbook, portfolio: Portfolio): Promise<Block> {
  const [accounts, numbers] = formulaSheets(portfolio)
  // The numbers first: a formula that names a sheet which is not there is refused.
  await workbook.writeSheet(numbers)
  return workbook.writeSheet(accounts)
}

function formulaSheets({ applied, list }: Portfolio): readonly [accounts: SheetContent, numbers: SheetContent] {
  const { columns: at } = list.matching
  const absent = applied.inputs.filter((input) => !at.has(input.name))
  const width = list.header.length
  const header = [...list.header.map((cell) => plainText(cell).trim()), ...absent.map(labelOf)]
  const book = formulaBook(applied.model, {
    accounts: { header, rows: list.cells.map(() => []) },
    columnOf: ({ name }) => at.get(name) ?? width + absent.findIndex((one) => one.name === name),
    asOf: applied.asOf,
    ...(applied.segment !== null && { segment: applied.segment.name }),
    style: 'cells',
    sheets: { model: NUMBERS_SHEET, accounts: FORMULA_SHEET },
  })
  if (book.sheets === null) throw new HostProblem(book.findings.map(sentence).join(' '))
  const readers = new Map(applied.inputs.map((input) => [at.get(input.name) ?? -1, input]))
  const given = list.cells.map((row, n) => [
    ...Array.from({ length: width }, (_, k) => givenCell(row[k] ?? null, readers.get(k), list.columns, n)),
    ...absent.map((input) => givenCell(null, input, list.columns, n)),
  ])
  const [accounts, numbers] = book.sheets
  return [content(accounts!, given), content(numbers!, [])]
}

/** What the model reads there, as a workbook has it: 29.3 in a column of percentages is 29.3%. */
function givenCell(cell: Cell, input: Input | undefined, columns: Columns, row: number): Cell {
  const column = input === undefined ? undefined : columns.inputs.get(input.name)
  const value = column?.kind === 'number' ? column.values[row]! : NaN
  if (input === undefined || Number.isNaN(value)) return typeof cell === 'string' ? escaped(cell) : cell
  if (input.type === 'yes/no') return value !== 0
  if (input.type === 'date') return { kind: 'date', value }
  const isShare = input.type === 'percent' || (typeof cell === 'object' && cell?.kind === 'percent')
  return isShare ? { kind: 'percent', value } : value
}

/** A sheet as hosts take it: formulas are texts that begin with `=`. */
function content(sheet: FormulaSheet, given: readonly (readonly Cell[])[]): SheetContent {
  const rows = sheet.rows.map((row, n) => {
    const before = n === 0 ? [] : (given[n - 1] ?? [])
    return [...before, ...row.slice(before.length).map(sheetCell)]
  })
  return { name: sheet.name, rows, widths: sheet.widths, formats: formatsOf(sheet) }
}

function sheetCell(cell: SheetCell | null): Cell {
  if (cell === null) return null
  if (cell.formula !== undefined) return `=${cell.formula}`
  if (typeof cell.value === 'string') return escaped(cell.value)
  if (typeof cell.value === 'number' && cell.format?.includes('%') === true)
    return { kind: 'percent', value: cell.value }
  if (typeof cell.value === 'number' && cell.format?.includes('yy') === true) {
    return { kind: 'date', value: cell.value - SERIAL_OF_1970 }
  }
  return cell.value
}
const SERIAL_OF_1970 = 25_569

/** A text that begins with = would be a formula. */
function escaped(text: string): string {
  return text.startsWith('=') ? `'${text}` : text
}

/** Formats of whole columns of formulas. */
function formatsOf({ rows }: FormulaSheet): NonNullable<SheetContent['formats']> {
  return (rows[1] ?? []).flatMap((cell, column) =>
    cell?.formula === undefined || cell.format === undefined
      ? []
      : [{ cells: { top: 1, left: column, bottom: rows.length - 1, right: column }, format: cell.format }],
  )
}
