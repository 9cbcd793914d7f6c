import { bridge } from '../bridge.ts'
import { convert } from '../convert.ts'
import type { Ledger } from '../ledger.ts'
import { monthEnds } from '../month-ends.ts'
import type { Netting, Policy } from '../policy.ts'
import { quickRatio } from '../quick-ratio.ts'
import type { Rates } from '../rates.ts'
import { retention, type GroupOf, type Retention, type RetentionGroup } from '../retention.ts'
import { balancesAt } from './balances.ts'
import { compareAccounts } from './compare-accounts.ts'
import { compareChurn } from './compare-churn.ts'
import type { CrmChurn } from '../read/crm.ts'
import type { MergedAccount } from '../merged-ids.ts'
import type { ControlEntry, Reconciliation, ReportHeader } from './reconciliation.ts'
import type { Scores } from './scores.ts'
import { restatedOpening } from './restated-opening.ts'
import type { EarlierReport } from './restatement.ts'
import type { Convert } from './sides.ts'

export interface ReconcileInputs {
  readonly ledger: Ledger
  /** Every rate that the period needs is in it: see `missingRates`. */
  readonly rates: Rates
  readonly header: ReportHeader
  /** The segment of an account; null where there is no table of accounts. */
  readonly segmentOf: GroupOf | null
  /** Scores by one model, in any order, at least the last on or before each end of the period; null without any. */
  readonly scores: readonly Scores[] | null
  /** The first day on which anything was scored; null where nothing was. */
  readonly firstScores: number | null
  readonly crm: readonly CrmChurn[] | null
  /** Ids that count as another's here, in all of the above; null where nothing was said. */
  readonly merged: readonly MergedAccount[] | null
  /** The report that closed where this one opens; null without one. */
  readonly earlier: EarlierReport | null
  /** Cents that finance says the lines as read add up to; without a currency, over all of them. */
  readonly control: readonly { readonly currency: string | null; readonly amount: number }[]
}

/** How many days a CRM event may lie from the ledger churn that it is about. */
export const MATCH_DAYS = 31

/** Ties a period of the ledger out: its bridge and retention, and what scores and CRM have to say about the same accounts. */
export function reconcile(inputs: ReconcileInputs): Reconciliation {
  const { ledger, rates, header } = inputs
  const { policy, from, to } = header
  const months = bridge(ledger, rates, policy, monthEnds(from, to))
  const retained = (netting: Netting): Retention => retention(ledger, rates, policy, from, to, netting)
  const opening = scoresAt(inputs.scores, from)
  const closing = scoresAt(inputs.scores, to)
  const grouped = (groupOf: GroupOf): readonly RetentionGroup[] =>
    retention(ledger, rates, policy, from, to, 'account', groupOf).groups
  const before = opening && new Map(opening.accounts.toReversed().map((one) => [one.account, one]))
  return {
    header,
    completeness: { control: ledger.control, excluded: ledger.excluded, entered: entered(inputs) },
    bridge: months,
    restatement: inputs.earlier && restatedOpening(inputs.earlier, { ledger, rates, policy, from }, months[0]!.opening),
    merged: inputs.merged,
    quickRatio: quickRatio(months),
    retention: { account: retained('account'), sku: retained('sku'), parent: retained('parent') },
    groups: {
      segment: inputs.segmentOf && grouped(inputs.segmentOf),
      band:
        before &&
        opening &&
        inLadderOrder(
          grouped((account) => before.get(account)?.band ?? null),
          opening.ladder,
        ),
      model: before && grouped((account) => before.get(account)?.segment ?? null),
    },
    scores: inputs.scores && {
      first: inputs.firstScores,
      opening: opening && compareAccounts(from, balancesAt(ledger, rates, policy, from), opening),
      closing: closing && compareAccounts(to, balancesAt(ledger, rates, policy, to), closing),
    },
    churn:
      inputs.crm &&
      compareChurn(ledger, inputs.crm, {
        from,
        to,
        policy,
        matchDays: header.matchDays,
        tolerance: header.tolerance,
        convert: converter(rates, policy),
      }),
  }
}

/** The last scores on or before a day. */
export function scoresAt(scores: readonly Scores[] | null, day: number): Scores | null {
  return (scores ?? []).filter(({ date }) => date <= day).toSorted((a, b) => b.date - a.date)[0] ?? null
}

function converter(rates: Rates, { currency, asOf }: Policy): Convert {
  return (cents, from, day) => {
    if (from === currency) return cents
    const rate = rates.at(from, Math.min(day, asOf))
    return rate && convert(cents, rate)
  }
}

/** Worst band first, as everywhere; accounts without a band last. */
function inLadderOrder(groups: readonly RetentionGroup[], ladder: readonly string[]): readonly RetentionGroup[] {
  const rank = ({ group }: RetentionGroup): number => (group === null ? ladder.length : ladder.indexOf(group))
  return groups.toSorted((a, b) => rank(a) - rank(b))
}

function entered({ ledger, control }: ReconcileInputs): readonly ControlEntry[] {
  return control.map(({ currency, amount }) => {
    const sums = [...ledger.control.amounts].filter(([one]) => currency === null || one === currency)
    // A row of totals would count every line once more.
    const totals = ledger.excluded.filter(
      (line) => line.reason === 'total-row' && (currency === null || line.currency === currency),
    )
    const read = sumOf(sums.map(([, cents]) => cents.read)) - sumOf(totals.map((line) => line.amount ?? 0))
    return { currency, amount, read, difference: read - amount }
  })
}

function sumOf(cents: readonly number[]): number {
  return cents.reduce((sum, one) => sum + one, 0)
}
