import type { CellReading } from './claims.ts'

/** What the tables of a paste say together, before names and types are chosen. */
export interface Draft {
  readonly title: string | null
  /** Worst first. */
  readonly bands: readonly DraftBand[]
  readonly dimensions: readonly DraftDimension[]
  /** The first is the default; the others differ from it. */
  readonly variants: readonly Variant[]
}

export interface DraftBand {
  readonly word: string
  readonly rank: number
}

export interface DraftDimension {
  readonly key: string
  /** null: the measures stand directly under the model. */
  readonly label: string | null
  readonly measures: readonly DraftMeasure[]
}

export interface DraftMeasure {
  readonly key: string
  readonly label: string
  readonly description: string
}

/** One way to score: the default, or a segment of its own. */
export interface Variant {
  readonly label: string | null
  /** By key of a dimension or measure: the weight as written. */
  readonly weights: ReadonlyMap<string, string>
  /** By measure key, one reading for each band; null where the variant has no table of its own and shares the default's. */
  readonly readings: ReadonlyMap<string, readonly CellReading[]> | null
}

/** The same label whatever its case, spacing and marks. */
export function keyOf(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}
