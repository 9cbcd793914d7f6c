import { isoDate } from '../../engine/days.ts'
import type { AccountMatch } from '../../finance/reconcile/compare-accounts.ts'
import { countOf, moneyOf, percentOf } from '../../finance/reconcile/shown.ts'
import type { Style } from './style.ts'
import { printTable, type PrintedColumn } from './table.ts'

/** How many rows of a list a terminal shows before it says how many more there are. */
const MOST = 20

/** Scored accounts against those of the ledger: coverage, and what is left over on either side. */
export function matchLines(match: AccountMatch, style: Style): string[] {
  const { coverage, ledgerOnly, scoreOnly, duplicates, throughParent } = match
  const { accounts, amount } = coverage
  const suggested = (near: readonly { readonly id: string }[]): string =>
    near.length === 0 ? '' : `  meant: ${near.map(({ id }) => `\`${id}\``).join(', ')}?`
  return [
    `scores of ${isoDate(match.scoresOf)} against balances of ${isoDate(match.day)}`,
    `coverage  ${share(accounts)} of accounts (${countOf(accounts.numerator)} of ${countOf(accounts.denominator)}), ${share(amount)} of ARR (${moneyOf(amount.numerator)} of ${moneyOf(amount.denominator)})`,
    ...list('in the ledger only', ledgerOnly, style, ({ balance, near }) => [
      balance.account,
      moneyOf(balance.amount),
      suggested(near),
    ]),
    ...list('scored only', scoreOnly, style, ({ scored, near }) => [
      `\`${scored.account}\``,
      scored.row === null ? '' : `row ${scored.row}`,
      suggested(near),
    ]),
    ...list('scored more than once', duplicates, style, ({ account, rows, agree }) => [
      account,
      rows.every(({ row }) => row !== null) ? `rows ${rows.map(({ row }) => row).join(', ')}` : `${rows.length} rows`,
      agree ? '' : '  with different scores: the first row counts',
    ]),
    ...list('scored through their parent alone', throughParent, style, ({ parent, accounts: own }) => [
      parent,
      own.length === 1 ? '1 account' : `${own.length} accounts`,
      '',
    ]),
  ]
}

function list<T>(title: string, items: readonly T[], style: Style, row: (item: T) => readonly string[]): string[] {
  if (items.length === 0) return [style.dim(`${title}: none`)]
  const columns: PrintedColumn[] = [
    { title: '', align: 'left' },
    { title: '', align: 'right' },
    { title: '', align: 'left' },
  ]
  const rows = items.slice(0, MOST).map((item) => row(item).map((text) => ({ text })))
  const more = items.length - MOST
  return [
    `${title}: ${countOf(items.length)}`,
    ...printTable(columns, rows, style.dim)
      .slice(1)
      .map((line) => `  ${line}`),
    ...(more > 0 ? [style.dim(`  and ${countOf(more)} more; --json has them all`)] : []),
  ]
}

function share({ numerator, denominator }: { readonly numerator: number; readonly denominator: number }): string {
  return percentOf(denominator === 0 ? null : numerator / denominator)
}
