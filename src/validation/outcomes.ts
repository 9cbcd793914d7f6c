/** What became of accounts. */
export interface Outcomes {
  /** Losses by account, by day. */
  readonly losses: ReadonlyMap<string, readonly Loss[]>
  /** Accounts of which something is known; null where the source lists losses alone, so that all others stayed. */
  readonly known: ReadonlySet<string> | null
  /** Whether losses have days. */
  readonly dated: boolean
  /** The last day of which losses are known; null where nothing is dated. */
  readonly until: number | null
  /** Days on which an account could leave, with what it did; null where the source does not say. */
  readonly decisions: readonly Decided[] | null
  /** What an account was worth a year on a day, in cents, or at all where days are not known; null where nobody knows. */
  readonly worth: ((account: string, day: number) => number | null) | null
  /** Whether the account had a contract on a day; null where the source does not say. */
  readonly isCustomer: ((account: string, day: number) => boolean) | null
  /** The first day on which the account was a customer; null where the source does not say. */
  readonly since: ((account: string) => number | null) | null
  /** The parent of an account, where it has one. */
  readonly parentOf: ((account: string) => string | null) | null
}

export interface Loss {
  /** Days since 1970-01-01; NaN where it is not known. */
  readonly day: number
  /** The day the account was a customer again; null if it never was. */
  readonly returns: number | null
}

export interface Decided {
  readonly account: string
  readonly day: number
  readonly churned: boolean
}

/** Accounts lost after the first score: those lost before could have none. */
export function lostSince(outcomes: Outcomes, dates: Float64Array): readonly string[] {
  const first = dates.reduce((least, date) => (date < least ? date : least), Infinity)
  const all = [...outcomes.losses]
  if (!outcomes.dated || first === Infinity) return all.map(([account]) => account)
  return all.filter(([, losses]) => losses.some(({ day }) => day > first)).map(([account]) => account)
}
