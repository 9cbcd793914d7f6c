/** One row of a CRM's feed of churned accounts. */
export interface CrmEvent {
  /** As written; the number of the row where the feed has no ids. */
  readonly event: string
  /** Where a person finds it: file line or sheet row, from 1. */
  readonly row: number
  /** As written: whether it is the ledger's account is a question of its own. */
  readonly account: string
  /** Days since 1970-01-01. */
  readonly day: number
  /** Integer cents of what was lost a year; null where the feed does not say. */
  readonly lost: number | null
  /** Null where the feed does not say: then it is that of the ledger's lines. */
  readonly currency: string | null
  readonly reason: string | null
}
