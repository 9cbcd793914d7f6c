import { balancesAt } from '../../../finance/reconcile/balances.ts'
import { MATCH_DAYS, reconcile, scoresAt } from '../../../finance/reconcile/reconcile.ts'
import type { Reconciliation } from '../../../finance/reconcile/reconciliation.ts'
import type { Scores } from '../../../finance/reconcile/scores.ts'
import type { Books } from './read-books.ts'

/** What became of the accounts, and what their scores had said before. */
export interface Outcomes {
  readonly books: Books
  readonly report: Reconciliation
  /** Accounts that were there and scored at the opening; null without scores of then. */
  readonly followed: Followed | null
}

/** Accounts that were there at the opening, what was said of them then, and whether they were gone at the closing. */
export interface Followed {
  readonly accounts: readonly string[]
  /** NaN where an account had no score. */
  readonly scores: Float64Array
  readonly bands: readonly (string | null)[]
  /** 1 where the account was gone. */
  readonly churned: Uint8Array
  /** The date of the scores. */
  readonly date: number
}

export function outcomesOf(books: Books, scores: readonly Scores[] | null): Outcomes {
  const { ledger, rates, policy, from, to, crm } = books
  const opening = scoresAt(scores, from)
  const report = reconcile({
    ledger,
    rates,
    header: {
      from,
      to,
      policy,
      reading: {},
      matchDays: MATCH_DAYS,
      tolerance: 0,
      model: opening?.model ?? null,
      inputs: [],
      engine: '',
      runTime: null,
      preparer: null,
      reviewer: null,
    },
    segmentOf: null,
    scores,
    firstScores: scores === null || scores.length === 0 ? null : Math.min(...scores.map(({ date }) => date)),
    crm,
    merged: null,
    earlier: null,
    control: [],
  })
  return {
    books,
    report,
    followed: opening && followed(books, opening),
  }
}

function followed({ ledger, rates, policy, from, to }: Books, { accounts, date }: Scores): Followed {
  const there = balancesAt(ledger, rates, policy, from).map(({ account }) => account)
  const still = new Set(balancesAt(ledger, rates, policy, to).map(({ account }) => account))
  const first = new Map(accounts.toReversed().map((one) => [one.account, one]))
  return {
    accounts: there,
    scores: Float64Array.from(there, (account) => first.get(account)?.score ?? NaN),
    bands: there.map((account) => first.get(account)?.band ?? null),
    churned: Uint8Array.from(there, (account) => (still.has(account) ? 0 : 1)),
    date,
  }
}
