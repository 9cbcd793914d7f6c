import type { Atom } from './atoms.ts'
import { type Alignment, gapOf, type Line, pageWidth, widthOf } from './lines.ts'

/** A line of the output, and where in the source it came from. */
export interface Row {
  readonly text: string
  readonly from: number
}

/** Lines to text: columns aligned, long lines broken, comments at the ends of neighbouring lines aligned. */
export function render(lines: readonly Line[]): readonly Row[] {
  const widths = columnWidths(lines)
  const broken = lines.map((line) => rowsOf(line, widths))
  const commentColumns = columnsOfComments(lines, broken)
  const output: Row[] = []
  lines.forEach((line, index) => {
    if (line.blank && output.length > 0) output.push({ text: '', from: line.from })
    const rows = broken[index]!
    const last = rows.length - 1
    rows.forEach((row, number) => {
      const comment = number === last ? line.comment : null
      output.push({
        text: comment === null ? row : withComment(row, comment, line, commentColumns[index]!),
        from: line.from,
      })
    })
  })
  return output
}

function withComment(row: string, comment: string, line: Line, column: number): string {
  return row === '' ? '  '.repeat(line.indent) + comment : `${row.padEnd(column)}  ${comment}`
}

function columnWidths(lines: readonly Line[]): ReadonlyMap<Alignment, number[]> {
  const widths = new Map<Alignment, number[]>()
  for (const { alignment, cells } of lines) {
    if (alignment === null) continue
    const own = widths.get(alignment) ?? []
    widths.set(alignment, own)
    cells.forEach((cell, column) => {
      const width = widthOf(cell)
      if (width <= alignment.widest && cells.slice(column + 1).some((later) => later.length > 0)) {
        own[column] = Math.max(own[column] ?? 0, width)
      }
    })
  }
  return widths
}

/** The line as one row, or as several where it is too long for the page. */
function rowsOf(line: Line, widths: ReadonlyMap<Alignment, number[]>): readonly string[] {
  const columns = line.alignment === null ? [] : (widths.get(line.alignment) ?? [])
  const further = '  '.repeat(line.indent + 2)
  const rows: string[] = []
  let row = '  '.repeat(line.indent)
  let gap = ''
  const add = (between: string, atoms: readonly Atom[], depth: 1 | 2) => {
    const width = widthOf(atoms)
    if (row.length + between.length + width <= pageWidth || between === '') {
      row += between + textOf(atoms)
    } else if (depth === 1 && further.length + width > pageWidth) {
      chunksOf(atoms, 2).forEach((chunk, index) => add(index === 0 ? between : gapOf(chunk[0]!), chunk, 2))
    } else {
      rows.push(row)
      row = further + textOf(atoms)
    }
  }
  line.cells.forEach((cell, column) => {
    chunksOf(cell, 1).forEach((chunk, index) => add(index === 0 ? gap : gapOf(chunk[0]!), chunk, 1))
    const width = widthOf(cell)
    const padding = Math.max(0, (columns[column] ?? 0) - width)
    if (width + padding > 0) gap = (width === 0 ? gap : '') + ' '.repeat(padding + (line.alignment?.gap ?? 2))
  })
  return [...rows, row].map((one) => one.trimEnd())
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map((atom, index) => (index === 0 ? '' : gapOf(atom)) + atom.text).join('')
}

/** Runs of words between which a line may be broken. */
function chunksOf(atoms: readonly Atom[], softest: 1 | 2): readonly (readonly Atom[])[] {
  const chunks: Atom[][] = []
  for (const atom of atoms) {
    const breaks = atom.wide || (atom.soft !== null && atom.soft <= softest)
    if (chunks.length === 0 || breaks) chunks.push([atom])
    else chunks.at(-1)!.push(atom)
  }
  return chunks
}

/** For each line, the column before which its comment is padded: that of its run of commented neighbours. */
function columnsOfComments(lines: readonly Line[], broken: readonly (readonly string[])[]): readonly number[] {
  const columns: number[] = []
  let run: number[] = []
  const close = () => {
    const width = Math.max(...run.map((index) => broken[index]!.at(-1)!.length))
    for (const index of run) columns[index] = width
    run = []
  }
  lines.forEach((line, index) => {
    const joins = line.comment !== null && broken[index]!.at(-1) !== ''
    if (run.length > 0 && (!joins || line.blank || line.indent !== lines[index - 1]!.indent)) close()
    if (joins) run.push(index)
  })
  if (run.length > 0) close()
  return columns
}
