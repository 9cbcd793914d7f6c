import type { Span } from '../../findings/span.ts'

/** What a suggestion is; editors show a sign for each. */
export type SuggestionKind =
  | 'keyword'
  | 'input'
  | 'formula'
  | 'measure'
  | 'dimension'
  | 'band'
  | 'choice'
  | 'segment'
  | 'function'
  | 'header'
  | 'new input'
  | 'model'
  | 'indicator'
  | 'result'
  | 'color'

/** Something that may be written at a place. */
export interface Suggestion {
  readonly kind: SuggestionKind
  /** What is shown in the list, and matched against what is typed. */
  readonly label: string
  /** A few words beside it: a type, a heading, a weight. */
  readonly detail: string | null
  /** A sentence about it. */
  readonly about: string | null
  /** What is written. */
  readonly insert: string
  /** The same with the parts to fill in marked `${so}`; equal to `insert` where there is nothing to fill in. */
  readonly template: string
  /** What it replaces: the half-written word, or nothing. */
  readonly replaces: Span
}

/** What the author's surroundings offer. */
export interface CompletionContext {
  /** Columns of the sheet with a few of their values, as the cells show them. */
  readonly columns?: readonly { readonly header: string; readonly samples: readonly string[] }[]
  /** Models that could be imported, as an import names them. */
  readonly models?: readonly { readonly file: string; readonly label: string | null }[]
  /** Finds the text of an imported file, so that what it declares is known. */
  readonly load?: (path: string, from: string) => { readonly text: string; readonly file: string } | null
}

/** A suggestion before it has been tried at its place. */
export type Candidate = Omit<Suggestion, 'insert' | 'replaces'>

/** A template with its marks taken off. */
export function plainText(template: string): string {
  return template.replace(/\$\{([^}]*)\}/g, '$1')
}
