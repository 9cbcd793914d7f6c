import type { CstNode, IToken } from 'chevrotain'
import { type Atom, piecesOf, type Softness, textOf } from './atoms.ts'
import { type Alignment, gapOf, type Line, pageWidth, widthOf } from './lines.ts'

export interface LineOptions {
  /** Keep one blank line where the source had some; `never` at the start of a block. */
  readonly blank?: 'keep' | 'never'
  readonly alignment?: Alignment
  /** The line closes a block: comments before it belong inside. */
  readonly closes?: boolean
}

/** Collects the lines of the formatted text, token by token. */
export interface Writer {
  readonly lines: readonly Line[]
  /** The next token begins a line. */
  readonly line: (indent: number, options?: LineOptions) => void
  /** The next token begins a column. */
  readonly cell: () => void
  /** The next token stands two spaces off. */
  readonly wide: () => void
  readonly put: (token: IToken | undefined, standing?: { readonly glued?: boolean; readonly soft?: Softness }) => void
  readonly node: (node: CstNode | undefined) => void
  /** A comma the source need not have. */
  readonly comma: () => void
  /** The indent of the line that is being written. */
  readonly indent: () => number
  /** Whether no comment and no seam stands in a stretch of the source. */
  readonly clear: (start: number, end: number) => boolean
  /** The comments behind the last token. */
  readonly finish: () => void
  /** Whether `print` puts a stretch of the source on the rest of this line, with no comment or seam inside. */
  readonly fits: (start: number, end: number, print: () => void) => boolean
}

export interface Source {
  readonly text: string
  readonly comments: readonly IToken[]
  /** Offsets at which a fence of a literate file begins: no line reaches across one. */
  readonly seams: readonly number[]
}

/**
 * Each token put down first brings the comments that stood before it: one that shared a line with the token before it
 * stays at the end of that line, others get lines of their own.
 */
export function createWriter(source: Source): Writer {
  const lines: Line[] = []
  const commentStarts = source.comments.map((comment) => comment.startOffset)
  let nextComment = 0
  let previousEnd = 0
  let pending: { indent: number; options: LineOptions } | null = { indent: 0, options: { blank: 'never' } }
  let nextIsWide = false
  /** While a stretch is only measured. */
  let trial: { width: number; broken: boolean } | null = null

  function add(atom: Atom, from: number): void {
    nextIsWide = false
    if (trial !== null) {
      trial.width += gapOf(atom).length + atom.text.length
      return
    }
    if (pending !== null) begin(pending.indent, pending.options, from)
    lines.at(-1)!.cells.at(-1)!.push(atom)
  }

  function begin(indent: number, options: LineOptions, from: number): void {
    pending = null
    const blank = options.blank !== 'never' && options.closes !== true && blankBefore(from)
    lines.push({ indent, cells: [[]], alignment: options.alignment ?? null, from, comment: null, blank })
  }

  /** Goes on below, further in. */
  function breakLine(): { indent: number; options: LineOptions } {
    pending ??= { indent: (lines.at(-1)?.indent ?? 0) + 2, options: { blank: 'never' } }
    return pending
  }

  function bringComments(before: number): void {
    for (; nextComment < commentStarts.length && commentStarts[nextComment]! < before; nextComment += 1) {
      bring(source.comments[nextComment]!)
    }
    if (inside(source.seams, previousEnd, before + 1)) breakLine()
  }

  function bring(comment: IToken): void {
    const from = comment.startOffset
    const line = lines.at(-1)
    const text = comment.image.trimEnd()
    const shares = line?.comment === null && !/[\n\r]/.test(source.text.slice(previousEnd, from))
    const { indent, options } = breakLine()
    if (shares) line.comment = text
    else {
      const blank = options.blank !== 'never' && blankBefore(from)
      const inner = options.closes === true ? indent + 1 : indent
      lines.push({ indent: inner, cells: [[]], alignment: null, from, comment: text, blank })
      pending = { indent, options: { ...options, blank: 'keep' } }
    }
    previousEnd = from + comment.image.length
  }

  function blankBefore(from: number): boolean {
    const between = source.text.slice(previousEnd, from).replaceAll('\r\n', '\n')
    return lines.length > 0 && /[\n\r][^\S\n\r]*[\n\r]/.test(between)
  }

  function widthSoFar(): number {
    const line = pending === null ? lines.at(-1) : undefined
    if (line === undefined) return 2 * (pending?.indent ?? 0)
    return 2 * line.indent + line.cells.reduce((sum, cell) => sum + widthOf(cell) + 2, -2)
  }

  const writer: Writer = {
    lines,
    line: (indent, options = {}) => {
      if (trial !== null) trial.broken = true
      pending = { indent, options }
    },
    cell: () => {
      if (trial !== null) nextIsWide = true
      else if (pending === null) lines.at(-1)!.cells.push([])
    },
    wide: () => {
      nextIsWide = true
    },
    put: (token, { glued = false, soft = null } = {}) => {
      if (token === undefined) return
      if (trial === null) bringComments(token.startOffset)
      add({ text: textOf(token), glued, soft, wide: nextIsWide }, token.startOffset)
      previousEnd = token.startOffset + token.image.length
    },
    node: (node) => {
      if (node === undefined) return
      for (const { token, glued, soft } of piecesOf(node)) writer.put(token, { glued, soft })
    },
    comma: () => add({ text: ',', glued: true, soft: null, wide: false }, previousEnd),
    indent: () => (pending === null ? lines.at(-1)?.indent : pending.indent) ?? 0,
    clear: (start, end) => !inside(commentStarts, start, end) && !inside(source.seams, start, end),
    finish: () => {
      pending = { indent: 0, options: {} }
      bringComments(Infinity)
    },
    fits: (start, end, print) => {
      if (trial !== null) return true
      if (!writer.clear(start, end)) return false
      const before = { previousEnd, nextIsWide, pending }
      const own = { width: widthSoFar(), broken: false }
      trial = own
      print()
      trial = null
      ;({ previousEnd, nextIsWide, pending } = before)
      return !own.broken && own.width <= pageWidth
    },
  }
  return writer
}

/** Whether one of some ascending offsets lies in a half-open stretch. */
function inside(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! < start) low = middle + 1
    else high = middle
  }
  return low < offsets.length && offsets[low]! < end
}
