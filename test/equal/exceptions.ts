import { allInputs } from '../../src/model/all-inputs.ts'
import type { TableCell } from './engines/index.ts'
import type { Subject } from './subject.ts'

/** Where a back end may give something else, and why. Nothing that is not listed here is forgiven. */
export interface Exception {
  readonly name: string
  /** Labels of the back ends. */
  readonly of: readonly string[]
  readonly holds: (cell: TableCell) => boolean
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    // It ends a query at a product that comes out too small, so what could lead there counts as 0.
    name: 'numbers nearer to 0 than 1e-100',
    of: ['PostgreSQL'],
    holds: (cell) => typeof cell === 'number' && cell !== 0 && Math.abs(cell) < 1e-100,
  },
  {
    // It ends a query at a sum that comes out too large, so what could lead there counts as missing.
    name: 'numbers beyond 1e290',
    of: ['PostgreSQL'],
    holds: (cell) => typeof cell === 'number' && Number.isFinite(cell) && Math.abs(cell) > 1e290,
  },
]

/** The name of an exception that a row of a back end falls under; null where it must be the same. */
export function exceptionFor(label: string, { model, rows }: Subject, at: number): string | null {
  const own = EXCEPTIONS.filter((one) => one.of.includes(label))
  if (own.length === 0) return null
  const read = new Set(allInputs(model).map((input) => input.name))
  const cells = rows.table.columns.filter((column) => read.has(column.name)).map((column) => column.cells[at] ?? null)
  return own.find((one) => cells.some(one.holds))?.name ?? null
}
