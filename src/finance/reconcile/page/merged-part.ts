import type { Reconciliation } from '../reconciliation.ts'
import { mergedShown } from '../merged-shown.ts'
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
    rows: cut(merged).map(mergedShown),
  })}${more(merged, 'merged of the JSON, and the workbook’s sheet Merged ids')}`
}
