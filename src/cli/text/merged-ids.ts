import { isoDate } from '../../engine/days.ts'
import type { MergedAccount } from '../../finance/merged-ids.ts'
import { countOf, moneyOf } from '../../finance/reconcile/shown.ts'
import type { Style } from './style.ts'
import { printTable, type PrintedColumn } from './table.ts'

/** Each id that counts as another, with what it brought along. */
export function mergedLines(merged: readonly MergedAccount[], style: Style): string[] {
  const left = (title: string): PrintedColumn => ({ title, align: 'left' })
  const right = (title: string): PrintedColumn => ({ title, align: 'right' })
  return printTable(
    [
      ...['id', 'counts as', 'since'].map(left),
      ...['lines', 'opening', 'closing', 'CRM events', 'scores', 'not counted'].map(right),
    ],
    merged.map(({ from, to, date, isApplied, lines, opening, closing, events, scores, outdone }) =>
      [
        from,
        to,
        date === null ? 'always' : `${isoDate(date)}${isApplied ? '' : ', not yet'}`,
        countOf(lines),
        moneyOf(opening),
        moneyOf(closing),
        countOf(events),
        countOf(scores),
        countOf(outdone),
      ].map((text) => ({ text })),
    ),
    style.dim,
  )
}
