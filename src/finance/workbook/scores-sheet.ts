import { isoDay } from '../../tables/values/day.ts'
import type { BookSheet } from '../../tables/xlsx/book.ts'
import type { AccountMatch } from '../reconcile/compare-accounts.ts'
import type { Reconciliation } from '../reconcile/reconciliation.ts'
import { count, heading, headings, money, type Row, shareOf, sheet, text } from './sheet.ts'

/** The ledger's accounts against those with scores, at both dates; null without scores. */
export function scoresSheet({ scores }: Reconciliation): BookSheet | null {
  const rows: Row[] = []
  for (const [title, match] of Object.entries({ Opening: scores?.opening, Closing: scores?.closing })) {
    if (match) rows.push(...matchRows(title, match, rows.length + 1), [])
  }
  return rows.length === 0 ? null : sheet('Scores', [40, 20, 18, 12, 60], 0, rows)
}

function matchRows(title: string, match: AccountMatch, top: number): Row[] {
  const { coverage } = match
  const [accounts, amount] = [coverage.accounts, coverage.amount]
  const share = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    denominator > 0 ? numerator / denominator : null
  const listed = (what: string, account: string, cents: number | null, note: string): Row => [
    text(what),
    text(account),
    cents === null ? null : money(cents),
    null,
    text(note),
  ]
  return [
    headings(
      `${title}: ${isoDay(match.day)}, scores of ${isoDay(match.scoresOf)}`,
      'With a score',
      'In the ledger',
      'Share',
    ),
    [
      heading('Accounts'),
      count(accounts.numerator),
      count(accounts.denominator),
      shareOf(share(accounts), `B${top + 1}`, `C${top + 1}`),
    ],
    [
      heading('Amount'),
      money(amount.numerator),
      money(amount.denominator),
      shareOf(share(amount), `B${top + 2}`, `C${top + 2}`),
    ],
    headings('Not matched', 'Account', 'Amount', '', 'Note'),
    ...match.ledgerOnly.map(({ balance, near }) =>
      listed(
        'in the ledger, without a score',
        balance.account,
        balance.amount,
        near.map(({ id }) => `perhaps ${id}`).join(', '),
      ),
    ),
    ...match.scoreOnly.map(({ scored, near }) =>
      listed('with a score, not in the ledger', scored.account, null, near.map(({ id }) => `perhaps ${id}`).join(', ')),
    ),
    ...match.duplicates.map(({ account, rows, agree }) =>
      listed(
        'scored more than once',
        account,
        null,
        `rows ${rows.map(({ row }) => row).join(', ')}${agree ? '' : ', which differ'}`,
      ),
    ),
    ...match.throughParent.map(({ parent, accounts: own }) =>
      listed('scored through its parent', parent, null, own.map(({ account }) => account).join(', ')),
    ),
  ]
}
