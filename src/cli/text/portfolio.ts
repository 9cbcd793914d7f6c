import type { Band } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'
import type { Style } from './style.ts'
import { printTable, type PrintedCell, type PrintedColumn } from './table.ts'

/** What is counted of each account. */
export interface PortfolioRow {
  readonly segment: string | null
  readonly score: number | null
  readonly band: string | null
}

const BAR = 24

/** How many accounts are in which band, by segment and in all, with the mean score. */
export function printPortfolio(model: Model, rows: readonly PortfolioRow[], style: Style): string[] {
  const bands = model.segments.at(-1)?.root.bands ?? model.ladder
  const segments = model.segments.filter((segment) => rows.some((row) => row.segment === segment.name))
  const columns: PrintedColumn[] = [
    { title: 'segment', align: 'left' },
    { title: 'accounts', align: 'right' },
    ...bands.map((band): PrintedColumn => ({ title: band.label.toLowerCase(), align: 'right' })),
    { title: 'no score', align: 'right' },
    { title: 'mean', align: 'right' },
    { title: '', align: 'left' },
  ]
  const lines = segments.map((segment) =>
    portfolioLine(
      segment.label,
      rows.filter((row) => row.segment === segment.name),
      bands,
      style,
    ),
  )
  const outside = rows.filter((row) => row.segment === null)
  if (outside.length > 0) lines.push(portfolioLine('in no segment', outside, bands, style))
  if (lines.length > 1) lines.push(portfolioLine('all', rows, bands, style))
  return printTable(columns, lines, style.dim)
}

function portfolioLine(
  label: string,
  rows: readonly PortfolioRow[],
  bands: readonly Band[],
  style: Style,
): PrintedCell[] {
  const counts = bands.map((band) => rows.filter((row) => row.band === band.name).length)
  const scores = rows.flatMap((row) => row.score ?? [])
  const mean = scores.length === 0 ? '' : (scores.reduce((sum, score) => sum + score, 0) / scores.length).toFixed(1)
  const none = rows.length - scores.length
  return [
    { text: label },
    { text: String(rows.length) },
    ...counts.map((count, at): PrintedCell => ({
      text: String(count),
      styled: style.band(String(count), bands, bands[at]!.name),
    })),
    { text: none === 0 ? '' : String(none) },
    { text: mean },
    barCell(counts, bands, style),
  ]
}

/** Bands side by side, worst first, each as long as its share. */
export function barCell(counts: readonly number[], bands: readonly Band[], style: Style): PrintedCell {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return { text: '' }
  const marks = style.color
    ? bands.map(() => '█')
    : bands.map((_, at) => '▓▒░'[Math.round((at * 2) / Math.max(1, bands.length - 1))]!)
  const ends = counts.map((_, at) =>
    Math.round((counts.slice(0, at + 1).reduce((sum, count) => sum + count, 0) / total) * BAR),
  )
  const parts = ends.map((end, at) => marks[at]!.repeat(end - (ends[at - 1] ?? 0)))
  return { text: parts.join(''), styled: parts.map((part, at) => style.band(part, bands, bands[at]!.name)).join('') }
}
