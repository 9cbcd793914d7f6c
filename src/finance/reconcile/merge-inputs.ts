import type { Rates } from '../rates.ts'
import type { Ledger } from '../ledger.ts'
import { type MergedAccount, mergedBy, type MergedId, mergeLedger } from '../merged-ids.ts'
import type { CrmChurn } from '../read/crm.ts'
import type { GroupOf } from '../retention.ts'
import { balancesAt } from './balances.ts'
import type { ReportHeader } from './reconciliation.ts'
import type { ScoredAccount, Scores } from './scores.ts'

/** Everything that goes by ids of accounts. */
export interface ByAccount {
  readonly ledger: Ledger
  readonly rates: Rates
  readonly header: Pick<ReportHeader, 'from' | 'to' | 'policy'>
  readonly segmentOf: GroupOf | null
  readonly scores: readonly Scores[] | null
  readonly crm: readonly CrmChurn[] | null
}

/** The inputs with merged ids as what they count as at the closing, and what that changed. */
export function mergeInputs<T extends ByAccount>(
  inputs: T,
  merged: readonly MergedId[],
): { readonly inputs: T; readonly merged: readonly MergedAccount[] } {
  const { ledger, rates, header, segmentOf, crm } = inputs
  const { policy, from: first, to: last } = header
  const into = mergedBy(merged, last)
  const [opening, closing] = [first, last].map((day) => {
    const balances = balancesAt(ledger, rates, policy, day)
    return new Map(balances.map(({ account, amount }) => [account, amount]))
  })
  const lines = countsOf(Array.from(ledger.account.codes, (code) => ledger.account.names[code]!))
  const events = countsOf((crm ?? []).map(({ account }) => account))
  const scored = inputs.scores?.map((one) => mergeScores(one, into)) ?? []
  const fromOf = Map.groupBy(into.keys(), (from) => into.get(from)!)
  const listed = merged.map((one): MergedAccount => {
    const isApplied = into.has(one.from)
    const of = (found: ReadonlyMap<string, number>): number => (isApplied && found.get(one.from)) || 0
    const count = (kind: 'moved' | 'outdone') => scored.reduce((sum, each) => sum + of(each[kind]), 0)
    return {
      ...one,
      isApplied,
      lines: of(lines),
      opening: of(opening!),
      closing: of(closing!),
      events: of(events),
      scores: count('moved'),
      outdone: count('outdone'),
    }
  })
  return {
    inputs: {
      ...inputs,
      ledger: mergeLedger(ledger, into),
      segmentOf:
        segmentOf && ((account) => segmentOf(account) ?? firstOf(fromOf.get(account) ?? [], (from) => segmentOf(from))),
      scores: inputs.scores && scored.map(({ scores }) => scores),
      crm: crm && crm.map((event) => ({ ...event, account: into.get(event.account) ?? event.account })),
    },
    merged: listed,
  }
}

/** An account's own score counts; without one, that of the first id merged into it. */
function mergeScores(scores: Scores, into: ReadonlyMap<string, string>) {
  const [moved, outdone] = [new Map<string, number>(), new Map<string, number>()]
  const taken = new Map(scores.accounts.flatMap(({ account }) => (into.has(account) ? [] : [[account, account]])))
  const accounts = scores.accounts.flatMap((one): ScoredAccount[] => {
    const account = into.get(one.account)
    if (account === undefined) return [one]
    const by = taken.get(account) ?? one.account
    taken.set(account, by)
    countIn(by === one.account ? moved : outdone, one.account)
    return by === one.account ? [{ ...one, account }] : []
  })
  return { scores: { ...scores, accounts }, moved, outdone }
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) countIn(counts, name)
  return counts
}

function countIn(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function firstOf<T, R>(list: readonly T[], of: (one: T) => R | null): R | null {
  for (const one of list) {
    const found = of(one)
    if (found !== null) return found
  }
  return null
}
