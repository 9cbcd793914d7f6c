/** A part of the report: sentences, then a table. The same on a terminal, on a page and in a workbook. */
export interface ReportSection {
  readonly title: string
  readonly lines: readonly string[]
  readonly table: ReportTable | null
}

export interface ReportTable {
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly string[])[]
}

export interface ReportColumn {
  readonly title: string
  readonly align: 'left' | 'right'
}

export function left(title: string): ReportColumn {
  return { title, align: 'left' }
}

export function right(title: string): ReportColumn {
  return { title, align: 'right' }
}
