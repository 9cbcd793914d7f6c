/** The scores of one date, as far as finance asks for them. */
export interface Scores {
  /** Days since 1970-01-01. */
  readonly date: number
  readonly model: { readonly name: string; readonly version: number | null; readonly hash: string }
  /** Bands that a score can have, worst first, by name. */
  readonly ladder: readonly string[]
  /** In the order of the source; an account may stand there twice. */
  readonly accounts: readonly ScoredAccount[]
}

export interface ScoredAccount {
  /** As written, spaces included. */
  readonly account: string
  /** Where a person finds it: file line or sheet row, from 1; null for scores that were kept. */
  readonly row: number | null
  readonly segment: string | null
  /** Unrounded; null where the model gives none. */
  readonly score: number | null
  readonly band: string | null
}
