import type { ParametersOf, Slug } from './catalogue/index.ts'
import type { Level } from './level.ts'
import type { Span } from './span.ts'

/** One replacement of source text. Edits of one fix never overlap. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** A repair that can be applied as it stands: afterwards the finding is gone and no new one has come. */
export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** A row of inputs (by input or `let` name; null is missing) that shows the finding when it is scored. */
export interface Witness {
  readonly given: Readonly<Record<string, number | string | boolean | null>>
  readonly segment?: string
  /** The row as a test gives it: `renewal 2025-01-31, seats missing`. */
  readonly shown?: string
  /** The scoring date it needs, in days since 1970-01-01. */
  readonly asOf?: number
}

/** What is judged, from low to high: the bands and the edges between them, and where they go wrong. */
export type NumberLine = readonly {
  readonly kind: 'band' | 'edge'
  readonly text: string
  /** The finding is about this stretch or edge. */
  readonly marked: boolean
}[]

/** What a check reports: data only. The words are made from `slug` and `parameters` by `sentence`. */
export interface Finding<S extends Slug = Slug> {
  readonly slug: S
  readonly level: Level
  readonly parameters: ParametersOf<S>
  /** The smallest text whose change mends it; null where the finding is about no text (a data file, say). */
  readonly span: Span | null
  /** The other party: each with a short label that reads under the text. */
  readonly related: readonly { readonly span: Span; readonly label: string }[]
  /** Where in the model: `enterprise › technical › defects_90d`. */
  readonly trail: readonly string[]
  readonly witness: Witness | null
  readonly fixes: readonly Fix[]
  /** Asked where no edit can be offered. */
  readonly question: string | null
  /** Set where a picture of the bands helps. */
  readonly numberLine?: NumberLine
  /** How many accounts it touches, when data was given. */
  readonly accounts: { readonly count: number; readonly total: number } | null
}
