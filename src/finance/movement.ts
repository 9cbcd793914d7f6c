import { convert, convertChange } from './convert.ts'
import type { Netting, Policy } from './policy.ts'
import { rateAt, type RateTable } from './rate-table.ts'
import { type Cell, runEnd } from './walk.ts'

/** What became of an account between two dates, or of a parent. */
export type Category = 'new' | 'reactivation' | 'expansion' | 'contraction' | 'churn'

/** Integer cents of the policy's currency: opening + gain + loss + fx + rounding = closing. */
export interface Movement {
  /** Null where nothing moved but rates. */
  readonly category: Category | null
  readonly opening: number
  /** Zero or above, unless an account rises from a credit to a smaller credit. */
  readonly gain: number
  /** Zero or below. Both differ from zero only where one sku of an account that stays gains and another loses. */
  readonly loss: number
  readonly fx: number
  readonly rounding: number
  readonly closing: number
  readonly openAtOpening: boolean
  readonly openAtClosing: boolean
}

export interface Exchange {
  readonly table: RateTable
  readonly rate: Policy['rate']
}

/** The movement of a unit from date number `from` to `to`; `cameBefore` tells a return from a first sale. */
export function movementOf(
  cells: readonly Cell[],
  from: number,
  to: number,
  exchange: Exchange,
  netting: Netting,
  cameBefore: () => boolean,
): Movement {
  const sums = summed(cells, from, to, exchange, netting)
  const { opening, closing, moved, fx } = sums
  const openAtOpening = (sums.native?.opening ?? opening) > 0
  const openAtClosing = (sums.native?.closing ?? closing) > 0
  const change =
    exchange.rate === 'reported' || sums.native === null ? moved : sums.native.closing - sums.native.opening
  // A return is told from an expansion first: what comes back from nothing has not grown.
  const category: Category | null = !openAtOpening
    ? openAtClosing
      ? cameBefore()
        ? 'reactivation'
        : 'new'
      : stayed(change)
    : openAtClosing
      ? stayed(change)
      : 'churn'
  const split = netting === 'sku' && openAtOpening && openAtClosing
  const gain = split ? sums.gain : moved > 0 ? moved : 0
  return {
    category: split && category === null && gain > 0 ? 'expansion' : category,
    opening,
    gain,
    loss: split ? sums.loss : moved < 0 ? moved : 0,
    fx,
    rounding: closing - opening - moved - fx,
    closing,
    openAtOpening,
    openAtClosing,
  }
}

function stayed(change: number): Category | null {
  return change > 0 ? 'expansion' : change < 0 ? 'contraction' : null
}

interface Sums {
  opening: number
  closing: number
  moved: number
  gain: number
  loss: number
  fx: number
  /** In the one currency of the unit; null where it has several. */
  native: { opening: number; closing: number } | null
}

function summed(cells: readonly Cell[], from: number, to: number, exchange: Exchange, netting: Netting): Sums {
  const sums: Sums = { opening: 0, closing: 0, moved: 0, gain: 0, loss: 0, fx: 0, native: { opening: 0, closing: 0 } }
  for (let first = 0, after; first < cells.length; first = after) {
    after = runEnd(cells, first)
    const { currency } = cells[first]!
    if (currency !== cells[0]!.currency) sums.native = null
    let opening = 0
    let closing = 0
    for (let cell = first; cell < after; cell++) {
      const { [from]: before = 0, [to]: now = 0 } = cells[cell]!.at
      opening += before
      closing += now
      if (netting === 'sku') addMoved(sums, exchange, currency, before, now, from, to)
    }
    if (netting !== 'sku') addMoved(sums, exchange, currency, opening, closing, from, to)
    if (sums.native !== null) {
      sums.native.opening += opening
      sums.native.closing += closing
    }
    addBalances(sums, exchange, currency, opening, closing, from, to)
  }
  return sums
}

function addBalances(
  sums: Sums,
  { table, rate }: Exchange,
  currency: number,
  opening: number,
  closing: number,
  from: number,
  to: number,
): void {
  if (opening !== 0) sums.opening += convert(opening, rateAt(table, currency, from))
  if (closing !== 0) sums.closing += convert(closing, rateAt(table, currency, to))
  const held = rate === 'closing' ? opening : closing
  if (rate !== 'reported' && held !== 0) {
    sums.fx += convertChange(held, rateAt(table, currency, from), rateAt(table, currency, to))
  }
}

function addMoved(
  sums: Sums,
  { table, rate }: Exchange,
  currency: number,
  opening: number,
  closing: number,
  from: number,
  to: number,
): void {
  if (opening === 0 && closing === 0) return
  const moved =
    rate === 'reported'
      ? at(closing, table, currency, to) - at(opening, table, currency, from)
      : at(closing - opening, table, currency, rate === 'closing' ? to : from)
  sums.moved += moved
  if (moved > 0) sums.gain += moved
  else sums.loss += moved
}

function at(cents: number, table: RateTable, currency: number, date: number): number {
  return cents === 0 ? 0 : convert(cents, rateAt(table, currency, date))
}
