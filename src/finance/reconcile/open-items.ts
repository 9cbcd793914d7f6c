import { isoDate } from '../../engine/days.ts'
import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { moneyText } from '../money.ts'
import type { AccountMatch } from './compare-accounts.ts'
import type { MergedAccount } from '../merged-ids.ts'
import type { Reconciliation } from './reconciliation.ts'
import { isUnchanged } from './restatement.ts'

/**
 * What a reconciliation leaves for a person to clear, as findings: a control total that does not agree is an error;
 * differences and accounts that do not match are warnings, or errors where `strict` asks that there be none.
 */
export function openItems(found: Reconciliation, strict: boolean): readonly Finding[] {
  const { completeness, churn, scores, header, restatement } = found
  const { currency } = header.policy
  const open = [...controlItems(completeness), ...mergedItems(found.merged ?? [])]
  if (restatement !== null && !isUnchanged(restatement)) {
    const { lines, rates, opening, closing, earlier } = restatement
    open.push(
      finding('opening-restated', {
        lines: new Set(lines.map(({ line }) => line)).size,
        rates: rates.length,
        date: isoDate(earlier.to) ?? '',
        amount: moneyText(opening - closing, currency),
      }),
    )
  }
  if (churn !== null && churn.differences.length > 0) {
    const { differences } = churn
    const atStake = differences.reduce((sum, one) => sum + (one.atStakeReported ?? 0), 0)
    open.push(finding('differences-open', { count: differences.length, amount: moneyText(atStake, currency) }))
  }
  if (scores?.closing) open.push(...matchItems(scores.closing, currency))
  if (scores?.opening === null) {
    const first = scores.first === null ? null : isoDate(scores.first)
    open.push(finding('scores-too-late', { date: isoDate(header.from) ?? '', first }))
  }
  const mustClear = (one: Finding): boolean => strict && one.level === 'warning' && one.slug !== 'scores-too-late'
  return open.map((one) => (mustClear(one) ? { ...one, level: 'error' } : one))
}

function controlItems({ entered }: Reconciliation['completeness']): readonly Finding[] {
  return entered
    .filter(({ difference }) => difference !== 0)
    .map(({ currency, amount, read, difference }) =>
      finding('control-differs', {
        read: moneyText(read, currency ?? ''),
        entered: moneyText(amount, currency ?? ''),
        difference: moneyText(Math.abs(difference), ''),
      }),
    )
}

function mergedItems(merged: readonly MergedAccount[]): readonly Finding[] {
  const applied = merged.filter(({ isApplied }) => isApplied)
  const unknown = applied.filter(({ lines, events, scores, outdone }) => lines + events + scores + outdone === 0)
  const lines = applied.reduce((sum, one) => sum + one.lines, 0)
  return [
    ...(applied.length === unknown.length
      ? []
      : [finding('ids-merged', { count: applied.length - unknown.length, lines })]),
    ...unknown.map(({ from, to }) => finding('merged-id-unknown', { from, to })),
  ]
}

function matchItems({ day, ledgerOnly, scoreOnly, duplicates }: AccountMatch, currency: string): readonly Finding[] {
  const date = isoDate(day) ?? ''
  const items: Finding[] = []
  if (ledgerOnly.length > 0) {
    const amount = ledgerOnly.reduce((sum, { balance }) => sum + balance.amount, 0)
    items.push(finding('accounts-unscored', { count: ledgerOnly.length, amount: moneyText(amount, currency), date }))
  }
  if (scoreOnly.length > 0) {
    items.push(finding('scores-unmatched', { count: scoreOnly.length, first: scoreOnly[0]!.scored.account, date }))
  }
  if (duplicates.length > 0) {
    const { account, rows } = duplicates[0]!
    items.push(finding('scores-twice', { count: duplicates.length, first: account, row: rows[0]!.row }))
  }
  return items
}
