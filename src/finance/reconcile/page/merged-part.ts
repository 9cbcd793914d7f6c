import { isoDate } from '../../../engine/days.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { countOf, moneyOf } from '../shown.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { cut, more } from './long-lists.ts'
import { left, right, table } from './table.ts'

/** Ids that count as another because somebody said so, each with what it brought along. */
export function mergedPart({ merged }: Reconciliation): Html {
  if (merged === null || merged.length === 0) return NOTHING
  return markup`${table({
    caption: 'Ids that count as another, as declared; none is merged otherwise',
    columns: [
      ...left('id', 'counts as', 'since'),
      ...right('lines', 'opening', 'closing', 'CRM events', 'scores', 'scores not counted'),
    ],
    long: true,
    rows: cut(merged).map(({ from, to, date, isApplied, lines, opening, closing, events, scores, outdone }) => [
      from,
      to,
      date === null ? 'always' : `${isoDate(date)}${isApplied ? '' : ', not yet'}`,
      countOf(lines),
      moneyOf(opening),
      moneyOf(closing),
      countOf(events),
      countOf(scores),
      countOf(outdone),
    ]),
  })}${more(merged, 'merged of the JSON, and the workbook’s sheet Merged ids')}`
}
