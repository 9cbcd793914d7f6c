import { Lexer, type Token, type Tokens } from 'marked'
import { cell, tidy, titleLike, type PastedTable } from './pasted.ts'

/**
 * The pipe tables of a Markdown text, each with the heading above it. Only the lines of a table are given to the Markdown
 * lexer, so that hostile text elsewhere costs nothing.
 */
export function markdownTables(text: string): readonly PastedTable[] {
  const lines = text.split(/\r\n|\r|\n/)
  const tables: PastedTable[] = []
  let heading: string | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.length > LONGEST_LINE) continue
    const headed = /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(line)
    if (headed !== null) heading = tidy(plain(headed[1]!))
    else if (isDelimiterRow(lines[at + 1] ?? '') && line.includes('|')) {
      const end = endOfTable(lines, at)
      const table = readTable(lines.slice(at, end).join('\n'), heading ?? lineAbove(lines, at))
      if (table !== null) tables.push(table)
      at = end - 1
    }
  }
  return tables
}

const LONGEST_LINE = 4000

function isDelimiterRow(line: string): boolean {
  return line.length < LONGEST_LINE && line.includes('|') && /^[ \t]*[|:-][ \t|:-]*$/.test(line) && line.includes('-')
}

function endOfTable(lines: readonly string[], start: number): number {
  let end = start + 2
  while (end < lines.length && lines[end]!.includes('|') && lines[end]!.length < LONGEST_LINE) end++
  return end
}

function lineAbove(lines: readonly string[], start: number): string | null {
  for (let at = start - 1; at >= Math.max(0, start - 6); at--) {
    const line = tidy(lines[at]!.slice(0, 200))
    if (titleLike(line)) return line
  }
  return null
}

function readTable(source: string, title: string | null): PastedTable | null {
  const table = Lexer.lex(source).find((token): token is Tokens.Table => token.type === 'table')
  if (table === undefined) return null
  const rows = [table.header, ...table.rows].map((row) => row.map((item) => cell(words(item.tokens))))
  return { title, rows }
}

/** The words of inline Markdown, its marks left out. */
function words(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'br' || token.type === 'html') return ' '
      if ('tokens' in token && token.tokens !== undefined) return words(token.tokens)
      return 'text' in token ? String(token.text) : token.raw
    })
    .join('')
}

function plain(heading: string): string {
  return heading.replace(/[*_`]+/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}
