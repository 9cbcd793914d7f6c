import type { Span } from '../../findings/span.ts'

/** Every node knows where it stands. A piece that recovery had to leave out is null, never invented. */
export interface Node {
  readonly span: Span
}

export interface Name extends Node {
  readonly text: string
}

/** A string; `text` is without quotes, escapes resolved. */
export interface Text extends Node {
  readonly text: string
}

/** `value` of `50%` is 0.5; `written` is the text as typed. A leading minus belongs to the number where a literal is asked for. */
export interface Numeral extends Node {
  readonly value: number
  readonly percent: boolean
  readonly written: string
}

/** `days` since 1970-01-01; null where no such day exists (2025-02-30). */
export interface DateLiteral extends Node {
  readonly days: number | null
  readonly written: string
}

export type LiteralTree =
  | { readonly kind: 'number'; readonly number: Numeral; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'name'; readonly text: string; readonly span: Span }
  | { readonly kind: 'yes/no'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'date'; readonly date: DateLiteral; readonly span: Span }
  | { readonly kind: 'missing'; readonly span: Span }

export type Operator = '+' | '-' | '*' | '/' | '^' | '=' | '!=' | '<' | '<=' | '>' | '>='

export type ExpressionTree =
  | { readonly kind: 'number'; readonly number: Numeral; readonly span: Span }
  /** `30 days`, `2 weeks`, in days. */
  | { readonly kind: 'duration'; readonly days: number; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'yes/no'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'date'; readonly date: DateLiteral; readonly span: Span }
  | { readonly kind: 'missing' | 'as of'; readonly span: Span }
  | { readonly kind: 'name'; readonly name: Name; readonly span: Span }
  /** `points of a.b`, `score of a`, `band of a`; `path` null after plain `score` or `band`: the whole. */
  | {
      readonly kind: 'of'
      readonly figure: 'points' | 'score' | 'band'
      readonly path: Path | null
      readonly span: Span
    }
  | {
      readonly kind: 'binary'
      readonly operator: Operator
      readonly left: ExpressionTree
      readonly right: ExpressionTree
      readonly span: Span
    }
  | { readonly kind: 'and' | 'or'; readonly of: readonly ExpressionTree[]; readonly span: Span }
  | { readonly kind: 'not' | 'negate'; readonly of: ExpressionTree; readonly span: Span }
  | { readonly kind: 'is missing'; readonly of: ExpressionTree; readonly negated: boolean; readonly span: Span }
  | {
      readonly kind: 'one of'
      readonly of: ExpressionTree
      readonly values: readonly ExpressionTree[]
      readonly negated: boolean
      readonly span: Span
    }
  | {
      readonly kind: 'if'
      readonly when: ExpressionTree
      readonly then: ExpressionTree
      readonly else: ExpressionTree
      readonly span: Span
    }
  | CallTree
  /** Recovery: an expression should stand here. A finding says so. */
  | { readonly kind: 'hole'; readonly span: Span }

/** `round(x, 1)`, `average(x, 30 days) since renewed`, `median(x) within segment`, `mean(score) of children weighted by acv`. */
export interface CallTree extends Node {
  readonly kind: 'call'
  readonly function: Name
  readonly of: readonly ExpressionTree[]
  readonly since: Name | null
  readonly within: Name | null
  readonly children: {
    readonly weightedBy: Name | null
    readonly where: ExpressionTree | null
    readonly includingParent: boolean
    readonly otherwise: ExpressionTree | null
    readonly span: Span
  } | null
}

/** `technical.defects_90d` */
export interface Path extends Node {
  readonly names: readonly Name[]
}
