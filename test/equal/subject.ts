import type { Columns } from '../../src/model/columns.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import { fillAcross } from '../../src/engine/across/fill.ts'
import { isAcross, needsOthers } from '../../src/model/across.ts'
import type { Input } from '../../src/model/input.ts'
import type { Model } from '../../src/model/model.ts'
import { bindCells } from '../../src/tables/bind.ts'
import type { Table, TableCell } from './engines/index.ts'

/** A model with the rows that all back ends score by it. */
export interface Subject {
  readonly name: string
  /** Where the model and its accounts come from. */
  readonly kind: 'written' | 'stored otherwise' | 'in a workbook' | 'from events' | 'random'
  readonly model: Model
  /** The model's file; null where it has none. */
  readonly file: string | null
  readonly asOf: number | null
  readonly rows: Rows
  /** The tables of the model's logs, by name, where figures are computed from them. */
  readonly logs?: ReadonlyMap<string, Table>
}

/** Accounts, numbered from 0, as a warehouse has them and as `salus score` reads them. Models of the same inputs may share them. */
export interface Rows {
  readonly table: Table
  readonly columns: Columns
}

/** The column of the accounts' keys: their numbers. */
export const KEY = 'the key'

/** Cells by the order of inputs, as a table of doubles, texts, truths and dates. */
export function rowsOf(name: string, inputs: readonly Input[], cells: readonly (readonly TableCell[])[]): Rows {
  const columns = inputs.map((input, at) => ({
    name: input.name,
    type: typeOf(input),
    cells: cells.map((row) => row[at] ?? null),
  }))
  const keys = { name: KEY, type: 'text' as const, cells: cells.map((_, n) => String(n)) }
  return { table: { name, columns: [keys, ...columns] }, columns: columnsOf(inputs, cells) }
}

/** What `salus score` reads of such cells. */
export function columnsOf(inputs: readonly Input[], cells: readonly (readonly TableCell[])[]): Columns {
  const header = [KEY, ...inputs.map((input) => input.name)]
  return bindCells([header, ...cells.map((row, n) => [String(n), ...row])], inputs, { key: KEY }).columns
}

/** A model's inputs that its table has: not those that are computed across accounts. */
export function givenInputs(model: Model): readonly Input[] {
  return allInputs(model).filter((input) => !isAcross(input))
}

/** The same accounts with what the model computes across them. */
export function filled(model: Model, asOf: number | null, rows: Rows): Rows {
  return needsOthers(model) ? { ...rows, columns: fillAcross(model, rows.columns, { asOf }).columns } : rows
}

/** One account's cells, for people. */
export function rowShown({ model, rows }: Subject, at: number): string {
  const read = new Set(allInputs(model).map((input) => input.name))
  return rows.table.columns
    .filter((column) => read.has(column.name))
    .map((column) => `${column.name} ${shown(column.cells[at] ?? null)}`)
    .join(', ')
}

function typeOf({ type }: Input): Table['columns'][number]['type'] {
  if (type === 'yes/no') return 'boolean'
  if (type === 'date') return 'date'
  return type === 'choice' || type === 'text' ? 'text' : 'double'
}

function shown(cell: TableCell): string {
  return Object.is(cell, -0) ? '-0' : typeof cell === 'string' ? JSON.stringify(cell) : String(cell)
}
