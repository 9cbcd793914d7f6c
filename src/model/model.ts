import type { Span } from '../findings/span.ts'
import type { Formula } from './expression.ts'
import type { Dimension } from './group.ts'
import type { Input } from './input.ts'
import type { Band } from './judge.ts'
import type { Log } from './log.ts'
import type { ModelTest } from './test.ts'

/** The version of this schema. A reader refuses a newer one and migrates an older one. */
export const MODEL_SCHEMA = 1

/** A compiled model: frozen plain JSON, independent of syntax. Everything downstream takes only this. */
export interface Model {
  readonly salus: typeof MODEL_SCHEMA
  readonly name: string
  readonly label: string
  readonly doc: string | null
  readonly version: number | null
  /** Days since 1970-01-01. */
  readonly effective: number | null
  /** SHA-256 (hex) of the meaning: spans, documentation and tests do not change it. */
  readonly hash: string
  /** The measures' ladder, worst first. */
  readonly ladder: readonly Band[]
  readonly inputs: readonly Input[]
  /** The logs that figures of inputs are computed from; those of imported models are theirs. */
  readonly logs: readonly Log[]
  /** In an order in which each needs only those before it. */
  readonly lets: readonly Let[]
  /** Imported models whose scores are used, by the name used for them. */
  readonly uses: readonly { readonly name: string; readonly model: Model }[]
  /** Accounts for which it does not hold have no score. */
  readonly appliesWhen: Formula | null
  /** In order: an account is in the first that holds. The default, if there is one, is last, with `when` null. */
  readonly segments: readonly Segment[]
  /** Declared disjoint: an overlap is then an error. */
  readonly exclusiveSegments: boolean
  /** The author wrote `otherwise no score`. */
  readonly otherwiseNoScore: boolean
  readonly indicators: readonly Indicator[]
  readonly results: readonly Result[]
  readonly portfolio: readonly PortfolioFigure[]
  readonly tests: readonly ModelTest[]
  /** `// allow slug: reason` comments. */
  readonly allows: readonly { readonly slug: string; readonly reason: string; readonly span: Span }[]
  /** Where in the text whole pieces stand, for repairs: absent in a model that was not compiled from text. */
  readonly written?: readonly Written[]
  readonly span: Span | null
}

/** A piece of text: the header by the model's name, a declaration by the span of its name, a setting by that of its group's name, `otherwise` by its judge's. */
export interface Written {
  readonly what: 'header' | 'declaration' | 'ladder' | 'bands' | 'withhold below' | 'otherwise'
  readonly of: Span
  readonly span: Span
}

/** A named formula. */
export interface Let {
  readonly name: string
  readonly label: string
  readonly doc: string | null
  readonly formula: Formula
  readonly span: Span | null
}

/** Which accounts, and the whole scored tree for them: amendments are already applied. */
export interface Segment {
  readonly name: string
  readonly label: string
  readonly doc: string | null
  readonly when: Formula | null
  readonly root: Dimension
  /** The segment it amends; null for the default. */
  readonly amends: string | null
  readonly span: Span | null
}

export interface Indicator {
  readonly kind: 'risk' | 'opportunity'
  readonly label: string
  readonly when: Formula
  readonly because: string | null
  readonly action: string | null
  readonly doc: string | null
  readonly span: Span | null
}

/** A named figure beside the score, which does not feed it. */
export interface Result {
  readonly name: string
  readonly label: string
  readonly formula: Formula
  readonly doc: string | null
  readonly span: Span | null
}

/** A figure over many accounts. `weightedBy` and `of` name inputs (ACV, say); null counts accounts. */
export interface PortfolioFigure {
  readonly name: string
  readonly label: string
  readonly figure:
    | { readonly kind: 'share'; readonly bands: readonly string[] }
    | { readonly kind: 'mean'; readonly of: Formula }
    | { readonly kind: 'index'; readonly points: readonly { readonly band: string; readonly points: number }[] }
  readonly weightedBy: string | null
  readonly where: Formula | null
  readonly span: Span | null
}
