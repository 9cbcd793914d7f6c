import type { Expression } from './expression.ts'

/**
 * How the column of an input is computed before anything is scored. To the engine, to checks and to every back end such
 * an input is an input like any other; where what it is computed from is not given, a column of its name or label is read.
 */
export type Figure = EventFigure | HistoryFigure | RelativeFigure | RollupFigure

/** Over the lines that a log (`inputs from events { … }`) has of the account. */
export interface EventFigure {
  readonly kind: 'events'
  /** The name of the log: `events`, `daily`, `snapshots`. */
  readonly log: string
  readonly amount: Amount
  /** Which lines count, in terms of the log's columns; null is all. */
  readonly where: Expression | null
  readonly window: Window
  /**
   * What is made of the amount of the window and of that of the window of the same length before it; null: the amount
   * itself. `increase` is (now − before) / before, `decrease` (before − now) / before, `change` now − before.
   */
  readonly against: 'increase' | 'decrease' | 'change' | 'previous' | null
  /** What the amount is where it would be missing: in the window, and in the one before. Null: missing. */
  readonly otherwise: number | null
}

/** What is made of the lines that count. `of` is in terms of the log's columns. */
export type Amount =
  | { readonly kind: 'count' }
  /**
   * `distinct`: how many different values a column has. `stickiness`: the mean number of them a day, a day without lines
   * having none, over the number of the whole window, as in DAU / MAU.
   */
  | { readonly kind: 'distinct' | 'stickiness'; readonly of: string }
  /** `share`: on how many of the lines a condition holds, of those on which it is not missing. */
  | { readonly kind: 'sum' | 'average' | 'min' | 'max' | 'first' | 'last' | 'share'; readonly of: Expression }
  /** Days from the last, or the first, line to the scoring date. */
  | { readonly kind: 'days since'; readonly of: 'first' | 'last' }
  /** How many periods in a row, up to the scoring date, have at least so many lines. */
  | { readonly kind: 'streak'; readonly period: Period; readonly atLeast: number }

export type Period = 'day' | 'week' | 'month'

/** Which days, whole days before the scoring date, which is itself never among them. */
export type Window =
  /** The last so many days: from `as_of − days` until before `as_of`. */
  | { readonly kind: 'last'; readonly days: number }
  /** From the day that an input (a date) names until before the scoring date. */
  | { readonly kind: 'since'; readonly anchor: string }
  | { readonly kind: 'all' }

/** Over what a formula was on earlier days: of inputs, of scores and of bands that were kept. */
export interface HistoryFigure {
  readonly kind: 'history'
  readonly figure: 'average' | 'streak' | 'days since' | 'previous'
  readonly of: Expression
  /** Null: all of the history. */
  readonly days: number | null
  /** The input (a date) that the window begins with; null: it ends before the scoring date and has `days`. */
  readonly anchor: string | null
}

/**
 * Where an account stands among others: those of its segment, all of the data, or those for which an expression has the
 * same value (a cohort).
 */
export interface RelativeFigure {
  readonly kind: 'relative'
  readonly figure: 'median' | 'mean' | 'percentile' | 'rank'
  readonly of: Expression
  /** How far from the least to the greatest a percentile lies, from 0 to 1; null for the other figures. */
  readonly at: number | null
  readonly within: Expression | { readonly kind: 'segment' | 'portfolio' }
}

/**
 * Over the accounts that name this one as their parent, in the input with that role. All but `otherwise` is about a child;
 * `of` a share is a condition, and may be a band where the least or the greatest is asked for.
 */
export interface RollupFigure {
  readonly kind: 'rollup'
  readonly figure: 'mean' | 'sum' | 'min' | 'max' | 'share'
  readonly of: Expression
  /** Null: each child counts once. */
  readonly weightedBy: Expression | null
  readonly where: Expression | null
  /** The account itself counts as a child does. */
  readonly includeParent: boolean
  /** What it is where no child counts; null: missing. */
  readonly otherwise: Expression | null
}
