import { type Cell, type CellStyle, type CellValue, writeXlsx, type WriteSheet } from 'hucre/xlsx'
import type { Book, BookCell, BookSheet, BookTable } from './book.ts'
import { storedFormula } from './formulas.ts'
import { columnLetters } from './letters.ts'
import type { BookOptions } from './read-book.ts'
import { finishFile } from './salus-part.ts'

/** A workbook as the bytes of an .xlsx file: formulas with the values they last had, so that they show without us. */
export async function writeBook(book: Book, { own, namespace }: BookOptions): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeXlsx({ sheets: book.sheets.map((sheet) => writeSheet(sheet, own)) })
  const part = book.part === null ? null : { text: book.part, namespace }
  return finishFile(file, part, book.calculate === true)
}

function writeSheet(sheet: BookSheet, own: readonly string[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const groups = groupsIn(sheet)
  for (const [row, line] of sheet.rows.entries()) {
    for (const [column, cell] of line.entries()) {
      const written = cell === null ? null : detailOf(cell, { row, column, own, groups })
      if (written !== null) cells.set(`${row},${column}`, written)
    }
  }
  return {
    name: sheet.name,
    rows: sheet.rows.map((line) => line.map((cell) => (cell === null ? null : plain(cell.value)))),
    cells,
    columns: sheet.widths.map((width, at) => ({
      ...(width === null ? {} : { width }),
      ...(sheet.folded?.includes(at) === true ? FOLDED : {}),
    })),
    ...(sheet.frozenRows + sheet.frozenColumns > 0
      ? { freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns } }
      : {}),
    tables: sheet.tables.map((table) => writeTable(table, sheet)),
  }
}

const FOLDED = { hidden: true, outlineLevel: 1 }
const BLUE = { rgb: '0000FF' }

interface Where {
  readonly row: number
  readonly column: number
  readonly own: readonly string[]
  readonly groups: ReadonlyMap<number, Group>
}

/** What a bare value cannot say; null where there is nothing else. */
function detailOf(cell: BookCell, where: Where): Partial<Cell> | null {
  const { value, formula, spill, format, bold, entry } = cell
  const { row, column } = where
  const style: CellStyle = {
    ...(format === undefined ? {} : { numFmt: format }),
    ...(bold === true ? { font: { bold: true } } : {}),
    ...(entry === true ? { font: { color: BLUE } } : {}),
  }
  const isError = typeof value === 'object' && value !== null
  if (formula === undefined && !isError && Object.keys(style).length === 0) return null
  const result = plain(value)
  return {
    value: result,
    ...(formula === undefined
      ? isError
        ? { type: 'error' as const }
        : {}
      : { type: 'formula' as const, ...formulaOf(cell, formula, where), formulaResult: result }),
    ...(spill === undefined
      ? {}
      : {
          formulaType: 'array' as const,
          formulaDynamic: true,
          formulaRef: `${place(row, column)}:${place(row + spill[0] - 1, column + spill[1] - 1)}`,
        }),
    ...(Object.keys(style).length === 0 ? {} : { style }),
  }
}

/** Rows from the first to the last. */
interface Group {
  readonly first: number
  last: number
}

/** Excel takes a file for broken in which a formula that rows share names another sheet, so such formulas stand in each row. */
function groupsIn({ rows }: BookSheet): ReadonlyMap<number, Group> {
  const groups = new Map<number, Group>()
  for (const [row, line] of rows.entries()) {
    for (const cell of line) {
      if (cell?.group === undefined || cell.formula?.includes('!') === true) continue
      const known = groups.get(cell.group)
      if (known === undefined) groups.set(cell.group, { first: row, last: row })
      else known.last = row
    }
  }
  return groups
}

/** A formula that many rows share stands in the first of them. */
function formulaOf({ group }: BookCell, formula: string, { row, column, own, groups }: Where): Partial<Cell> {
  const found = group === undefined ? undefined : groups.get(group)
  if (found === undefined || found.first === found.last) return { formula: storedFormula(formula, own) }
  const shared = { formulaType: 'shared' as const, formulaSharedIndex: group! }
  if (row !== found.first) return { ...shared, formula: '' }
  return {
    ...shared,
    formula: storedFormula(formula, own),
    formulaRef: `${place(row, column)}:${place(found.last, column)}`,
  }
}

function plain(value: BookCell['value']): CellValue {
  return typeof value === 'object' && value !== null ? value.error : value
}

function writeTable({ name, top, left, bottom, right }: BookTable, sheet: BookSheet) {
  const header = sheet.rows[top] ?? []
  return {
    name,
    range: `${place(top, left)}:${place(bottom, right)}`,
    columns: Array.from({ length: right - left + 1 }, (_, at) => ({
      name: String(plain(header[left + at]?.value ?? '')),
    })),
    style: 'TableStyleLight1',
  }
}

function place(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}
