import { churnBook } from '../finance/reconcile/ledger-churns.ts'
import type { Ledger } from '../finance/ledger.ts'
import type { Policy } from '../finance/policy.ts'
import { positions } from '../finance/positions.ts'
import type { Rates } from '../finance/rates.ts'
import { renewalsOf } from './learn/decisions.ts'
import type { Loss, Outcomes } from './outcomes.ts'

/** What became of accounts as their contract lines say: lost on the day from which nothing runs. */
export function ledgerOutcomes(ledger: Ledger, rates: Rates, policy: Policy): Outcomes {
  const { names } = ledger.account
  const losses = new Map<string, Loss[]>()
  const { churns, isThere } = churnBook(ledger, policy, policy.asOf)
  for (const { account, day, returns } of churns) {
    losses.set(names[account]!, [...(losses.get(names[account]!) ?? []), { day, returns }])
  }
  const codes = new Map(names.map((name, code) => [name, code]))
  return {
    losses,
    known: new Set(names),
    dated: true,
    until: policy.asOf,
    decisions: renewalsOf(ledger, policy.asOf),
    worth: worthAt(ledger, rates, policy),
    isCustomer: (account, day) => isThere(codes.get(account) ?? -1, day),
    since: firstDays(ledger),
    parentOf: (account) => ledger.parents[codes.get(account) ?? -1] ?? null,
  }
}

function firstDays({ account, start, annual, length }: Ledger): (name: string) => number | null {
  const first = new Map<string, number>()
  for (let line = 0; line < length; line++) {
    const name = account.names[account.codes[line]!]!
    if (annual[line]! > 0) first.set(name, Math.min(first.get(name) ?? Infinity, start[line]!))
  }
  return (name) => first.get(name) ?? null
}

/** Positions of a day are found for all accounts at once, and kept. */
function worthAt(ledger: Ledger, rates: Rates, policy: Policy): NonNullable<Outcomes['worth']> {
  const byDay = new Map<number, ReadonlyMap<string, number>>()
  return (account, day) => {
    const known =
      byDay.get(day) ?? new Map(positions(ledger, rates, policy, day).map((one) => [one.account, one.converted]))
    byDay.set(day, known)
    return known.get(account) ?? null
  }
}
