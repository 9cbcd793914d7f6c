import type { Ledger } from '../ledger.ts'
import type { Policy } from '../policy.ts'
import type { CrmChurn } from '../read/crm.ts'
import { DIFFERENCE_KINDS, type Difference } from './difference.ts'
import { eventDifferences, missingInCrm, pairDifferences, type Noted } from './differences-of.ts'
import { churnBook, type LedgerChurn } from './ledger-churns.ts'
import { pairChurns, type Found, type Pair } from './pair-churns.ts'
import { sideBySide, type Convert, type Sides } from './sides.ts'

export interface CompareChurnOptions {
  /** The period is (from, to], as of a bridge between two balances. Days since 1970-01-01. */
  readonly from: number
  readonly to: number
  readonly policy: Policy
  /** How many days an event may lie from a ledger churn and still be about it. */
  readonly matchDays: number
  /** Cents by which two amounts may differ without being listed; they are counted all the same. */
  readonly tolerance: number
  readonly convert: Convert
}

export interface ChurnComparison {
  /** Kind by kind in the order of a report; within one the largest amount first. */
  readonly differences: readonly Difference[]
  /** Churns of the period that both sides have, whatever differs about them. */
  readonly matched: number
  /** Amount differences that are not listed, being within the tolerance. */
  readonly tolerated: readonly Difference[]
  /** By currency, in code point order. */
  readonly totals: readonly ChurnTotal[]
}

/** What each side has of the period, in cents of one currency. */
export interface ChurnTotal {
  readonly currency: string
  readonly ledger: CountedAmount
  readonly crm: CountedAmount
  /** What the differences, listed and tolerated, add up to: `crm - ledger`, or something is wrong here. */
  readonly explained: number
}

export interface CountedAmount {
  readonly count: number
  readonly amount: number
}

/**
 * Compares the churns of the ledger with the events of a CRM, within a period. An event belongs to a ledger churn of the
 * same account near its day; one whose id is only written differently is compared too, and listed for that. Whatever is
 * not the same on both sides is a difference of its own, and together they explain why the totals differ.
 */
export function compareChurn(
  ledger: Ledger,
  events: readonly CrmChurn[],
  options: CompareChurnOptions,
): ChurnComparison {
  // A contract that ends soon after the period is there for an event that came early; by itself it is no churn yet.
  const { churns, runningOn } = churnBook(ledger, options.policy, options.to + options.matchDays)
  const pairing = pairChurns(ledger, churns, events, options)
  const within = (day: number): boolean => options.from < day && day <= options.to

  const side = (churn: LedgerChurn | null, found: Found | null): Sides =>
    sideBySide(ledger, churn, found, { currency: options.policy.currency, convert: options.convert })

  const pairs = pairing.pairs
    .filter(({ churn, found }) => within(churn.day) || within(found.event.day))
    .map(({ churn, found }) => ({ found, sides: side(churn, found) }))
  const missing = pairing.churns.filter(({ day }) => within(day)).map((churn) => side(churn, null))
  const extra = pairing.events
    .filter(({ event }) => within(event.day))
    .map((found) => ({ found, sides: side(null, found) }))

  const differences = [
    ...pairs.flatMap(({ found, sides }) => pairDifferences(found, sides, within)),
    ...missing.map((sides) => missingInCrm(sides)),
    ...extra.flatMap(({ found, sides }) =>
      eventDifferences(ledger, runningOn, found, sides, twinOf(found, pairing.pairs, options)),
    ),
  ].map((noted) => complete(noted, options))
  const isTolerated = ({ kind, atStake }: Difference): boolean => AMOUNTS.has(kind) && atStake <= options.tolerance
  const all = [...pairs, ...extra].map(({ sides }) => sides).concat(missing)
  return {
    differences: differences.filter((one) => !isTolerated(one)).toSorted(inReportOrder),
    tolerated: differences.filter(isTolerated).toSorted(inReportOrder),
    matched: pairs.filter(({ sides }) => within(sides.ledger!.day) && within(sides.crm!.day)).length,
    totals: totalsOf(all, differences, within),
  }
}

const AMOUNTS: ReadonlySet<string> = new Set(['amount_off_by_cent', 'amount_transposed_digits', 'amount_differs'])

/** What took the ledger churn that an event could be about. */
function twinOf({ event, account }: Found, pairs: readonly Pair[], { matchDays }: CompareChurnOptions): Pair | null {
  const near = pairs.filter((pair) => pair.churn.account === account)
  return near.find(({ churn }) => Math.abs(churn.day - event.day) <= matchDays) ?? null
}

function complete(noted: Noted, { to, convert }: CompareChurnOptions): Difference {
  return { ...noted, age: to - noted.day, atStakeReported: convert(noted.atStake, noted.currency, noted.day) }
}

function inReportOrder(a: Difference, b: Difference): number {
  return (
    DIFFERENCE_KINDS.indexOf(a.kind) - DIFFERENCE_KINDS.indexOf(b.kind) ||
    (b.atStakeReported ?? b.atStake) - (a.atStakeReported ?? a.atStake) ||
    (a.account < b.account ? -1 : a.account > b.account ? 1 : 0) ||
    a.day - b.day ||
    (a.crm?.row ?? 0) - (b.crm?.row ?? 0)
  )
}

function totalsOf(
  all: readonly Sides[],
  differences: readonly Difference[],
  within: (day: number) => boolean,
): readonly ChurnTotal[] {
  const sides = all.flatMap(({ ledger, crm, crmCurrency, crmAmount }) => [
    ...(ledger !== null && within(ledger.day) ? [{ side: 'ledger', ...ledger }] : []),
    ...(crm !== null && within(crm.day) ? [{ side: 'crm', currency: crmCurrency, amount: crmAmount ?? 0 }] : []),
  ])
  const currencies = [...new Set(sides.map(({ currency }) => currency))].toSorted()
  const counted = (side: string, currency: string): CountedAmount => {
    const own = sides.filter((one) => one.side === side && one.currency === currency)
    return { count: own.length, amount: sum(own.map(({ amount }) => amount)) }
  }
  return currencies.map((currency) => ({
    currency,
    ledger: counted('ledger', currency),
    crm: counted('crm', currency),
    explained: sum(differences.flatMap(({ effects }) => effects.get(currency) ?? [])),
  }))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
