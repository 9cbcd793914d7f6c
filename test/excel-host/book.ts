import type { Area } from './area.ts'
import { contains, formatArea, intersect, parseArea, splitAddress } from './area.ts'
import { moveAddresses } from './formula.ts'
import { type Cell, EMPTY, type Value, apiValue, typed } from './cell.ts'

/** A workbook, and what happened to it. Clients look at it through the rich API, tests as a person would. */
export interface Book {
  readonly sheets: Sheet[]
  readonly tables: Table[]
  /** Custom XML parts by id. */
  readonly parts: Map<string, string>
  readonly names: Map<string, string>
  active: string
  selection: { sheet: string; area: Area }
  /** Someone is typing in a cell: requests are refused, or wait if they said so. */
  editing: boolean
  nextId: number
  /** Called after every change, by whom: null is a person at another computer. */
  readonly watchers: Set<(event: BookEvent) => void>
}

export interface Sheet {
  readonly id: string
  name: string
  protected: boolean
  /** By row, then column. */
  readonly rows: Map<number, Map<number, Cell>>
}

export interface Table {
  readonly id: string
  name: string
  readonly sheet: Sheet
  /** With its header row. */
  area: Area
}

export interface BookEvent {
  readonly kind: EventKind
  readonly sheet: Sheet | null
  readonly details: Readonly<Record<string, unknown>>
  /** Who caused it. */
  readonly by: unknown
}

export type EventKind =
  | 'changed'
  | 'formatChanged'
  | 'selectionChanged'
  | 'sheetActivated'
  | 'sheetAdded'
  | 'sheetDeleted'
  | 'sheetNameChanged'
  | 'tableAdded'
  | 'tableDeleted'
  | 'tableChanged'
  | 'bookActivated'
  | 'rowSorted'

export function createBook(): Book {
  const book: Book = {
    sheets: [],
    tables: [],
    parts: new Map(),
    names: new Map(),
    active: '',
    selection: { sheet: '', area: { top: 0, left: 0, bottom: 0, right: 0 } },
    editing: false,
    nextId: 1,
    watchers: new Set(),
  }
  const first = addSheet(book, 'Sheet1', null)
  book.active = first.id
  book.selection.sheet = first.id
  return book
}

export function addSheet(book: Book, name: string, by: unknown): Sheet {
  const sheet: Sheet = { id: `{sheet-${book.nextId++}}`, name, protected: false, rows: new Map() }
  book.sheets.push(sheet)
  tell(book, { kind: 'sheetAdded', sheet, details: {}, by })
  return sheet
}

export function removeSheet(book: Book, sheet: Sheet, by: unknown): void {
  book.sheets.splice(book.sheets.indexOf(sheet), 1)
  for (const table of book.tables.filter((one) => one.sheet === sheet))
    book.tables.splice(book.tables.indexOf(table), 1)
  tell(book, { kind: 'sheetDeleted', sheet, details: {}, by })
}

export function renameSheet(book: Book, sheet: Sheet, name: string, by: unknown): void {
  const nameBefore = sheet.name
  sheet.name = name
  tell(book, { kind: 'sheetNameChanged', sheet, details: { nameBefore, nameAfter: name }, by })
}

export function findSheet(book: Book, key: string): Sheet | null {
  const lower = key.toLowerCase()
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === lower || sheet.id === key) ?? null
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.rows.get(row)?.get(column) ?? EMPTY
}

/** A header's text, say. */
export function apiText(cell: Cell): string {
  return String(apiValue(cell.value))
}

export function setCell(sheet: Sheet, row: number, column: number, cell: Cell): void {
  let cells = sheet.rows.get(row)
  if (cells === undefined) sheet.rows.set(row, (cells = new Map()))
  if (cell.value === null && cell.formula === null && cell.format === 'General') cells.delete(column)
  else cells.set(column, cell)
}

/** Types into a block, as an add-in writes and a person pastes. null leaves a cell as it is. */
export function enter(book: Book, sheet: Sheet, area: Area, rows: readonly (readonly unknown[])[], by: unknown): void {
  rows.forEach((row, r) =>
    row.forEach((input, c) => {
      if (input === null || input === undefined) return
      const before = cellAt(sheet, area.top + r, area.left + c)
      setCell(sheet, area.top + r, area.left + c, typed(input, before.format))
    }),
  )
  changed(book, sheet, area, by)
}

export function format(book: Book, sheet: Sheet, area: Area, rows: readonly (readonly unknown[])[], by: unknown): void {
  rows.forEach((row, r) =>
    row.forEach((code, c) => {
      const before = cellAt(sheet, area.top + r, area.left + c)
      if (typeof code === 'string') setCell(sheet, area.top + r, area.left + c, { ...before, format: code })
    }),
  )
  tell(book, { kind: 'formatChanged', sheet, details: { address: formatArea(area) }, by })
}

/** The smallest block that holds all values and formulas; null where there are none. */
export function usedArea(sheet: Sheet, within: Area | null = null): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1]
  for (const [row, cells] of sheet.rows) {
    if (within !== null && (row < within.top || row > within.bottom)) continue
    for (const [column, cell] of cells) {
      if (cell.value === null && cell.formula === null) continue
      if (within !== null && (column < within.left || column > within.right)) continue
      top = Math.min(top, row)
      left = Math.min(left, column)
      bottom = Math.max(bottom, row)
      right = Math.max(right, column)
    }
  }
  return bottom < 0 ? null : { top, left, bottom, right }
}

