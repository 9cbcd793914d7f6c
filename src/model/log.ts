import type { Span } from '../findings/span.ts'
import type { Input } from './input.ts'

/**
 * A table that has many lines an account, each of a day: events, or figures of each day or of each snapshot. Figures of
 * inputs are computed from it.
 */
export interface Log {
  /** As written: `events`, `daily`, `snapshots`. */
  readonly name: string
  readonly grain: 'event' | 'snapshot'
  /** Its columns, the account's and the day's among them. */
  readonly columns: readonly Input[]
  /** The column that names the account. */
  readonly account: string
  /** The column that says when. */
  readonly at: string
  /** Points in time become days in this zone: 'UTC', or a name such as 'Europe/Berlin'. */
  readonly zone: string
  readonly span: Span | null
}
