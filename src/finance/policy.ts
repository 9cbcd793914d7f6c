/**
 * What has to be declared before a ledger gives a figure: nothing here is guessed. docs/finance.md states each choice
 * with an example.
 */
export interface Policy {
  /** Days since 1970-01-01: what is known of the ledger ends here; later ends are not churn. */
  readonly asOf: number
  /** The currency of every figure. */
  readonly currency: string
  /** Kinds of charge that recur and so count as ARR; all others are excluded and listed. */
  readonly recurring: readonly string[]
  /** At which rate cohorts are compared; the bridge carries what is left in its FX line. */
  readonly rate: 'closing' | 'opening' | 'reported'
  /** Days that an account may be without a line and still count as never gone; 0 by default. */
  readonly gapDays: number
}

/** At which level gains and losses are set against each other: by account for the headline, the others beside it. */
export type Netting = 'account' | 'sku' | 'parent'
