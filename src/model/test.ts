import type { Span } from '../findings/span.ts'

/** A literal given in a test; dates are { date }. null is missing. */
export type Literal = number | string | boolean | null

/** A row and what must come of it. A `case` line of the source is a test of its own. */
export interface ModelTest {
  readonly name: string
  /** Forces the segment; null lets the row decide. */
  readonly segment: string | null
  readonly asOf: number | null
  /** By input, or by `let`, which then is not computed. Dates are days since 1970-01-01. */
  readonly given: readonly { readonly name: string; readonly value: Literal }[]
  readonly expect: readonly Expectation[]
  readonly span: Span | null
}

/** `of` is a path of a measure or dimension; '' is the whole score. */
export type Expectation = (
  | { readonly kind: 'band'; readonly of: string; readonly band: string }
  /** Points or score, to 1e-9 of the scale unless `within` says otherwise. */
  | { readonly kind: 'number'; readonly of: string; readonly value: number; readonly within: number | null }
  | { readonly kind: 'shown'; readonly shown: string }
  | {
      readonly kind: 'state'
      readonly of: string
      readonly state: 'scored' | 'missing' | 'stale' | 'notApplicable' | 'off'
    }
  | { readonly kind: 'no score' }
  /** null: no segment. */
  | { readonly kind: 'segment'; readonly name: string | null }
  | { readonly kind: 'coverage'; readonly value: number; readonly within: number | null }
  | { readonly kind: 'indicator'; readonly label: string; readonly holds: boolean }
  | { readonly kind: 'result'; readonly name: string; readonly value: Literal; readonly within: number | null }
) & { readonly text: string; readonly span: Span | null }
