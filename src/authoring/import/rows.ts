import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { readCell, type CellReading } from './claims.ts'
import { keyOf, type DraftBand } from './draft.ts'
import type { Layout } from './layout.ts'
import type { PastedTable } from './pasted.ts'

/** One row of a table of measures; where `measure` is blank it only gives its dimension a weight. */
export interface MeasureRow {
  readonly dimension: string
  readonly measure: string
  /** Of dimension and measure together. */
  readonly key: string
  readonly description: string
  readonly weight: string | null
  /** One for each band, worst first. */
  readonly readings: readonly CellReading[]
}

/** Reads the rows of a table of measures; a dimension named once holds for the rows below it. */
export function rowsOf(
  layout: Extract<Layout, { kind: 'measures' }>,
  bands: readonly DraftBand[],
): { readonly rows: readonly MeasureRow[]; readonly findings: readonly Finding[] } {
  const { table } = layout
  const header = table.rows[layout.header]!
  const percent = layout.weight !== null && header[layout.weight]!.text.includes('%')
  const findings: Finding[] = []
  const rows: MeasureRow[] = []
  const seen = new Set<string>()
  let dimension = layout.dimension === null ? (table.title ?? '') : ''
  table.rows.slice(layout.header + 1).forEach((cells, at) => {
    const text = (column: number | null): string => (column === null ? '' : (cells[column]?.text ?? ''))
    const fresh = (column: number | null): string =>
      column !== null && cells[column]?.repeated === true ? '' : text(column)
    if (cells.every((item, column) => item.text === (header[column]?.text ?? ''))) return
    dimension = fresh(layout.dimension) || dimension
    const measure = fresh(layout.measure)
    const key = `${keyOf(dimension)}/${keyOf(measure)}`
    const readings = bands.map((band) => readCell(text(columnOf(layout, band))))
    const weight = weightText(fresh(layout.weight), percent)
    if (measure === '' && readings.some((reading) => reading.kind !== 'blank'))
      findings.push(unused(`row ${at + 1} of ${nameOf(table)}`, 'it names no measure'))
    else if (measure !== '' && seen.has(key)) findings.push(unused(`"${measure}"`, 'it stands twice; the first counts'))
    else if (measure !== '' || weight !== null) {
      seen.add(key)
      rows.push({ dimension, measure, key, description: text(layout.description), weight, readings })
      readings.forEach((reading, band) => {
        if (reading.kind === 'unreadable')
          findings.push(finding('import-cell', { measure, band: bands[band]!.word.toLowerCase(), text: reading.text }))
      })
    }
  })
  return { rows: weightsOfDimensions(rows), findings }
}

export function unused(what: string, why: string): Finding {
  return finding('import-unused', { what, why })
}

export function nameOf(table: PastedTable): string {
  return table.title === null ? 'a table without a title' : `the table "${table.title}"`
}

/** `30 %` is `30%`; null where the cell holds no weight. */
export function weightText(text: string, percent: boolean): string | null {
  const found = /^(\d+(?:[.,]\d+)?)\s?(%?)$/.exec(text.trim())
  if (found === null) return null
  return `${found[1]!.replace(',', '.').replace(/^0+(?=\d)/, '')}${found[2] === '%' || percent ? '%' : ''}`
}

function columnOf(layout: Extract<Layout, { kind: 'measures' }>, band: DraftBand): number | null {
  const same = layout.bands.find((known) => known.word.toLowerCase() === band.word.toLowerCase())
  return (same ?? layout.bands.find((known) => known.rank === band.rank))?.column ?? null
}

/** A weight that only one measure of its dimension carries is the dimension's: its cell spans, or was left blank below. */
function weightsOfDimensions(rows: readonly MeasureRow[]): readonly MeasureRow[] {
  return [...Map.groupBy(rows, (row) => row.dimension)].flatMap(([dimension, group]) => {
    const weighed = group.filter((row) => row.weight !== null)
    const first = weighed[0]
    if (dimension === '' || weighed.length !== 1 || first === undefined || first.measure === '') return group
    return [
      { ...first, measure: '', key: `${keyOf(dimension)}/`, description: '', readings: [] },
      ...group.map((row) => (row === first ? { ...row, weight: null } : row)),
    ]
  })
}
