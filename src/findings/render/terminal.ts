import type { Finding, Fix } from '../finding.ts'
import type { Level } from '../level.ts'
import { sentence } from '../report.ts'
import { visible, widthOf, window } from './columns.ts'
import { excerpt, type ExcerptRow, type Mark } from './excerpt.ts'
import { drawNumberLine } from './number-line.ts'
import { inOrder, tally } from './order.ts'
import { linesOf, positionAt, type TextOf } from './source.ts'

export interface TerminalOptions {
  /** Colours by escape sequences; off by default. */
  readonly color?: boolean
  /** Findings shown for one file before the rest is only counted; 10 by default. */
  readonly most?: number
}

/** All findings as boxes for a terminal, file by file in source order, with a closing tally. Empty where there are none. */
export function renderTerminal(findings: readonly Finding[], textOf: TextOf, options: TerminalOptions = {}): string {
  if (findings.length === 0) return ''
  const most = options.most ?? 10
  const byFile = Map.groupBy(inOrder(findings), ({ span }) => span?.file ?? '')
  const boxes = [...byFile].flatMap(([file, inFile]) => {
    const shown = inFile.slice(0, most).map((found) => renderBox(found, textOf, options))
    const left = inFile.slice(most)
    return left.length === 0 ? shown : [...shown, `and ${tally(left)} more${file === '' ? '' : ` in ${file}`}\n`]
  })
  return `${boxes.join('\n')}\n${tally(findings)}\n`
}

/** One finding as a box. */
export function renderBox(finding: Finding, textOf: TextOf, options: TerminalOptions = {}): string {
  const paint = options.color === true ? painted : plain
  const boxes = excerpts(finding, textOf)
  const numbers = boxes.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === 'source' ? [row.number] : [])))
  const gutter = Math.max(2, ...numbers.map((number) => String(number).length))
  const margin = ' '.repeat(gutter + 1)
  const bar = (text: string) => `${margin}${paint.frame('│')}${text === '' ? '' : ` ${text}`}`
  const line = finding.numberLine === undefined ? [] : drawNumberLine(finding.numberLine)
  return [
    heading(finding, paint),
    ...boxes.flatMap(({ title, rows }, n) => [
      `${margin}${paint.frame(n === 0 ? '┌─' : '├─')} ${title}`,
      ...rows.map((row) => excerptRow(row, gutter, finding.level, paint)),
    ]),
    ...(line.length === 0 ? [] : ['', ...line.map((text) => ` ${text}`)].map(bar)),
    `${margin}${paint.frame('└─')} ${visible(finding.trail.join(' › '))}`.trimEnd(),
    ...notes(finding, textOf).map((note) => `${margin}${note}`),
    '',
  ].join('\n')
}

/** The slug stands at the right, where the eye does not need it. */
function heading(finding: Finding, paint: Paint): string {
  const said = visible(sentence(finding))
  const space = ' '.repeat(Math.max(2, 78 - widthOf(`${finding.level}: ${said}`)))
  return `${paint[finding.level](`${finding.level}:`)} ${paint.strong(said)}${space}${paint.frame(finding.slug)}`
}

/** The marked lines, the file of the finding first. */
function excerpts(finding: Finding, textOf: TextOf): readonly { title: string; rows: readonly ExcerptRow[] }[] {
  if (finding.span === null) return []
  const own: Mark = { span: finding.span, label: '', primary: true }
  const marks = [own, ...finding.related.map((related): Mark => ({ ...related, primary: false }))]
  return [...Map.groupBy(marks, ({ span }) => span.file)].map(([file, inFile]) => {
    const text = textOf(file)
    if (text === null) return { title: visible(file), rows: [] }
    const { line, column } = positionAt(text, inFile[0]!.span.start)
    return { title: `${visible(file)}:${line}:${column}`, rows: excerpt(text, inFile) }
  })
}

function excerptRow(row: ExcerptRow, gutter: number, level: Level, paint: Paint): string {
  const margin = ' '.repeat(gutter)
  switch (row.kind) {
    case 'source':
      return `${paint.frame(String(row.number).padStart(gutter))} ${paint.frame('│')} ${row.text}`.trimEnd()
    case 'mark':
      return `${margin} ${paint.frame('│')} ${row.primary ? paint[level](row.text) : paint.frame(row.text)}`
    case 'gap':
      return `${margin} ${paint.frame('┆')}`
  }
}

/** Below the box: how many accounts, an account that shows it, what to do. */
function notes(finding: Finding, textOf: TextOf): readonly string[] {
  const { accounts, witness, fixes, question } = finding
  const width = Math.max(0, ...fixes.map(({ title }) => widthOf(title)))
  const shown = witness?.shown ?? (witness === null ? '' : plainRow(witness.given))
  return [
    ...(accounts === null ? [] : [`${accounts.count} of ${accounts.total} accounts`]),
    ...fixes.map((fix) => {
      const after = outcome(fix, textOf)
      return `fix: ${fix.title}${after === '' ? '' : `${' '.repeat(width - widthOf(fix.title) + 3)}${after}`}`
    }),
    ...(question === null ? [] : [`${fixes.length > 0 ? 'or' : 'ask'}: ${question}`]),
    ...(shown === '' ? [] : [`try: given ${shown}`]),
  ].map(visible)
}

function plainRow(given: Readonly<Record<string, number | string | boolean | null>>): string {
  return Object.entries(given)
    .map(
      ([name, value]) =>
        `${name} ${value === null ? 'missing' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value}`,
    )
    .join(', ')
}

/** The first edited line as it would read; empty where it would be gone. */
function outcome({ edits }: Fix, textOf: TextOf): string {
  const edit = edits[0]
  const text = edit === undefined ? null : textOf(edit.span.file)
  if (edit === undefined || text === null) return ''
  if (edit.text.startsWith('\n')) return visible(linesOf(edit.text.trim())[0] ?? '')
  const edited = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)
  const line = linesOf(edited)[positionAt(text, edit.span.start).line - 1] ?? ''
  return window(visible(line.trim().slice(0, 300)), 0, 70)
}

type Paint = Readonly<Record<Level | 'frame' | 'strong', (text: string) => string>>

const same = (text: string): string => text
const plain: Paint = { error: same, warning: same, hint: same, frame: same, strong: same }

function escape(code: number): (text: string) => string {
  return (text) => `\u001B[${code}m${text}\u001B[0m`
}
const painted: Paint = {
  error: escape(31),
  warning: escape(33),
  hint: escape(36),
  frame: escape(90),
  strong: escape(1),
}
