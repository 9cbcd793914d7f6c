import { type Area, intersect, onSheet, splitAddress } from './area.ts'
import { type Book, type Sheet, blockOf, cellAt, findSheet, setCell } from './book.ts'
import { EMPTY } from './cell.ts'
import { type FormulaCall, parseFormula } from './formula.ts'
import type { Result } from './invocation.ts'

/** A cell whose formula is a call of a custom function. */
export interface FormulaCell {
  readonly sheet: Sheet
  readonly row: number
  readonly column: number
  readonly call: FormulaCall
}

/** Calls in a block; of the whole sheet without one. */
export function formulasIn(sheet: Sheet, area: Area | null): readonly FormulaCell[] {
  const found: FormulaCell[] = []
  for (const [row, cells] of sheet.rows) {
    for (const [column, { formula }] of cells) {
      if (formula === null) continue
      if (area !== null && intersect(area, { top: row, left: column, bottom: row, right: column }) === null) continue
      const call = parseFormula(formula)
      if (call !== null) found.push({ sheet, row, column, call })
    }
  }
  return found
}

/** Calls that must be computed again after a block changed: those in it, and those that read from it. */
export function touchedBy(book: Book, sheet: Sheet, area: Area): readonly FormulaCell[] {
  return book.sheets
    .flatMap((home) => formulasIn(home, null))
    .filter((cell) => isWithin(cell, sheet, area) || cell.call.arguments.some((given) => reads(given, cell.sheet)))

  function reads(given: FormulaCall['arguments'][number], home: Sheet): boolean {
    if (given.kind !== 'address' && given.kind !== 'array') return false
    if (given.address.includes('#REF!')) return true
    const named = splitAddress(given.address).sheet
    if (named !== null && findSheet(book, named) === null) return true
    const block = blockOf(book, onSheet(home.name, given.address))
    return block.sheet === sheet && intersect(block.area, area) !== null
  }
}

function isWithin(cell: FormulaCell, sheet: Sheet, area: Area): boolean {
  const place = { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column }
  return cell.sheet === sheet && intersect(area, place) !== null
}

/** Shows that a cell is being computed. */
export function markBusy({ sheet, row, column }: FormulaCell): void {
  setCell(sheet, row, column, { ...cellAt(sheet, row, column), value: { error: '#BUSY!', message: null }, card: null })
}

/** Puts a result where its formula stands, and spills what is larger. */
export function show(book: Book, cell: FormulaCell, result: Result): void {
  const { sheet, row, column } = cell
  const home = cellAt(sheet, row, column)
  if (findSheet(book, sheet.id) === null || home.formula === null) return
  const spilled = spills.get(home.formula + sheet.id) ?? []
  for (const [r, c] of spilled) setCell(sheet, r, c, EMPTY)
  const places = result.flatMap((cells, r) => cells.map((one, c) => ({ r: row + r, c: column + c, one })))
  const isBlocked = places.slice(1).some(({ r, c }) => cellAt(sheet, r, c).value !== null)
  const shown = isBlocked ? [{ r: row, c: column, one: { value: SPILL, card: null } }] : places
  for (const { r, c, one } of shown) {
    const own = r === row && c === column ? home : EMPTY
    setCell(sheet, r, c, { ...own, value: one.value, card: one.card })
  }
  spills.set(
    home.formula + sheet.id,
    shown.slice(1).map(({ r, c }) => [r, c] as const),
  )
}

const SPILL = { error: '#SPILL!', message: null }

/** Where results spilled to, so that they can be taken away again. */
const spills = new Map<string, readonly (readonly [number, number])[]>()
