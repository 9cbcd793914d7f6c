import type { Ledger } from '../ledger.ts'
import type { CrmSide, LedgerSide } from './difference.ts'
import type { LedgerChurn } from './ledger-churns.ts'
import type { Found } from './pair-churns.ts'

/** Cents in the currency of the report at the rate of a day; null without a rate. */
export type Convert = (cents: number, currency: string, day: number) => number | null

/** One churn as each side has it; at least one of them does. */
export interface Sides {
  /** The ledger's account, or as the CRM writes it where the ledger has none. */
  readonly account: string
  /** Numbers of the ledger's lines that ran on the day before the churn. */
  readonly lines: readonly number[]
  readonly ledger: LedgerSide | null
  readonly crm: CrmSide | null
  /** The event's amount as it is compared: as written, unless the ledger's lines are of several currencies. */
  readonly crmAmount: number | null
  readonly crmCurrency: string
}

/**
 * Both sides in amounts that can be compared. Contracts of one currency are compared in that; where an account has
 * lines in several, both sides are taken at the day's rates into the currency of the report.
 */
export function sideBySide(
  ledger: Ledger,
  churn: LedgerChurn | null,
  found: Found | null,
  { currency, convert }: { readonly currency: string; readonly convert: Convert },
): Sides {
  const event = found?.event ?? null
  const code = churn?.account ?? found?.account ?? null
  const amounts = [...(churn?.amounts ?? [])].filter(([, cents]) => cents !== 0)
  const isMixed = amounts.length > 1
  const own = isMixed ? currency : (ledger.currency.names[amounts[0]?.[0] ?? -1] ?? currency)
  const inReport = (cents: number | null, from: string, day: number): number | null =>
    cents === null ? null : convert(cents, from, day)
  const lost = (day: number): number =>
    amounts.reduce((total, [from, cents]) => total + (inReport(cents, ledger.currency.names[from]!, day) ?? 0), 0)
  return {
    account: code === null ? (event?.account ?? '') : ledger.account.names[code]!,
    lines: churn?.lines ?? [],
    ledger: churn && {
      day: churn.day,
      amount: isMixed ? lost(churn.day) : (amounts[0]?.[1] ?? 0),
      currency: own,
    },
    crm: event && {
      event: event.event,
      row: event.row,
      account: event.account,
      day: event.day,
      amount: event.lost,
      currency: event.currency ?? own,
    },
    crmAmount: event && (isMixed ? inReport(event.lost, event.currency ?? currency, event.day) : event.lost),
    crmCurrency: isMixed ? currency : (event?.currency ?? own),
  }
}
