import type { Ledger } from '../ledger.ts'
import type { CrmChurn } from '../read/crm.ts'
import type { LedgerChurn } from './ledger-churns.ts'
import { foldKey } from '../alike.ts'
import { indexLooseIds } from './near-ids.ts'

/** An event and the ledger's account it is about. */
export interface Found {
  readonly event: CrmChurn
  /** Code of `ledger.account`; null where no account, or more than one, could be meant. */
  readonly account: number | null
  /** Accounts of the ledger whose id differs from the event's only in writing; empty where it is the same. */
  readonly near: readonly string[]
}

export interface Pair {
  readonly churn: LedgerChurn
  readonly found: Found
}

export interface Pairing {
  readonly pairs: readonly Pair[]
  /** Of no event. */
  readonly churns: readonly LedgerChurn[]
  /** Of no ledger churn. */
  readonly events: readonly Found[]
}

/**
 * Pairs ledger churns with events, one with one, nearest day first and at most `matchDays` apart. Of equally near ones
 * those with the same id, then with the nearer amount, then the earlier rows go first, so that the order of neither side
 * decides what is a duplicate.
 */
export function pairChurns(
  ledger: Ledger,
  churns: readonly LedgerChurn[],
  events: readonly CrmChurn[],
  { matchDays }: { readonly matchDays: number },
): Pairing {
  const found = findAccounts(ledger, events)
  const byAccount = new Map<number, LedgerChurn[]>()
  for (const churn of churns) {
    const own = byAccount.get(churn.account)
    if (own === undefined) byAccount.set(churn.account, [churn])
    else own.push(churn)
  }
  const candidates = found
    .flatMap((one) =>
      (one.account === null ? [] : (byAccount.get(one.account) ?? [])).map((churn) => ({
        churn,
        found: one,
        apart: Math.abs(churn.day - one.event.day),
        off: amountApart(ledger, churn, one.event),
      })),
    )
    .filter(({ apart }) => apart <= matchDays)
    .toSorted(
      (a, b) =>
        a.apart - b.apart ||
        a.found.near.length - b.found.near.length ||
        a.off - b.off ||
        a.found.event.row - b.found.event.row ||
        a.churn.day - b.churn.day,
    )
  const taken = new Set<LedgerChurn | Found>()
  const pairs = candidates.filter(({ churn, found: one }) => {
    if (taken.has(churn) || taken.has(one)) return false
    taken.add(churn).add(one)
    return true
  })
  return {
    pairs,
    churns: churns.filter((churn) => !taken.has(churn)),
    events: found.filter((one) => !taken.has(one)),
  }
}

function findAccounts(ledger: Ledger, events: readonly CrmChurn[]): Found[] {
  const codes = new Map(ledger.account.names.map((name, code) => [name, code]))
  const loose = indexLooseIds(ledger.account.names)
  return events.map((event) => {
    const same = codes.get(event.account)
    if (same !== undefined) return { event, account: same, near: [] }
    const near = loose.get(foldKey(event.account)) ?? []
    return { event, account: near.length === 1 ? codes.get(near[0]!)! : null, near }
  })
}

/** In cents of the event's currency; without an amount, as far as can be. */
function amountApart(ledger: Ledger, churn: LedgerChurn, event: CrmChurn): number {
  if (event.lost === null) return Infinity
  const lost = [...churn.amounts].find(([code]) => ledger.currency.names[code] === event.currency)
  return Math.abs((lost?.[1] ?? 0) - event.lost)
}
