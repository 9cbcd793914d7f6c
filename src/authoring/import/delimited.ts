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

/**
 * Lines of fields. A field in quotes may hold tabs and line breaks; a quote that does not close right before a tab or the
 * end of its line, within reason, is a plain character.
 */
function* fieldsOf(text: string): Iterable<readonly string[]> {
  let fields: string[] = []
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? closingQuote(text, at) : null
    const end = quoted === null ? endOfPlain(text, at) : quoted + 1
    fields.push(quoted === null ? text.slice(at, end) : text.slice(at + 1, quoted).replaceAll('""', '"'))
    if (text[end] !== '\t') {
      yield fields
      fields = []
    }
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
}

const LONGEST_FIELD = 10_000

function closingQuote(text: string, start: number): number | null {
  const window = text.slice(start, start + LONGEST_FIELD)
  for (let at = window.indexOf('"', 1); at !== -1; at = window.indexOf('"', at + 2))
    if (window[at + 1] !== '"') return /[\t\r\n]/.test(text[start + at + 1] ?? '\n') ? start + at : null
  return null
}

function endOfPlain(text: string, start: number): number {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}
