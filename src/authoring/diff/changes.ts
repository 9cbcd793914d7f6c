/** What one version of a model means that another does not. Models with no difference give every account the same score. */
export interface Diff {
  /** True: no difference in meaning, whatever the texts look like. */
  readonly same: boolean
  readonly changes: readonly Change[]
  /** Labels, reasons and ways of writing that differ without changing any number, band, segment or indicator. */
  readonly words: readonly WordChange[]
}

/** `segments` are the names of those it holds in; all of them where it holds everywhere. `path` '' is the whole score. */
export type Change = {
  readonly segments: readonly string[]
  readonly path: string
} & (
  | { readonly kind: 'added' | 'removed'; readonly what: Part; readonly name: string }
  | { readonly kind: 'weight'; readonly before: string; readonly after: string }
  /** Switched on or off in the segments. */
  | { readonly kind: 'switched'; readonly on: boolean }
  | { readonly kind: 'cells'; readonly cells: readonly CellChange[] }
  /** The bands of a score: where they begin and end. */
  | { readonly kind: 'bands'; readonly cells: readonly CellChange[] }
  /** Anything else, as it was and as it is; null is none. */
  | { readonly kind: 'setting'; readonly what: string; readonly before: string | null; readonly after: string | null }
) // prettier-ignore

/** What can come and go. */
export type Part =
  'segment' | 'dimension' | 'measure' | 'input' | 'let' | 'indicator' | 'result' | 'portfolio figure' | 'model'

/** Values of an input, or points, whose outcome changed. */
export interface CellChange {
  /** In words: `2`, `3 to 4`, `values above 4`, `missing`. */
  readonly values: string
  /** One of them; null is missing. */
  readonly witness: number | string | boolean | null
  readonly before: string
  readonly after: string
}

export interface WordChange {
  readonly path: string
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}
