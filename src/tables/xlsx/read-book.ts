import { type Cell, readXlsx, type Sheet } from 'hucre/xlsx'
import type { Book, BookCell, BookSheet, BookTable, BookValue } from './book.ts'
import { movedFormula, typedFormula } from './formulas.ts'
import { columnIndex } from './letters.ts'
import { readPart } from './salus-part.ts'
import { measureUnpacked } from './unpacked.ts'

export interface BookOptions {
  /** Names of our functions, as people type them. */
  readonly own: readonly string[]
  /** That of Salus's part. */
  readonly namespace: string
}

export type ReadBook =
  | { readonly kind: 'book'; readonly book: Book }
  /** The end of a sentence: `it is not an Excel workbook`. */
  | { readonly kind: 'problem'; readonly problem: string }

/** Unpacked; a grid in a browser holds no more. */
const LARGEST = 200 * 1_048_576

/** Reads an .xlsx file whole, as far as a `Book` goes. */
export async function readBook(file: Uint8Array, options: BookOptions): Promise<ReadBook> {
  const { kind } = await measureUnpacked(file, LARGEST)
  if (kind === 'not a zip') return { kind: 'problem', problem: 'it is not an .xlsx workbook' }
  if (kind === 'too large') return { kind: 'problem', problem: 'unpacked it is larger than 200 MB' }
  try {
    const workbook = await readXlsx(file, { readStyles: true })
    if (workbook.sheets.length === 0) return { kind: 'problem', problem: 'it has no sheets with cells' }
    const sheets = workbook.sheets.map((sheet) => readSheet(sheet, options.own))
    return { kind: 'book', book: { sheets, part: readPart(file, options.namespace) } }
  } catch {
    return { kind: 'problem', problem: 'it is damaged' }
  }
}

function readSheet(sheet: Sheet, own: readonly string[]): BookSheet {
  const shared = new Map<number, Shared>()
  const rows: (BookCell | null)[][] = sheet.rows.map((row) =>
    row.map((value) => (value === null ? null : { value: valueOf(value) })),
  )
  const places = [...(sheet.cells ?? [])].map(([key, cell]) => {
    const [row, column] = key.split(',').map(Number)
    return { row: row!, column: column!, cell }
  })
  for (const { row, column, cell } of places) {
    if (cell.formulaSharedIndex === undefined || !cell.formula) continue
    shared.set(cell.formulaSharedIndex, { row, column, formula: cell.formula })
  }
  for (const { row, column, cell } of places) {
    const line = (rows[row] ??= [])
    line[column] = readCell(cell, row, column, shared, own)
  }
  for (const { row, column } of places) clearSpill(rows, row, column)
  return {
    name: sheet.name,
    rows: rows.map((row) => Array.from(row, (cell) => cell ?? null)),
    widths: (sheet.columns ?? []).map(({ width }) => width ?? null),
    frozenRows: sheet.freezePane?.rows ?? 0,
    frozenColumns: sheet.freezePane?.columns ?? 0,
    tables: (sheet.tables ?? []).flatMap(({ name, range }) => tableOf(name, range ?? '')),
  }
}

/** What a formula spills is its result, and comes back when it is computed: as cells of their own it would stand in its way. */
function clearSpill(rows: (BookCell | null)[][], row: number, column: number): void {
  const [height, width] = rows[row]?.[column]?.spill ?? [1, 1]
  for (let down = 0; down < height; down++) {
    for (let across = 0; across < width; across++) {
      if (down + across > 0 && rows[row + down] !== undefined) rows[row + down]![column + across] = null
    }
  }
}

interface Shared {
  readonly row: number
  readonly column: number
  readonly formula: string
}

function readCell(
  cell: Cell,
  row: number,
  column: number,
  shared: ReadonlyMap<number, Shared>,
  own: readonly string[],
): BookCell | null {
  const first = cell.formulaSharedIndex === undefined ? undefined : shared.get(cell.formulaSharedIndex)
  const stored =
    cell.formula || (first === undefined ? '' : movedFormula(first.formula, row - first.row, column - first.column))
  const spill = cell.formulaType === 'array' ? sizeOf(cell.formulaRef ?? '') : null
  const format = cell.style?.numFmt
  const value = valueOf(cell.formulaResult ?? cell.value)
  if (value === null && stored === '' && format === undefined) return null
  return {
    value: cell.type === 'error' && typeof value === 'string' ? { error: value } : value,
    ...(stored === '' ? {} : { formula: typedFormula(stored, own) }),
    ...(spill === null ? {} : { spill }),
    ...(format === undefined || format === 'General' ? {} : { format }),
    ...(cell.style?.font?.bold === true ? { bold: true } : {}),
  }
}

function valueOf(value: Cell['value']): BookValue {
  if (value instanceof Date) return value.getTime() / 86_400_000 + FIRST_SERIAL
  return typeof value === 'string' && ERROR.test(value) ? { error: value } : value
}

const ERROR = /^#(VALUE!|N\/A|NAME\?|REF!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/
/** The serial number of 1970-01-01. */
const FIRST_SERIAL = 25_569

function sizeOf(range: string): readonly [number, number] | null {
  const [block] = tableOf('', range)
  return block === undefined ? null : [block.bottom - block.top + 1, block.right - block.left + 1]
}

function tableOf(name: string, range: string): BookTable[] {
  const found = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/i.exec(range)
  if (found === null) return []
  const [, left, top, right, bottom] = found
  return [
    {
      name,
      top: Number(top) - 1,
      left: columnIndex(left!),
      bottom: Number(bottom ?? top) - 1,
      right: columnIndex(right ?? left!),
    },
  ]
}
