/** One row of a CRM's feed of churned accounts. */
export interface CrmEvent {
  readonly id: string
  /** Where a person finds it: file line or sheet row, from 1. */
  readonly row: number
  /** As written, spaces included: whether it is the ledger's account is a question of its own. */
  readonly account: string
  /** Days since 1970-01-01. */
  readonly day: number
  /** Integer cents lost, above zero; null where none can be read. */
  readonly amount: number | null
  readonly currency: string
  readonly reason: string | null
}
