import { widthOf, window } from '../../findings/render/columns.ts'

/** A cell of a printed table; `styled` is the text with colour, of the same visible width. */
export interface PrintedCell {
  readonly text: string
  readonly styled?: string
}

export interface PrintedColumn {
  readonly title: string
  readonly align: 'left' | 'right'
  /** Longer texts are cut with an ellipsis. */
  readonly most?: number
}

/** Lines of an aligned table, title line first. Columns empty in every row are left out. */
export function printTable(
  columns: readonly PrintedColumn[],
  rows: readonly (readonly PrintedCell[])[],
  dim: (text: string) => string,
): string[] {
  const used = columns.map((_, at) => rows.some((row) => (row[at]?.text ?? '') !== ''))
  const widths = columns.map((column, at) =>
    Math.max(
      column.title.length,
      ...rows.map((row) => Math.min(widthOf(row[at]?.text ?? ''), column.most ?? Infinity)),
    ),
  )
  const line = (cells: readonly PrintedCell[]): string =>
    columns
      .flatMap((column, at) => (used[at] ? [place(cells[at] ?? { text: '' }, widths[at]!, column.align)] : []))
      .join('  ')
      .trimEnd()
  return [dim(line(columns.map((column) => ({ text: column.title })))), ...rows.map(line)]
}

function place(cell: PrintedCell, width: number, align: PrintedColumn['align']): string {
  const over = widthOf(cell.text) > width
  const text = over ? window(cell.text, 0, width - 1) : cell.text
  const shown = over ? text : (cell.styled ?? text)
  const gap = ' '.repeat(width - widthOf(text))
  return align === 'left' ? shown + gap : gap + shown
}
