import type { Netting } from './policy.ts'
import type { Exchange } from './movement.ts'
import { valueAt } from './rate-table.ts'
import { reasonsOf } from './reasons.ts'
import { type Book, type Days, runEnd, type Unit } from './walk.ts'

/** What a cohort was worth at the opening date and what became of it: integer cents, all of which add up over groups. */
export interface Cohort {
  readonly opening: number
  /** With every account, or sku, or parent, at no more than its opening. */
  readonly retainedGross: number
  readonly retainedNet: number
  /** opening + expansion + contraction + churn + rounding = retainedNet; losses are below zero. */
  readonly expansion: number
  readonly contraction: number
  readonly churn: number
  readonly rounding: number
  /** The part of retainedNet that prices brought, or took when below zero; zero where the ledger does not say. */
  readonly price: number
  /** Of opening, what came to the end of its term in the period: available to renew. */
  readonly available: number
  readonly renewed: number
  readonly logosOpen: number
  readonly logosLost: number
}

export type CohortSums = { -readonly [K in keyof Cohort]: Cohort[K] }

export function emptyCohort(): CohortSums {
  return {
    opening: 0,
    retainedGross: 0,
    retainedNet: 0,
    expansion: 0,
    contraction: 0,
    churn: 0,
    rounding: 0,
    price: 0,
    available: 0,
    renewed: 0,
    logosOpen: 0,
    logosLost: 0,
  }
}

/** A unit at the two dates of its cells, both at the rate that the policy compares at. */
export interface Held {
  readonly opening: number
  readonly closing: number
  /** Of opening, at most; by sku where netting is by sku. */
  readonly gross: number
  readonly gain: number
  readonly loss: number
  readonly openAtOpening: boolean
  readonly openAtClosing: boolean
}

export function heldBy({ cells }: Unit, { table, rate }: Exchange, netting: Netting): Held {
  const opens = rate === 'closing' ? 1 : 0
  const closes = rate === 'opening' ? 0 : 1
  const one = cells.every(({ currency }) => currency === cells[0]!.currency)
  let [opening, closing, gross, gain, loss, nativeOpening, nativeClosing] = [0, 0, 0, 0, 0, 0, 0]
  for (let first = 0, after; first < cells.length; first = after) {
    after = runEnd(cells, first)
    const { currency } = cells[first]!
    let [from, to] = [0, 0]
    for (const { at } of cells.slice(first, after)) {
      from += at[0]!
      to += at[1]!
      if (netting !== 'sku') continue
      const [o, c] = [valueAt(table, currency, opens, at[0]!), valueAt(table, currency, closes, at[1]!)]
      gross += Math.min(o, c)
      if (c > o) gain += c - o
      else loss += c - o
    }
    opening += valueAt(table, currency, opens, from)
    closing += valueAt(table, currency, closes, to)
    nativeOpening += from
    nativeClosing += to
  }
  if (netting !== 'sku') {
    gross = Math.min(opening, closing)
    gain = Math.max(closing - opening, 0)
    loss = Math.min(closing - opening, 0)
  }
  return {
    opening,
    closing,
    gross,
    gain,
    loss,
    openAtOpening: (one ? nativeOpening : opening) > 0,
    openAtClosing: (one ? nativeClosing : closing) > 0,
  }
}

/** The cohort of one unit that was there at the opening date. */
export function cohortOf(
  held: Held,
  unit: Unit,
  book: Book,
  exchange: Exchange,
  days: Days,
  withPrice: boolean,
): Cohort {
  const { opening, closing, gross, gain, loss, openAtClosing } = held
  const available = Math.max(0, Math.min(opening, availableOf(unit, book, exchange, days)))
  const lost = opening - Math.min(opening, Math.max(0, closing))
  return {
    opening,
    retainedGross: gross,
    retainedNet: closing,
    expansion: openAtClosing ? gain : 0,
    contraction: openAtClosing ? loss : 0,
    churn: openAtClosing ? 0 : closing - opening,
    rounding: openAtClosing ? closing - opening - gain - loss : 0,
    price:
      withPrice && openAtClosing ? reasonsOf(unit, book, exchange, days, exchange.rate === 'opening' ? 0 : 1).price : 0,
    available,
    renewed: available - Math.min(lost, available),
    logosOpen: 1,
    logosLost: openAtClosing ? 0 : 1,
  }
}

export function addCohort(sums: CohortSums, cohort: Cohort): void {
  for (const figure of Object.keys(cohort) as (keyof Cohort)[]) sums[figure] += cohort[figure]
}

function availableOf({ lines }: Unit, { ledger, ends }: Book, { table, rate }: Exchange, { from, to }: Days): number {
  const { account, currency, start, annual } = ledger
  let available = 0
  let cents = 0
  for (const [at, line] of lines.entries()) {
    if (start[line]! <= from && ends[line]! > from && ends[line]! <= to) cents += annual[line]!
    const next = lines[at + 1]
    const goesOn =
      next !== undefined && account.codes[next] === account.codes[line] && currency.codes[next] === currency.codes[line]
    if (goesOn) continue
    available += valueAt(table, currency.codes[line]!, rate === 'closing' ? 1 : 0, cents)
    cents = 0
  }
  return available
}
