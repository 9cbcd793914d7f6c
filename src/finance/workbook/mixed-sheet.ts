import type { BookSheet } from '../../tables/xlsx/book.ts'
import { firstDay } from '../activity.ts'
import { type Movement, movementOf } from '../movement.ts'
import { eachUnit } from '../walk.ts'
import { type Layout, SHEETS } from './layout.ts'
import { count, date, headings, money, type Row, sheet, text } from './sheet.ts'

export interface MixedRow {
  readonly to: number
  readonly account: string
  readonly movement: Movement
}

const known = new WeakMap<Layout, readonly MixedRow[]>()

/** Months of accounts with lines in several currencies, whose category no single balance tells. */
export function mixedRows(layout: Layout): readonly MixedRow[] {
  const found = known.get(layout) ?? findMixed(layout)
  known.set(layout, found)
  return found
}

function findMixed({ book, dates, table, balances }: Layout): MixedRow[] {
  const mixed = new Set(balances.filter(({ alone }) => !alone).map(({ account }) => account))
  if (mixed.size === 0) return []
  const exchange = { table, rate: book.policy.rate }
  const rows: MixedRow[] = []
  for (const { name, cells, lines } of eachUnit(book, dates)) {
    if (!mixed.has(cells[0]!.account)) continue
    for (let month = 0; month + 1 < dates.length; month++) {
      const movement = movementOf(cells, month, month + 1, exchange, 'account', () => {
        const first = firstDay(book.ledger, book.ends, lines)
        return first !== null && first <= dates[month]!
      })
      const isThere = movement.openAtOpening || movement.openAtClosing
      if (isThere || movement.category !== null) rows.push({ to: dates[month + 1]!, account: name, movement })
    }
  }
  return rows
}

/** As computed by Salus: the one part of the bridge that is not live. */
export function mixedSheet(layout: Layout): BookSheet {
  return sheet(SHEETS.mixed, [12, 18, 14, 16, 12, 12, 12], 1, [
    headings('To', 'Account', 'Movement', 'Amount', 'At opening', 'At closing', 'Moved'),
    ...mixedRows(layout).map(({ to, account, movement }): Row => [
      date(to),
      text(account),
      text(movement.category ?? 'none'),
      money(movement.gain + movement.loss),
      count(movement.openAtOpening ? 1 : 0),
      count(movement.openAtClosing ? 1 : 0),
      count(movement.category === null ? 0 : 1),
    ]),
  ])
}
