import { isoDay } from '../../tables/values/day.ts'
import type { BookSheet } from '../../tables/xlsx/book.ts'
import type { ChurnComparison } from '../reconcile/compare-churn.ts'
import { type Difference, DIFFERENCE_HEADINGS } from '../reconcile/difference.ts'
import type { Layout } from './layout.ts'
import { check, count, heading, headings, money, range, type Row, sheet, text } from './sheet.ts'

/** Where CRM and ledger disagree, and that these differences explain the totals. */
export function differencesSheet(
  { book }: Layout,
  { differences, tolerated, totals, matched }: ChurnComparison,
): BookSheet {
  const top = totals.length + 7
  const listed = [
    ...differences.flatMap((one) => rowsOf(one, false, book.ledger.ids)),
    ...tolerated.flatMap((one) => rowsOf(one, true, book.ledger.ids)),
  ]
  const last = top + Math.max(listed.length, 1) - 1
  return sheet('Differences', [38, 18, 12, 16, 16, 10, 16, 14, 8, 14, 26, 60], 1, [
    headings(
      'Churn by currency',
      'Ledger',
      'CRM',
      'CRM less ledger',
      'Explained by the list',
      'Not explained',
      'In ledger',
      'In CRM',
    ),
    ...totals.map(({ currency, ledger, crm, explained }, at): Row => {
      const row = at + 2
      const own = `${range('Differences', 'G', top, last)},${range('Differences', 'F', top, last)},A${row}`
      return [
        text(currency),
        money(ledger.amount),
        money(crm.amount),
        money(crm.amount - ledger.amount, `C${row}-B${row}`),
        money(explained, `SUMIFS(${own})`),
        check(`ROUND(D${row}-E${row},2)`),
        count(ledger.count),
        count(crm.count),
      ]
    }),
    [],
    [heading('Churns that both sides have'), count(matched)],
    [heading('Differences'), count(differences.length)],
    [],
    headings(
      'Difference',
      'Account',
      'Day',
      'Ledger',
      'CRM',
      'Currency',
      'Effect on CRM less ledger',
      'CRM event',
      'Days old',
      'Within tolerance',
      'Ledger lines',
      'Because',
    ),
    ...listed,
  ])
}

/** One row for each currency that a difference has an effect in, and one where it has none. */
function rowsOf(one: Difference, isTolerated: boolean, ids: readonly string[]): Row[] {
  const effects = one.effects.size === 0 ? [[one.currency, 0] as const] : [...one.effects]
  return effects.map(([currency, effect], at) => {
    const amounts = at === 0 ? [one.ledger?.amount ?? null, one.crm?.amount ?? null] : [null, null]
    return [
      text(DIFFERENCE_HEADINGS[one.kind].title),
      text(one.account),
      text(isoDay(one.day)),
      ...amounts.map((cents) => (cents === null ? null : money(cents))),
      text(currency),
      money(effect),
      text(one.crm?.event ?? ''),
      count(one.age),
      text(isTolerated ? 'yes' : ''),
      text(one.lines.map((line) => ids[line]!).join(', ')),
      text(one.because),
    ]
  })
}
