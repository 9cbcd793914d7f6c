import type { BookSheet } from '../../tables/xlsx/book.ts'
import type { MergedAccount } from '../merged-ids.ts'
import { count, date, headings, money, type Row, sheet, text } from './sheet.ts'

/** Ids that count as another, as declared; null where none does. */
export function mergedSheet(merged: readonly MergedAccount[] | null): BookSheet | null {
  if (merged === null || merged.length === 0) return null
  return sheet('Merged ids', [20, 20, 14, 10, 10, 16, 16, 12, 10, 18], 1, [
    headings(
      'Id',
      'Counts as',
      'Since',
      'Applied',
      'Lines',
      'Opening',
      'Closing',
      'CRM events',
      'Scores',
      'Scores not counted',
    ),
    ...merged.map((one): Row => [
      text(one.from),
      text(one.to),
      one.date === null ? text('always') : date(one.date),
      text(one.isApplied ? 'yes' : 'not yet'),
      count(one.lines),
      money(one.opening),
      money(one.closing),
      count(one.events),
      count(one.scores),
      count(one.outdone),
    ]),
  ])
}
