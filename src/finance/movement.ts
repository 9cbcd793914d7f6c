import { convertChange } from './convert.ts'
import type { Netting, Policy } from './policy.ts'
import { rateAt, type RateTable, valueAt } from './rate-table.ts'
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
    const run = { currency, from, to, opening: 0, closing: 0 }
    for (let cell = first; cell < after; cell++) {
      const { [from]: opening = 0, [to]: closing = 0 } = cells[cell]!.at
      run.opening += opening
      run.closing += closing
      if (netting === 'sku') addMoved(sums, exchange, { currency, from, to, opening, closing })
    }
    if (netting !== 'sku') addMoved(sums, exchange, run)
    if (sums.native !== null) {
      sums.native.opening += run.opening
      sums.native.closing += run.closing
    }
    addBalances(sums, exchange, run)
  }
  return sums
}

/** Cents of one currency at date number `from` and at `to`. */
interface Change {
  readonly currency: number
  readonly from: number
  readonly to: number
  readonly opening: number
  readonly closing: number
}

function addBalances(sums: Sums, { table, rate }: Exchange, { currency, from, to, opening, closing }: Change): void {
  sums.opening += valueAt(table, currency, from, opening)
  sums.closing += valueAt(table, currency, to, closing)
  const held = rate === 'closing' ? opening : closing
  if (rate !== 'reported' && held !== 0) {
    sums.fx += convertChange(held, rateAt(table, currency, from), rateAt(table, currency, to))
  }
}

function addMoved(sums: Sums, { table, rate }: Exchange, { currency, from, to, opening, closing }: Change): void {
  const moved =
    rate === 'reported'
      ? valueAt(table, currency, to, closing) - valueAt(table, currency, from, opening)
      : valueAt(table, currency, rate === 'closing' ? to : from, closing - opening)
  sums.moved += moved
  if (moved > 0) sums.gain += moved
  else sums.loss += moved
}
