/**
 * Where CRM and ledger disagree about a churn. The order is that of a report: what moves the totals first, what is only
 * written differently last.
 */
export const DIFFERENCE_KINDS = [
  'ledger_churn_missing_in_crm',
  'crm_churn_but_ledger_active',
  'crm_churn_while_not_active',
  'crm_account_unknown',
  'duplicate_crm_event',
  'currency_differs',
  'amount_differs',
  'amount_transposed_digits',
  'amount_off_by_cent',
  'crm_amount_missing',
  'date_differs',
  'date_off_one_day_period_cutoff',
  'id_format',
] as const

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** The heading of each kind, and what it means to a person who has to clear it. */
export const DIFFERENCE_HEADINGS: Readonly<Record<DifferenceKind, { readonly title: string; readonly means: string }>> =
  {
    ledger_churn_missing_in_crm: {
      title: 'Ledger churn missing in CRM',
      means: 'the last contract line ended and no CRM event says so',
    },
    crm_churn_but_ledger_active: {
      title: 'CRM churn but ledger active',
      means: 'the CRM has the account as churned on a day on which contract lines still run',
    },
    crm_churn_while_not_active: {
      title: 'CRM churn while not a customer',
      means: 'on the day of the event no contract line ran, and none had ended near it',
    },
    crm_account_unknown: {
      title: 'CRM account not in the ledger',
      means: 'the ledger has no line of this account, nor of one with a similar id',
    },
    duplicate_crm_event: {
      title: 'Duplicate CRM event',
      means: 'the ledger churn is already matched by another event of the same account',
    },
    currency_differs: {
      title: 'Currency differs',
      means: 'both sides have the churn, in different currencies',
    },
    amount_differs: {
      title: 'Amount differs',
      means: 'both sides have the churn, with different amounts',
    },
    amount_transposed_digits: {
      title: 'Amount differs by a slip of digits',
      means: 'the digits differ in one or two neighbouring places and the difference divides by nine',
    },
    amount_off_by_cent: {
      title: 'Amount off by a cent',
      means: 'the amounts differ by 0.01: most likely rounding at the source',
    },
    crm_amount_missing: {
      title: 'CRM amount missing',
      means: 'the event says no amount that can be read',
    },
    date_differs: {
      title: 'Date differs',
      means: 'both sides have the churn, more than one day apart',
    },
    date_off_one_day_period_cutoff: {
      title: 'Date off by one day at the cut-off',
      means: 'the last day of the paid period against the first day after it',
    },
    id_format: {
      title: 'Account id written differently',
      means:
        'the id matches one of the ledger only with case, spaces, dashes or leading zeros forgiven; suggested, not merged',
    },
  }

/** One disagreement. Amounts are integer cents of `currency`. */
export interface Difference {
  readonly kind: DifferenceKind
  /** The ledger's account, or as the CRM writes it where the ledger has none. */
  readonly account: string
  /** The day of the ledger's churn, else of the event, in days since 1970-01-01. */
  readonly day: number
  readonly currency: string
  /** What the ledger says was lost; null where it has no such churn. */
  readonly ledger: LedgerSide | null
  /** What the CRM says; null where it has no such event. */
  readonly crm: CrmSide | null
  /** Numbers of the ledger's lines that it is about. */
  readonly lines: readonly number[]
  /**
   * By how much this alone makes the CRM's total of the period higher (or, below zero, lower) than the ledger's, by
   * currency. Over all differences these add up to the difference of the totals.
   */
  readonly effects: ReadonlyMap<string, number>
  /** The amount in question, whichever side says it, never below zero; what lists are sorted by. */
  readonly atStake: number
  /** The same in the currency of the report, at the rate of `day`; null where there is no such rate. */
  readonly atStakeReported: number | null
  /** Days from `day` to the end of the period. */
  readonly age: number
  /** Ids that differ from the event's only in writing: suggestions for a person. */
  readonly near: readonly string[]
  /** One sentence for a person. */
  readonly because: string
}

export interface LedgerSide {
  readonly day: number
  readonly amount: number
  readonly currency: string
}

export interface CrmSide {
  readonly event: string
  /** Where a person finds it: file line or sheet row, from 1. */
  readonly row: number
  /** As written, spaces included. */
  readonly account: string
  readonly day: number
  readonly amount: number | null
  readonly currency: string
}
