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
export function setColumn(table: Filling, input: AcrossInput, values: Float64Array): void {
  const set = startColumn(table, input)
  for (const [row, value] of values.entries()) set(row, value)
}

/** Puts a column into the table in which every row is missing, and gives what fills it row by row. */
export function startColumn(
  table: Filling,
  { name, type, choices }: AcrossInput,
): (row: number, value: number) => void {
  const { length } = table.columns
  const values = new Float64Array(type === 'choice' ? 0 : length).fill(NaN)
  const codes = new Int32Array(type === 'choice' ? length : 0).fill(-1)
  const column: Column =
    type === 'choice'
      ? { kind: 'text', codes, dictionary: choices, unreadable: [] }
      : { kind: 'number', values, unreadable: [] }
  table.columns = { ...table.columns, inputs: new Map([...table.columns.inputs, [name, column]]) }
  return (row, value) => {
    if (type !== 'choice') values[row] = value
    else codes[row] = Number.isNaN(value) ? -1 : value
  }
}
