import type { AcrossInput } from '../../model/across.ts'
import type { Column, Columns } from '../../model/columns.ts'
import type { Expression } from '../../model/expression.ts'
import type { Model } from '../../model/model.ts'
import { formulaColumns } from '../kernels/formula-columns.ts'
import { plan, type Plan } from '../kernels/plan.ts'
import { familiesOf, type Families } from './families.ts'
import { scoreColumns, type ScoreTableOptions } from './score-columns.ts'

/** A table of accounts while its columns are filled. */
export interface Filling {
  readonly model: Model
  readonly options: ScoreTableOptions
  readonly plan: Plan
  columns: Columns
  families: Families | null
}

/** Formulas of every row: NaN where missing. */
export type Formulas = (of: readonly Expression[]) => readonly Float64Array[]

export function filling(model: Model, columns: Columns, options: ScoreTableOptions): Filling {
  return { model, options, plan: plan(model, options), columns, families: null }
}

/** Of formulas that read no score. */
export function unscored(table: Filling): Formulas {
  return (of) => formulaColumns(table.plan, of, table.columns)
}

/** Of formulas that may read scores, of the table or of some of its rows. */
export function scored({ model, options, columns: all }: Filling, columns: Columns = all): Formulas {
  return (of) => scoreColumns(model, of, columns, options)
}

/** Who belongs to whom: found when it is first asked for, and kept to be reported. */
export function familiesIn(table: Filling): Families {
  const { model, columns } = table
  if (table.families !== null) return table.families
  const parent = model.inputs.find((input) => input.role === 'parent')
  const column = parent && columns.inputs.get(parent.name)
  const accounts = columns.accounts ?? Array<string>(columns.length).fill('')
  table.families = familiesOf(accounts, column === undefined ? accounts.map(() => null) : textsIn(column))
  return table.families
}

function textsIn(column: Column): readonly (string | null)[] {
  return column.kind === 'text'
    ? Array.from(column.codes, (code) => column.dictionary[code] ?? null)
    : Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value)))
}

/** Puts a figure's column into the table; of a band `values` are ranks among the choices. */
export function setColumn(table: Filling, { name, type, choices }: AcrossInput, values: Float64Array): void {
  const column: Column =
    type === 'choice'
      ? { kind: 'text', codes: ranks(values), dictionary: choices, unreadable: [] }
      : { kind: 'number', values, unreadable: [] }
  table.columns = { ...table.columns, inputs: new Map([...table.columns.inputs, [name, column]]) }
}

function ranks(values: Float64Array): Int32Array {
  return Int32Array.from(values, (rank) => (Number.isNaN(rank) ? -1 : rank))
}
