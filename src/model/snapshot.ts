/** The version of the snapshot's schema. */
export const SNAPSHOT_SCHEMA = 1

/** Every score of one date, with what they were computed from: what trends, alerts and validation read. */
export interface Snapshot {
  readonly snapshot: typeof SNAPSHOT_SCHEMA
  /** The scoring date, ISO; null where none was given. */
  readonly date: string | null
  readonly model: { readonly name: string; readonly version: number | null; readonly hash: string }
  /** SHA-256 (hex) of the bound columns. */
  readonly inputHash: string
  readonly accounts: readonly AccountSnapshot[]
}

export interface AccountSnapshot {
  readonly account: string | null
  readonly segment: string | null
  /** Unrounded. */
  readonly score: number | null
  readonly shown: string | null
  readonly band: string | null
  readonly coverage: number | null
  readonly scoreBefore: number | null
  readonly bandBefore: string | null
  /** Dimensions and measures by path. */
  readonly points: Readonly<Record<string, number | null>>
  readonly bands: Readonly<Record<string, string | null>>
}