/** The block around a cell that empty rows and columns bound. */
export function surroundingArea(sheet: Sheet, from: Area): Area {
  let { top, left, bottom, right } = { ...from, bottom: from.top, right: from.left }
  const filled = (row: number, column: number) => {
    const { value, formula } = cellAt(sheet, row, column)
    return value !== null || formula !== null
  }
  const inRow = (row: number) => row >= 0 && range(left - 1, right + 1).some((column) => filled(row, column))
  const inColumn = (column: number) => column >= 0 && range(top - 1, bottom + 1).some((row) => filled(row, column))
  for (let grew = true; grew;) {
    grew = false
    for (; inRow(top - 1); grew = true) top--
    for (; inRow(bottom + 1); grew = true) bottom++
    for (; inColumn(left - 1); grew = true) left--
    for (; inColumn(right + 1); grew = true) right++
  }
  return { top, left, bottom, right }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

export function addTable(book: Book, sheet: Sheet, area: Area, name: string | null, by: unknown): Table {
  const number = book.nextId++
  const table: Table = { id: `{table-${number}}`, name: name ?? `Table${number}`, sheet, area }
  book.tables.push(table)
  tell(book, { kind: 'tableAdded', sheet, details: { tableId: table.id }, by })
  return table
}

export function tablesIn(book: Book, sheet: Sheet, area: Area, fullyContained: boolean): readonly Table[] {
  return book.tables.filter(
    (table) =>
      table.sheet === sheet && (fullyContained ? contains(area, table.area) : intersect(area, table.area) !== null),
  )
}

/** Deletes (`by` negative) or inserts whole rows or columns: cells, tables and the addresses in formulas move along. */
export function shift(book: Book, sheet: Sheet, axis: 'row' | 'column', at: number, by: number, who: unknown): void {
  const move = (place: number) => (place < at ? place : place + by)
  const isGone = (place: number) => by < 0 && place >= at && place < at - by
  const rows = [...sheet.rows]
  sheet.rows.clear()
  for (const [row, cells] of rows) {
    if (axis === 'row' && isGone(row)) continue
    const moved = axis === 'row' ? cells : new Map<number, Cell>()
    if (axis === 'column') for (const [column, cell] of cells) if (!isGone(column)) moved.set(move(column), cell)
    sheet.rows.set(axis === 'row' ? move(row) : row, moved)
  }
  const moveArea = (area: Area): Area | null => {
    const [from, to] = axis === 'row' ? [area.top, area.bottom] : [area.left, area.right]
    const [first, last] = isGone(from) ? [at, move(to)] : [move(from), isGone(to) ? at - 1 : move(to)]
    if (isGone(from) && isGone(to)) return null
    return axis === 'row' ? { ...area, top: first, bottom: last } : { ...area, left: first, right: last }
  }
  for (const table of book.tables.filter((one) => one.sheet === sheet)) table.area = moveArea(table.area) ?? table.area
  for (const other of book.sheets) {
    for (const cells of other.rows.values()) {
      for (const [column, cell] of cells) {
        if (cell.formula === null) continue
        cells.set(column, { ...cell, formula: moveAddresses(cell.formula, other.name, sheet.name, moveArea) })
      }
    }
  }
  const first = axis === 'row' ? { top: at, bottom: at + Math.abs(by) - 1, left: 0, right: 16_383 } : null
  const area = first ?? { top: 0, bottom: 1_048_575, left: at, right: at + Math.abs(by) - 1 }
  const changeType = `${axis === 'row' ? 'Row' : 'Column'}${by < 0 ? 'Deleted' : 'Inserted'}`
  tell(book, { kind: 'changed', sheet, details: { address: formatArea(area), changeType, area }, by: who })
}

/** Finds a block by an address with its sheet, `Accounts!A2:P2`. Throws where there is none: tests are not written to miss. */
export function blockOf(book: Book, address: string): { readonly sheet: Sheet; readonly area: Area } {
  const parts = splitAddress(address)
  const sheet = findSheet(book, parts.sheet ?? book.active)
  const area = parseArea(parts.area)
  if (sheet === null || area === null) throw new Error(`No block ${address}`)
  return { sheet, area }
}

export function valuesOf(sheet: Sheet, area: Area): Value[][] {
  return grid(area, (row, column) => cellAt(sheet, row, column).value)
}

export function grid<T>(area: Area, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
    Array.from({ length: area.right - area.left + 1 }, (_unused, c) => at(area.top + r, area.left + c)),
  )
}

export function changed(book: Book, sheet: Sheet, area: Area, by: unknown): void {
  const details = { address: formatArea(area), changeType: 'RangeEdited', area }
  tell(book, { kind: 'changed', sheet, details, by })
  for (const table of tablesIn(book, sheet, area, false)) {
    tell(book, { kind: 'tableChanged', sheet, details: { ...details, tableId: table.id }, by })
  }
}

export function select(book: Book, sheet: Sheet, area: Area, by: unknown): void {
  const moved = book.active !== sheet.id
  book.active = sheet.id
  book.selection = { sheet: sheet.id, area }
  if (moved) tell(book, { kind: 'sheetActivated', sheet, details: {}, by })
  tell(book, { kind: 'selectionChanged', sheet, details: { address: formatArea(area) }, by })
}

export function tell(book: Book, event: BookEvent): void {
  for (const watcher of book.watchers) watcher(event)
}
