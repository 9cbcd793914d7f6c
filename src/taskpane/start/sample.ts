import { columnLetters } from '../../host/block.ts'
import type { SheetContent } from '../../host/workbook.ts'
import type { Cell } from '../../tables/cell.ts'

/** The sample portfolio as a sheet with its scores beside it. The sample's text holds no quoted cells. */
export function sampleSheet(csv: string): SheetContent {
  const [header, ...lines] = rowsOf(csv)
  const last = columnLetters(header.length - 1)
  const scored = lines.map((line, at): readonly Cell[] => {
    const range = `A${at + 2}:${last}${at + 2}`
    return [...line, `=HEALTH(${range})`, `=HEALTH.BAND(${range})`]
  })
  return { name: 'Accounts', table: 'Portfolio', rows: [[...header, 'Health', 'Band'], ...scored] }
}

/** A table of the sample as cells, its header as texts. */
export function rowsOf(csv: string): readonly [header: readonly string[], ...rows: (readonly Cell[])[]] {
  const [header = [], ...lines] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  return [header, ...lines.map((line) => line.map(cellOf))]
}

function cellOf(text: string): Cell {
  if (text === '') return null
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'date', value: Date.parse(text) / 86_400_000 }
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
