import Papa from 'papaparse'
import { cell, titleLike, type PastedCell, type PastedTable } from './pasted.ts'

/**
 * Tab-separated cells, as a spreadsheet puts them on the clipboard. Blank lines part one table from the next; a line with
 * a single cell is a title where it stands before a table, else a row (a dimension of its own, say).
 */
export function delimitedTables(text: string): readonly PastedTable[] {
  const tables: PastedTable[] = []
  let title: string | null = null
  let rows: (readonly PastedCell[])[] = []
  const close = (): void => {
    if (rows.length > 1) tables.push({ title, rows })
    if (rows.length > 0) title = null
    rows = []
  }
  for (const fields of fieldsOf(text)) {
    const cells = fields.map((field) => cell(field))
    const filled = cells.filter((item) => item.text !== '')
    if (filled.length === 0) close()
    else if (rows.length === 0 && filled.length === 1) title = titleLike(filled[0]!.text) ? filled[0]!.text : title
    else rows.push(cells)
  }
  close()
  return tables
}

/** A quote that never closes would swallow the rest of the paste: then quotes are read as plain characters. */
function fieldsOf(text: string): readonly string[][] {
  const quoted = Papa.parse<string[]>(text, { delimiter: '\t' })
  return quoted.errors.some((error) => error.type === 'Quotes')
    ? text.split(/\r\n|\r|\n/).map((line) => line.split('\t'))
    : quoted.data
}
