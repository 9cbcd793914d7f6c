import type { Span } from '../findings/span.ts'
import type { Formula } from './expression.ts'

/** One rung of a ladder, worst first in its list. */
export interface Band {
  readonly name: string
  readonly label: string
  readonly points: number
  /** A colour name or #rrggbb; null leaves it to the surface. */
  readonly color: string | null
}

/** What a value is judged to be. Both null: deliberately unscored. A band without points has its ladder's points. */
export interface Outcome {
  readonly band: string | null
  readonly points: number | null
  readonly because: string | null
  /** What to do about it, in the author's words. */
  readonly action: string | null
}

/** A stretch of numbers; null is unbounded. */
export interface Range {
  readonly low: number | null
  readonly lowIncluded: boolean
  readonly high: number | null
  readonly highIncluded: boolean
  readonly text: string
  readonly span: Span | null
}

/** One written row: the values that `outcome` claims. */
export interface RangeRow {
  readonly outcome: Outcome
  readonly ranges: readonly Range[]
  readonly span: Span | null
}

/**
 * Where the outcome changes. With `owner` 'above' the value `at` itself belongs to the stretch above it (value >= at),
 * with 'below' to the stretch below (value > at). A value within `guard` of `at` is on the edge.
 */
export interface Cut {
  readonly at: number
  readonly owner: 'above' | 'below'
  readonly guard: number
  /** The edge as written: `50%`. */
  readonly text: string
}

/** Numbers to outcomes: `outcomes` has one more member than `cuts`, which ascend (two cuts may share `at`: below's owner 'above' comes first). */
export interface Banding {
  readonly cuts: readonly Cut[]
  /** null: no row claims the stretch (a finding of level error, unless the domain cannot reach it). */
  readonly outcomes: readonly (Outcome | null)[]
}

/** A number judged by stretches: the chain, the table and `bands even`. `rows` is what was written; `banding` what is computed. */
export interface RangesJudge {
  readonly kind: 'ranges'
  readonly form: 'chain' | 'table' | 'even'
  /** 'unique' is to be proved; 'first' means the order of rows decides. */
  readonly hit: 'unique' | 'first'
  readonly rows: readonly RangeRow[]
  readonly otherwise: Outcome | null
  readonly banding: Banding
  readonly span: Span | null
}

/** A choice, yes/no ('yes', 'no') or text, judged by value. */
export interface ChoicesJudge {
  readonly kind: 'choices'
  readonly rows: readonly {
    readonly outcome: Outcome
    readonly values: readonly string[]
    readonly span: Span | null
  }[]
  readonly otherwise: Outcome | null
  readonly span: Span | null
}

/** Straight lines between knots. At a jump two values meet; `owner` says which side has the knot itself. */
export interface LineJudge {
  readonly kind: 'line'
  /** Ascending by `at`; `before` is the value approached from the left, `after` from the right; equal where there is no jump. */
  readonly knots: readonly {
    readonly at: number
    readonly before: number
    readonly after: number
    readonly owner: 'above' | 'below'
    readonly text: string
  }[]
  /** Outside the knots: the end's value, the end piece continued, stated points, or unscored. */
  readonly below: LineEnd
  readonly above: LineEnd
  readonly span: Span | null
}
export type LineEnd =
  { readonly kind: 'hold' | 'extend' | 'unscored' } | { readonly kind: 'points'; readonly points: number }

/** Ordered conditions. 'first': the first that holds decides. 'all': the points of all that hold are added to `from`. */
export interface CasesJudge {
  readonly kind: 'cases'
  readonly hit: 'first' | 'all'
  readonly from: number
  readonly cases: readonly {
    readonly when: Formula
    readonly result: CaseResult
    readonly because: string | null
    readonly action: string | null
    readonly span: Span | null
  }[]
  readonly otherwise: CaseResult | null
  readonly span: Span | null
}
export type CaseResult =
  | { readonly kind: 'band'; readonly band: string; readonly points: number | null }
  | { readonly kind: 'points'; readonly formula: Formula }
  | { readonly kind: 'unscored' }

/** A two-way table. */
export interface GridJudge {
  readonly kind: 'grid'
  readonly down: Axis
  readonly across: Axis
  /** One row for each key of `down`, one outcome for each key of `across`. */
  readonly cells: readonly (readonly Outcome[])[]
  readonly span: Span | null
}
export interface Axis {
  readonly value: Formula
  readonly keys: readonly AxisKey[]
}
export type AxisKey =
  | { readonly kind: 'ranges'; readonly ranges: readonly Range[]; readonly text: string; readonly span: Span | null }
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly text: string; readonly span: Span | null }
  | { readonly kind: 'missing' | 'otherwise'; readonly text: string; readonly span: Span | null }

/** A formula that yields the points. Missing: the measure's missing rule applies. */
export interface PointsJudge {
  readonly kind: 'points'
  readonly formula: Formula
  readonly span: Span | null
}

export type Judge = RangesJudge | ChoicesJudge | LineJudge | CasesJudge | GridJudge | PointsJudge
