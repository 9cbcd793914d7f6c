import { fillAcross } from '../../engine/across/fill.ts'
import { needsOthers } from '../../model/across.ts'
import { allInputs } from '../../model/all-inputs.ts'
import type { Columns, Row } from '../../model/columns.ts'
import type { Model } from '../../model/model.ts'
import { pickColumns } from '../../model/pick-rows.ts'
import { rowAt } from '../../model/row-at.ts'

/** Rows of a table of many days, each with its figures across accounts: those of the rows of its own day. */
export function rowsByDay(model: Model, columns: Columns, dayOf: (row: number) => number | null): (row: number) => Row {
  const inputs = allInputs(model)
  if (!needsOthers(model)) return (row) => rowAt(columns, inputs, row)
  const rows = new Map<number | null, number[]>()
  const places = new Int32Array(columns.length)
  for (const row of places.keys()) {
    const own = rows.get(dayOf(row)) ?? []
    places[row] = own.push(row) - 1
    rows.set(dayOf(row), own)
  }
  const filled = new Map(
    [...rows].map(([day, own]) => [
      day,
      fillAcross(model, pickColumns(columns, Int32Array.from(own)), { asOf: day }).columns,
    ]),
  )
  return (row) => rowAt(filled.get(dayOf(row))!, inputs, places[row]!)
}
