import type { Span } from '../span.ts'
import { visible, widthOf, window } from './columns.ts'
import { linesOf, positionAt } from './source.ts'

/** A span to be underlined, with a label that reads under it. */
export interface Mark {
  readonly span: Span
  readonly label: string
  readonly primary: boolean
}

/** A row of an excerpt: source with its line number, or what stands under a line. */
export type ExcerptRow =
  | { readonly kind: 'source'; readonly number: number; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string; readonly primary: boolean }
  | { readonly kind: 'gap' }

/** Room for source text on a line. */
const WIDTH = 100

/** The lines of one file that hold marks, each mark underlined on its first line. */
export function excerpt(text: string, marks: readonly Mark[]): readonly ExcerptRow[] {
  const lines = linesOf(text)
  const byLine = Map.groupBy(marks, ({ span }) => positionAt(text, span.start).line)
  const rows: ExcerptRow[] = []
  let last: number | null = null
  for (const number of [...byLine.keys()].toSorted((a, b) => a - b)) {
    if (last !== null && number > last + 1) rows.push({ kind: 'gap' })
    last = number
    const whole = lines[number - 1] ?? ''
    const here = byLine.get(number)!
    const cut = cutFor(text, whole, here)
    const line = whole.slice(cut, cut + LONGEST)
    const placed = here
      .map((mark) => ({ ...mark, ...columnsOf(text, line, cut, mark.span) }))
      .toSorted((a, b) => a.from - b.from)
    const primary = placed.find((mark) => mark.primary) ?? placed[0]!
    const shift = shiftFor(widthOf(visible(line)), primary.from, primary.to)
    rows.push({ kind: 'source', number, text: window(visible(line), shift, shift + WIDTH).trimEnd() })
    for (const { from, to, label, primary: main } of placed) {
      const start = from - shift + (shift > 0 ? 1 : 0)
      if (start < 0 || start > WIDTH) continue
      const under = (main ? '━' : '─').repeat(Math.max(1, Math.min(to, shift + WIDTH) - from))
      rows.push({ kind: 'mark', text: `${' '.repeat(start)}${under}${label === '' ? '' : ` ${label}`}`, primary: main })
    }
  }
  return rows
}

/** A line longer than this is measured only around its mark: a whole file of noise can stand on one line. */
const LONGEST = 2000

/** How many characters of an overlong line are left away before it is measured. */
function cutFor(text: string, line: string, marks: readonly Mark[]): number {
  if (line.length <= LONGEST) return 0
  const primary = marks.find((mark) => mark.primary) ?? marks[0]!
  return Math.max(0, positionAt(text, primary.span.start).column - 1 - LONGEST / 2)
}

/** Where a span stands on its first line, of which `cut` characters are left away, in terminal columns from 0. */
function columnsOf(text: string, line: string, cut: number, span: Span): { from: number; to: number } {
  const start = positionAt(text, span.start)
  const end = positionAt(text, span.end)
  const first = Math.max(0, start.column - 1 - cut)
  const last = end.line === start.line ? Math.max(0, end.column - 1 - cut) : line.trimEnd().length
  return { from: widthOf(visible(line.slice(0, first))), to: widthOf(visible(line.slice(0, last))) }
}

/** How much of a long line to leave away on the left, so that the mark is seen. */
function shiftFor(width: number, from: number, to: number): number {
  if (width <= WIDTH || to <= WIDTH) return 0
  return Math.max(0, Math.min(from - WIDTH / 3, width - WIDTH)) | 0
}
