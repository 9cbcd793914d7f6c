import type { Column } from '../model/columns.ts'

/** Scores of many dates as columns: what trends, alerts, reconciliation and validation read. Nothing in it is computed again. */
export interface History {
  /** Every account that ever had a score, also those that have left; by code point. */
  readonly accounts: readonly string[]
  /** What band codes stand for, worst first. */
  readonly bands: readonly string[]
  /** What segment codes stand for: names, by code point. */
  readonly segments: readonly string[]
  /** By date, model name and sequence. */
  readonly snapshots: readonly KeptSnapshot[]
}

/** What one scoring was: which date, by what, from what. */
export interface SnapshotHeader {
  /** Days since 1970-01-01. */
  readonly date: number
  readonly model: { readonly name: string; readonly version: number | null; readonly hash: string }
  /** SHA-256 (hex) of the bound columns. */
  readonly inputsHash: string
  /** Counts what was kept of one date and one model name, from 1: the first scoring, then restatements and scorings by other versions. */
  readonly sequence: number
  /** The day on which it was kept, in days since 1970-01-01; null where nobody said. */
  readonly recordedAt: number | null
  /** Why other numbers of the same date and model were kept beside the earlier ones; null for first numbers. */
  readonly restated: string | null
  /** Bands that a score can have, worst first. */
  readonly ladder: readonly string[]
  readonly scale: { readonly low: number; readonly high: number; readonly higherIsWorse: boolean }
}

/**
 * What one scoring says, row for row. In numbers NaN is none. `Names` is how a column of bands or segments is held: as texts,
 * or as codes that point into the lists of a history.
 */
export interface Scoring<Names> extends SnapshotHeader {
  readonly segment: Names
  /** Unrounded, with overrides. */
  readonly score: Float64Array
  /** As people saw it. */
  readonly shown: TextRows
  readonly band: Names
  readonly coverage: Float64Array
  /** Without overrides. */
  readonly scoreBefore: Float64Array
  readonly bandBefore: Names
  /** What people overrode, with reason and author, in a sentence. */
  readonly overrides: TextRows
  /** Dimensions and measures by path, each dimension before its own parts. */
  readonly parts: ReadonlyMap<string, Part<Names>>
  /** Columns carried along, such as `acv`, by the name under which they are stored. */
  readonly carried: ReadonlyMap<string, Column>
}

/** What is said of one dimension or measure. */
export interface Part<Names> {
  readonly kind: 'dimension' | 'measure'
  /** A dimension's score or a measure's points. */
  readonly points: Float64Array
  readonly band: Names
  /** Share of the whole score that it carried for the account, after skipping. */
  readonly weight: Float64Array
  /** Points of the whole score that it brought in. */
  readonly contribution: Float64Array
  /** What a measure judged, as people write it: `47%`; null for a dimension. */
  readonly value: TextRows | null
}

/** A scoring as part of a history: as many rows as there were accounts on its date. In codes -1 is none. */
export interface KeptSnapshot extends Scoring<Int32Array> {
  readonly length: number
  /** Rising, so that two snapshots can be gone through side by side. */
  readonly account: Int32Array
}

export type KeptPart = Part<Int32Array>

/** Few different texts over many rows: -1 is none. */
export interface TextRows {
  readonly codes: ArrayLike<number>
  readonly dictionary: readonly string[]
}
