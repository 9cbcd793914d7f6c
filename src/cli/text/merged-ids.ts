import type { MergedAccount } from '../../finance/merged-ids.ts'
import { mergedShown } from '../../finance/reconcile/merged-shown.ts'
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
    merged.map((one) => mergedShown(one).map((text) => ({ text }))),
    style.dim,
  )
}
