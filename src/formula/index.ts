export { formulaBook, type FormulaBook, type FormulaOptions } from './book.ts'
export type { FormulaSheet, SheetCell } from './cell.ts'
