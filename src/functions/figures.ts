import { fillAcross } from '../engine/across/fill.ts'
import { type Refusal, refuse } from '../host/desk/state.ts'
import { isAcross } from '../model/across.ts'
import type { Columns } from '../model/columns.ts'
import { readColumns } from '../tables/bind.ts'
import type { Cell } from '../tables/cell.ts'
import { labelOf } from '../model/input.ts'
import type { Binding } from './binding.ts'
import { isBlank, keyOf } from './scored.ts'

/**
 * All rows as columns with the figures across accounts in them, over just these rows; null where the model has no such figure,
 * or the sheet a column for each.
 */
export function withFigures(binding: Binding, cells: readonly (readonly Cell[])[]): Columns | Refusal | null {
  const { applied, header, matching } = binding
  const figure = applied.inputs.find((input) => isAcross(input) && !matching.columns.has(input.name))
  if (figure === undefined) return null
  if (cells.filter((row) => !isBlank(row)).length < 2) {
    return refuse('wrong', `"${labelOf(figure)}" needs all the accounts: give their rows together, for example A2:P200`)
  }
  const columns = readColumns(cells, header, matching, applied.inputs)
  const { asOf, segment, overrides } = applied
  const keyed = {
    ...columns,
    accounts: matching.account === null ? null : cells.map((row) => keyOf(binding, row) ?? ''),
  }
  return fillAcross(applied.model, keyed, { asOf, segment: segment?.name, overrides }).columns
}
