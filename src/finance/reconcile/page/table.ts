import { markup, NOTHING, type Html } from './html.ts'

/** A cell of a table: text, or text that leads to its lines, or that is led to. */
export type PageCell = string | Html | { readonly text: string; readonly to?: string; readonly id?: string }

export interface PageColumn {
  readonly title: string
  /** Amounts and counts stand right, one digit under the other. */
  readonly align: 'left' | 'right'
}

export interface PageTable {
  readonly caption?: string
  readonly columns: readonly PageColumn[]
  readonly rows: readonly (readonly PageCell[])[]
  /** A last row that the others add up to. */
  readonly total?: readonly PageCell[]
  readonly id?: string
  /** Few columns and many rows: set in columns side by side. */
  readonly narrow?: boolean
  /** A list of which only the first rows are printed: see `more`. */
  readonly long?: boolean
}

export function left(...titles: readonly string[]): PageColumn[] {
  return titles.map((title) => ({ title, align: 'left' }))
}

export function right(...titles: readonly string[]): PageColumn[] {
  return titles.map((title) => ({ title, align: 'right' }))
}

/** A table whose first cell of every row is its heading. */
export function table({ caption, columns, rows, total, id, narrow, long }: PageTable): Html {
  const title = caption === undefined ? NOTHING : markup`<caption>${caption}</caption>`
  const titles = columns.map((column) => markup`<th scope="col"${side(column.align)}>${column.title}</th>`)
  const head = columns.every((column) => column.title === '') ? NOTHING : markup`<thead><tr>${titles}</tr></thead>\n`
  const body = rows.map((row) => markup`<tr>${cells(row, columns)}</tr>\n`)
  const foot = total === undefined ? NOTHING : markup`<tfoot><tr>${cells(total, columns)}</tr></tfoot>`
  return markup`<div class="${['wide', narrow && 'narrow', long && 'long'].filter(Boolean).join(' ')}"><table${id === undefined ? NOTHING : markup` id="${id}"`}>
${title}${head}<tbody>
${body}</tbody>
${foot}</table></div>
`
}

function cells(row: readonly PageCell[], columns: readonly PageColumn[]): Html[] {
  return row.map((cell, at) => {
    const align = side(columns[at]?.align ?? 'left')
    const id = typeof cell === 'object' && 'text' in cell && cell.id !== undefined ? markup` id="${cell.id}"` : NOTHING
    return at === 0
      ? markup`<th scope="row" ${align}${id}>${content(cell)}</th>`
      : markup`<td${align}${id}>${content(cell)}</td>`
  })
}

function content(cell: PageCell): Html {
  if (typeof cell === 'string') return markup`${cell}`
  if ('html' in cell) return cell
  return cell.to === undefined ? markup`${cell.text}` : markup`<a href="#${cell.to}">${cell.text}</a>`
}

function side(align: PageColumn['align']): Html {
  return align === 'right' ? markup` class="n"` : NOTHING
}
