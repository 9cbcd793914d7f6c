/** A person's override of one account's score or of one of its parts: data, joined at scoring, shown in the explanation. */
export interface OverrideRow {
  readonly account: string
  /** Path of a dimension or measure; '' is the whole score. */
  readonly path: string
  /** The new number; null leaves the number and changes the band alone. */
  readonly score: number | null
  /** The new band by its name; null lets the number decide. Never null where `score` is. */
  readonly band: string | null
  readonly reason: string | null
  readonly author: string | null
  /** The day it was given, in days since 1970-01-01; before it, it does not apply. */
  readonly date: number | null
  /** The last day on which it applies; null is no limit. */
  readonly expiry: number | null
}
