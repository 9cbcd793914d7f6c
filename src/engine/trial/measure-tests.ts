import type { Goal } from './goals.ts'
import type { LiveMeasure } from './live.ts'
import type { Given } from './solve.ts'

/** Tests of one measure in the form some segments give it. */
export interface MeasureTests {
  readonly live: LiveMeasure
  readonly segment: string
  readonly cases: readonly GeneratedCase[]
  /** Goals for which no account was found. */
  readonly unreached: readonly Goal[]
}

export interface GeneratedCase {
  readonly given: Given
  readonly expected: Expected
}

export type Expected =
  | { readonly kind: 'band'; readonly band: string }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'missing' | 'stale' | 'unscored' }
