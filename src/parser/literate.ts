import type { Row } from './print/render.ts'

/** The inside of a ```` ```salus ```` fence. */
export interface Fence {
  readonly start: number
  readonly end: number
  /** What stands before the backticks, and before every line inside. */
  readonly indent: string
}

/** A file whose name ends in `.salus.md` is Markdown, and its `salus` fences together are the model. */
export function isLiterate(file: string): boolean {
  return /\.salus\.md$/i.test(file)
}

/** The `salus` fences of a Markdown text. One that is never closed reaches to the end. */
export function fencesIn(markdown: string): readonly Fence[] {
  const fences: Fence[] = []
  let open: { mark: string; start: number; indent: string; isSalus: boolean } | null = null
  for (const { 0: line, index } of markdown.matchAll(/[^\n\r]*(?:\r\n|\n|\r|$)/g)) {
    const [, indent = '', mark = '', info = ''] = /^( {0,3})(`{3,}|~{3,})[^\S\n\r]*([^\n\r]*)/.exec(line) ?? []
    if (open === null) {
      if (mark !== '') open = { mark, start: index + line.length, indent, isSalus: /^salus\b(?![.-])/.test(info) }
    } else if (mark.startsWith(open.mark) && info.trim() === '') {
      if (open.isSalus) fences.push({ start: open.start, end: index, indent: open.indent })
      open = null
    }
  }
  if (open?.isSalus === true) fences.push({ start: open.start, end: markdown.length, indent: open.indent })
  return fences
}

/** The model alone, every character still at its place: what is not inside a fence becomes blanks. */
export function blankOutside(markdown: string, fences: readonly Fence[]): string {
  const blank = (start: number, end: number) => markdown.slice(start, end).replace(/[^\n\r]/g, ' ')
  const parts = fences.map(({ start, end }, index) => {
    const before = fences[index - 1]?.end ?? 0
    return blank(before, start) + markdown.slice(start, end)
  })
  return parts.join('') + blank(fences.at(-1)?.end ?? 0, markdown.length)
}

/** The Markdown with formatted rows in its fences; nothing outside them changes. */
export function refill(markdown: string, fences: readonly Fence[], rows: readonly Row[]): string {
  const newline = markdown.includes('\r\n') ? '\r\n' : '\n'
  let next = 0
  let output = ''
  let done = 0
  for (const { start, end, indent } of fences) {
    const own: string[] = []
    for (let row = rows[next]; row !== undefined && row.from < end; row = rows[next]) {
      if (own.length > 0 || row.text !== '') own.push(row.text)
      next += 1
    }
    const inside = own.map((text) => (text === '' ? '' : indent + text) + newline).join('')
    const gap = start > 0 && !/[\n\r]/.test(markdown.charAt(start - 1)) && inside !== '' ? newline : ''
    output += markdown.slice(done, start) + gap + inside
    done = end
  }
  return output + markdown.slice(done)
}
