import { readXlsx, writeXlsxStream } from 'hucre/xlsx'
import type { Cell } from '../cell.ts'
import { isPercentFormat } from '../number-format.ts'

/** The only file that names hucre: a sheet as rows of cells, and rows of cells as a workbook. */

export type SheetRows =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'no such sheet'; readonly sheets: readonly string[] }

/** Reads one sheet, the first without a name. Throws what the library throws on files that are no workbook. */
export async function readSheet(bytes: Uint8Array, name: string | null): Promise<SheetRows> {
  const names: string[] = []
  const workbook = await readXlsx(bytes, {
    readStyles: true,
    sheets: (info, index) => {
      names.push(info.name)
      return name === null ? index === 0 : info.name === name
    },
  })
  const sheet = workbook.sheets[0]
  if (sheet === undefined) return { kind: 'no such sheet', sheets: names }
  const rows: Cell[][] = sheet.rows.map((row) => row.map(cellOf))
  for (const [place, { value, style }] of sheet.cells ?? []) {
    if (typeof value !== 'number' || !isPercentFormat(style?.numFmt ?? '')) continue
    const [row, column] = place.split(',').map(Number)
    const cells = rows[row!]
    if (cells !== undefined) cells[column!] = { kind: 'percent', value }
  }
  return { kind: 'rows', rows }
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return { kind: 'date', value: Math.floor(value.getTime() / 86_400_000) }
  return { kind: 'other', text: 'an object' }
}

/** A workbook of one sheet, in pieces, as its rows are drawn. */
export function writeSheet(
  name: string,
  header: readonly string[],
  rows: AsyncIterable<(string | number | null)[]>,
): AsyncIterable<Uint8Array> {
  return writeXlsxStream(rows, { name, columns: header.map((text) => ({ header: text })), maxRowsPerSheet: Infinity })
}
