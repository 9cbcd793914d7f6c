import type { Band } from '../model/judge.ts'
import type { Cte } from './ctes.ts'
import type { Sql } from './sql.ts'

/** What people have set of one part, as columns beside those of the account. */
export interface Overridden {
  /** Whether anything in force is. */
  readonly given: Sql
  /** Null where only a band is. */
  readonly score: Sql
  /** Null where the number decides. */
  readonly band: Sql
}

export interface SaidOverrides {
  /** Whether the part at a path may be overridden at all. */
  readonly reaches: (path: string) => boolean
  /** What is set of the part at a path, its bands being those. */
  readonly of: (path: string, bands: readonly Band[]) => Overridden
  /** The reason or author of what is set of a part; null where there is no such column. */
  readonly words: (path: string, bands: readonly Band[], column: 'reason' | 'author') => Sql | null
  /** Queries that make of the rows one an account; the last joins it to `accounts`. `named` gives a free name. */
  readonly ctes: (accounts: string, named: (wanted: string) => string) => readonly Cte[]
}
