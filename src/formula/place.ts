import type { Band } from '../model/judge.ts'
import type { Grid, Part } from './grid.ts'
import type { ModelNumber, Numbers } from './numbers.ts'
import type { Reader } from './said.ts'
import type { Text } from './text.ts'

/** Where the members of one segment are said. A column of a path is one for all segments, each with its own formula. */
export interface Place {
  readonly grid: Grid
  readonly numbers: Numbers
  readonly reader: Reader
  /** The measures' ladder. */
  readonly ladder: readonly Band[]
  /** Defines `path|what` for this segment and gives the column. */
  readonly define: (path: string, what: string, value: Text, shown?: Shown) => Text
  /** A number of the model that belongs to a member. */
  readonly numberOf: (path: string, what: string, one: Omit<ModelNumber, 'key' | 'of'>) => ModelNumber
}

/** A column that people look at. */
export interface Shown {
  readonly label: string
  readonly part: Part
  readonly format?: string
  /** It is blank by itself where the segment has none of it, because what it reads is. */
  readonly follows?: true
  /** What it holds for each label that a cell may have, blank for none: segments in which the same labels give the same share it. */
  readonly byLabel?: { readonly cell: Text; readonly labels: readonly Label[] }
}

/** An outcome by a name of its own. Without points it is unscored. */
export interface Label {
  readonly label: string
  readonly band: string | null
  readonly points: Text | null
}

/** A measure or dimension in one segment, as the dimension above reads it. */
export interface Said {
  readonly weight: { readonly value: number; readonly integer: number; readonly cell: Text }
  /** An empty text without points. */
  readonly points: Text
  /** Where it counts; `TRUE`: always. */
  readonly active: Text
  /** Its coverage where it is active; null: it never has one. */
  readonly coverage: Text | null
  /** Whether the coverage may be missing though it is active. */
  readonly coverageMayLack: boolean
  /** Whether its coverage is all or nothing, as a condition. */
  readonly coverageIsTest: boolean
  /** Where it withholds the score above. */
  readonly withheld: Text
}

/** What a band of the measures' ladder is worth. */
export function pointsOfBand({ ladder, numbers }: Place, name: string | null): Text {
  const band = ladder.find((one) => one.name === name)
  return numbers.say(bandPoints(band?.name ?? '', band?.points ?? 0))
}

export const LADDER = 'bands'

function bandPoints(name: string, points: number): ModelNumber {
  return { key: `${LADDER}|${name}`, of: LADDER, label: name, value: points, format: null, guard: null }
}
