import type { Span } from '../findings/span.ts'
import type { RangesJudge } from '../model/judge.ts'

export type Sign = '<' | '<=' | '>' | '>='

/** A chain as it was written: `poor < 50% <= concerning`. Of the `bands.length - 1` edges each parts two bands. */
export interface Chain {
  readonly bands: readonly string[]
  readonly edges: readonly {
    readonly left: Sign
    readonly right: Sign
    readonly at: number
    readonly text: string
    readonly span: Span
  }[]
}

const before = '(?<low>[^\\s<>=]+) ?(?<after>[<>]=?) ?'
const after = ' ?(?<before>[<>]=?) ?(?<high>[^\\s<>=]+)'
const firstBand = new RegExp(`^(?<band>.+?)${after}$`, 'u')
const innerBand = new RegExp(`^${before}(?<band>.+?)${after}$`, 'u')
const lastBand = new RegExp(`^${before}(?<band>.+)$`, 'u')

/** Reads a chain back from the written text of its rows; null where that cannot be done for certain. */
export function chainOf(judge: RangesJudge): Chain | null {
  if (judge.form !== 'chain') return null
  const pieces = judge.rows.map((row, n) => {
    const pattern = n === 0 ? firstBand : n === judge.rows.length - 1 ? lastBand : innerBand
    return { span: row.span, groups: pattern.exec(row.ranges[0]?.text ?? '')?.groups }
  })
  const bands: string[] = []
  const edges: Chain['edges'][number][] = []
  for (const [n, { span, groups }] of pieces.entries()) {
    if (groups?.['band'] === undefined || span === null) return null
    bands.push(groups['band'])
    const next = pieces[n + 1]
    if (next === undefined) break
    const [left, text, right] = [groups['before'], groups['high'], next.groups?.['after']]
    const at = text === undefined ? null : valueOf(text)
    if (
      left === undefined ||
      right === undefined ||
      text === undefined ||
      text !== next.groups?.['low'] ||
      next.span === null
    )
      return null
    if (at === null) return null
    edges.push({
      left: left as Sign,
      right: right as Sign,
      at,
      text,
      span: { file: span.file, start: next.span.start, end: span.end },
    })
  }
  return { bands, edges }
}

/** A chain in the canonical spelling. */
export function printChain(
  bands: readonly string[],
  edges: readonly { readonly left: Sign; readonly text: string; readonly right: Sign }[],
): string {
  return bands
    .map((band, n) => {
      const edge = edges[n]
      return edge === undefined ? band : `${band} ${edge.left} ${edge.text} ${edge.right}`
    })
    .join(' ')
}

/** The two signs round an edge whose number belongs to the band after it, or before it. */
export function signs(falling: boolean, toNext: boolean): { readonly left: Sign; readonly right: Sign } {
  const [strict, inclusive]: readonly [Sign, Sign] = falling ? ['>', '>='] : ['<', '<=']
  return toNext ? { left: strict, right: inclusive } : { left: inclusive, right: strict }
}

export function isFalling(sign: Sign): boolean {
  return sign.startsWith('>')
}

const dayInMilliseconds = 86_400_000

function valueOf(text: string): number | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Date.parse(text) / dayInMilliseconds
  const plain = text.replaceAll('_', '')
  // Shifted in the text, so that 29% is the double of 0.29.
  const value = plain.endsWith('%') ? Number(`${plain.slice(0, -1)}e-2`) : Number(plain)
  return Number.isFinite(value) ? value : null
}
