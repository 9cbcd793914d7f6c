import type { Balance } from './balances.ts'
import { foldKey } from '../alike.ts'
import { idsDifferIn, indexLooseIds } from './near-ids.ts'
import type { ScoredAccount, Scores } from './scores.ts'

/** The ledger's accounts against those of a snapshot. */
export interface AccountMatch {
  /** The day of the balances. */
  readonly day: number
  /** The day of the scores: the last on or before `day`. */
  readonly scoresOf: number
  /** In the ledger's order. An account that is scored twice is matched with its first row. */
  readonly matched: readonly { readonly balance: Balance; readonly scored: ScoredAccount }[]
  readonly ledgerOnly: readonly LedgerOnly[]
  readonly scoreOnly: readonly ScoreOnly[]
  readonly duplicates: readonly Duplicate[]
  /** Accounts of the ledger that are not scored themselves while their parent is: several to one score. */
  readonly throughParent: readonly ThroughParent[]
  readonly coverage: {
    readonly accounts: Covered
    readonly amount: Covered
  }
}

export interface LedgerOnly {
  readonly balance: Balance
  /** Scored ids that differ only in writing: suggestions, matched with nothing. */
  readonly near: readonly NearId[]
}

export interface ScoreOnly {
  readonly scored: ScoredAccount
  readonly near: readonly NearId[]
}

export interface NearId {
  readonly id: string
  /** `case`, `spaces and leading zeros`. */
  readonly differsIn: string
}

export interface Duplicate {
  readonly account: string
  readonly rows: readonly ScoredAccount[]
  /** Whether all rows say the same score and band. */
  readonly agree: boolean
}

export interface ThroughParent {
  readonly parent: string
  readonly accounts: readonly Balance[]
}

/** How much of the ledger has a score. */
export interface Covered {
  readonly numerator: number
  readonly denominator: number
}

/**
 * Matches the ledger's accounts that have a balance with the accounts of a snapshot, by ids that are the same, letter for
 * letter. Whatever could be meant is suggested beside what is left over, and changes no figure.
 */
export function compareAccounts(day: number, balances: readonly Balance[], scores: Scores): AccountMatch {
  const rows = Map.groupBy(scores.accounts, ({ account }) => account)
  const own = new Set(balances.map(({ account }) => account))
  const matched = balances.flatMap((balance) => {
    const scored = rows.get(balance.account)?.[0]
    return scored === undefined ? [] : [{ balance, scored }]
  })
  const unscored = balances.filter(({ account }) => !rows.has(account))
  const strangers = [...rows.values()].map(([first]) => first!).filter(({ account }) => !own.has(account))
  const nearScores = indexLooseIds(strangers.map(({ account }) => account))
  const nearBalances = indexLooseIds(unscored.map(({ account }) => account))
  return {
    day,
    scoresOf: scores.date,
    matched,
    ledgerOnly: unscored.map((balance) => ({ balance, near: nearIds(balance.account, nearScores) })).toSorted(byAmount),
    scoreOnly: strangers.map((scored) => ({ scored, near: nearIds(scored.account, nearBalances) })),
    duplicates: [...rows].flatMap(([account, same]) =>
      same.length > 1 ? [{ account, rows: same, agree: same.every((row) => isSame(row, same[0]!)) }] : [],
    ),
    throughParent: throughParent(unscored, rows),
    coverage: {
      accounts: { numerator: matched.length, denominator: balances.length },
      amount: { numerator: sum(matched.map(({ balance }) => balance)), denominator: sum(balances) },
    },
  }
}

function throughParent(
  unscored: readonly Balance[],
  rows: ReadonlyMap<string, readonly ScoredAccount[]>,
): readonly ThroughParent[] {
  const children = unscored.filter(({ parent }) => parent !== null && rows.has(parent))
  return [...Map.groupBy(children, ({ parent }) => parent!)].map(([parent, accounts]) => ({ parent, accounts }))
}

function nearIds(id: string, index: ReadonlyMap<string, readonly string[]>): readonly NearId[] {
  return (index.get(foldKey(id)) ?? []).map((near) => ({ id: near, differsIn: idsDifferIn(id, near) }))
}

function isSame(one: ScoredAccount, other: ScoredAccount): boolean {
  return one.score === other.score && one.band === other.band
}

function byAmount(one: LedgerOnly, other: LedgerOnly): number {
  return other.balance.amount - one.balance.amount || (one.balance.account < other.balance.account ? -1 : 1)
}

function sum(balances: readonly Balance[]): number {
  return balances.reduce((total, { amount }) => total + amount, 0)
}
