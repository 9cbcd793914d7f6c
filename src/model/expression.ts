import type { Span } from '../findings/span.ts'

/** What an expression yields. `band` is the rank of a rung on a ladder; `date` counts days since 1970-01-01. */
export type ValueType = 'number' | 'yes/no' | 'text' | 'date' | 'band'

/** How a number is shown to people; it never changes the number. A percent of 0.29 is shown as 29%. */
export type Unit = 'count' | 'number' | 'percent' | 'ratio' | 'days' | 'money'

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

/**
 * A condition or a formula, free of syntax. Any operand that is missing makes arithmetic and comparisons missing;
 * `and`, `or` and `not` follow three-valued logic; a result that is not finite is missing.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'yes/no'; readonly value: boolean }
  | { readonly kind: 'date'; readonly value: number }
  | { readonly kind: 'missing' }
  /** A rung: `ladder` is the path of the group whose bands it belongs to, or '' for the measures' ladder. */
  | { readonly kind: 'band'; readonly name: string; readonly rank: number }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'let'; readonly name: string }
  /** The scoring date. */
  | { readonly kind: 'as of' }
  /** Points of a measure, score of a dimension ('' is the whole model), or their band; of an imported model if named. */
  | { readonly kind: 'points of' | 'score of' | 'band of'; readonly path: string; readonly model: string | null }
  | {
      readonly kind: 'arithmetic'
      readonly operator: '+' | '-' | '*' | '/' | '^'
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'negate' | 'not' | 'is missing' | 'abs'; readonly of: Expression }
  | { readonly kind: 'min' | 'max' | 'coalesce' | 'and' | 'or'; readonly of: readonly Expression[] }
  /** How many of the conditions hold. */
  | { readonly kind: 'count'; readonly of: readonly Expression[] }
  | {
      readonly kind: 'round'
      readonly direction: 'nearest' | 'up' | 'down'
      readonly of: Expression
      readonly places: number
    }
  /**
   * `guard` is 0 where both sides are raw inputs or literals, else 1e-9: numbers closer than guard × max(1, |left|, |right|)
   * are equal. Text is compared without regard to case and outer spaces.
   */
  | {
      readonly kind: 'compare'
      readonly operator: Comparison
      readonly left: Expression
      readonly right: Expression
      readonly guard: number
    }
  | { readonly kind: 'one of'; readonly of: Expression; readonly values: readonly Expression[] }
  | { readonly kind: 'if'; readonly when: Expression; readonly then: Expression; readonly else: Expression }
  /** Whole days, or Monday-to-Friday days, from the first date to the second; negative when the second is earlier. */
  | { readonly kind: 'days between' | 'workdays between'; readonly from: Expression; readonly to: Expression }

/** An expression with what people need to read it: its type, its unit and its text as written. */
export interface Formula {
  readonly expression: Expression
  readonly type: ValueType
  readonly unit: Unit | null
  /** True where it is more than one raw input or literal: then edges are met within a guard. */
  readonly computed: boolean
  readonly text: string
  readonly span: Span | null
}
