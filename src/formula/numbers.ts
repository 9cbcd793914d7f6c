import { mark, number, numbersIn, placed, type Text } from './text.ts'

/** A number of the model that people may change: a threshold, a weight, points. */
export interface ModelNumber {
  readonly key: string
  /** Path of the member it belongs to, '' for the whole, or a heading of its own. */
  readonly of: string
  /** What it is: `healthy at or above`. */
  readonly label: string
  readonly value: number
  readonly format: string | null
  /** How far from an edge is on it: a share of its size (1 at least), or an absolute amount; null: compared as it is. */
  readonly guard: Guard | null
}

export type Guard = { readonly kind: 'relative' | 'absolute'; readonly by: number }

/** One number, with what each segment has in its place. */
export interface NumberRow extends Omit<ModelNumber, 'value'> {
  /** One for all, or by segment; a segment without one is absent. */
  readonly values: ReadonlyMap<string, number>
  readonly uses: ReadonlySet<'number' | 'low' | 'high'>
}

/** The numbers of a model, as they are told while its formulas are said. */
export interface Numbers {
  /** The segment that is being said; null: all. */
  segment: string | null
  readonly say: (one: ModelNumber) => Text
  /** The lowest number that still is `one`, or the highest. */
  readonly edge: (one: ModelNumber, side: 'low' | 'high') => Text
  readonly rows: () => readonly NumberRow[]
  /** How often a formula reads numbers that differ between segments, of which it has to look up the one in force. */
  readonly lookups: (text: Text) => number
  /** The formula as it is in one segment, counted from 1: numbers that differ are read from where they stand. */
  readonly inSegment: (text: Text, segment: number) => Text
}

/** The same in every segment that has it. */
export function isShared({ values }: Pick<NumberRow, 'values'>): boolean {
  return new Set(values.values()).size <= 1
}

/** Between the key of a number and the segment it is read for. */
export const IN_SEGMENT = '\u0004'

export function numbersFor(segments: readonly string[]): Numbers {
  const rows = new Map<string, NumberRow & { values: Map<string, number>; uses: Set<'number' | 'low' | 'high'> }>()
  const tell = ({ value, ...one }: ModelNumber, use: 'number' | 'low' | 'high'): Text => {
    const row = rows.get(one.key) ?? { ...one, values: new Map<string, number>(), uses: new Set<typeof use>() }
    rows.set(one.key, row)
    for (const segment of numbers.segment === null ? segments : [numbers.segment]) row.values.set(segment, value)
    row.uses.add(use)
    return mark(use, one.key)
  }
  const differs = (key: string): boolean => {
    const row = rows.get(key)
    return segments.length > 1 && row !== undefined && !isShared(row)
  }
  const numbers: Numbers = {
    segment: null,
    say: (one) => tell(one, 'number'),
    edge: (one, side) => tell(one, one.guard === null ? 'number' : side),
    rows: () => [...rows.values()],
    lookups: (text) => numbersIn(text).filter(differs).length,
    inSegment: (text, segment) =>
      placed(text, (kind, key) =>
        kind !== 'column' && differs(key) ? mark(kind, `${key}${IN_SEGMENT}${segment}`) : mark(kind, key),
      ),
  }
  return numbers
}

/** The formula of the cell that holds an edge as it is compared. */
export function edgeFormula(cell: string, guard: Guard, side: 'low' | 'high'): string {
  const sign = side === 'low' ? '-' : '+'
  return `${cell}${sign}${number(guard.by)}${guard.kind === 'relative' ? `*MAX(1,ABS(${cell}))` : ''}`
}
