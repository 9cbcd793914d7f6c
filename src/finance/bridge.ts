import type { Ledger } from './ledger.ts'
import { firstDay } from './activity.ts'
import { type Category, type Exchange, type Movement, movementOf } from './movement.ts'
import type { Netting, Policy } from './policy.ts'
import { rateTable } from './rate-table.ts'
import type { Rates } from './rates.ts'
import { completed, type Reasons, reasonsOf } from './reasons.ts'
import { byText } from './text-order.ts'
import { type Book, eachUnit, openBook, type Unit } from './walk.ts'

/**
 * How the ledger's value of a year went from one date to the next. Integer cents of the policy's currency; losses are
 * below zero, so that opening + new + reactivation + expansion + contraction + churn + fx + rounding = closing.
 */
export interface BridgeMonth {
  /** Days since 1970-01-01: the balance at `from` is the opening, the balance at `to` the closing. */
  readonly from: number
  readonly to: number
  readonly opening: number
  readonly new: number
  readonly reactivation: number
  readonly expansion: number
  readonly contraction: number
  readonly churn: number
  readonly fx: number
  readonly rounding: number
  readonly closing: number
  readonly counts: BridgeCounts
}

/** How many accounts, or parents: opening + new + reactivation - churn = closing. */
export interface BridgeCounts {
  readonly opening: number
  readonly new: number
  readonly reactivation: number
  readonly expansion: number
  readonly contraction: number
  readonly churn: number
  readonly closing: number
}

/** What one account did in one month of the bridge. */
export interface AccountMovement extends Movement {
  readonly from: number
  readonly to: number
  /** An account; a parent where netting is by parent. */
  readonly account: string
  readonly category: Category
  /** Why an account that stayed gained or lost: these add up to gain + loss. Null for who came or went. */
  readonly reasons: Reasons | null
}

/** One month between each date and the next: `dates` ascend, as `monthEnds` gives them. */
export function bridge(
  ledger: Ledger,
  rates: Rates,
  policy: Policy,
  dates: readonly number[],
  netting: Netting = 'account',
): BridgeMonth[] {
  const months = dates.slice(1).map((to, at) => emptyMonth(dates[at]!, to))
  const exchange = { table: rateTable(ledger, rates, policy, dates), rate: policy.rate }
  for (const { month, movement } of eachMovement(openBook(ledger, policy, netting), exchange, dates)) {
    add(months[month]!, movement)
  }
  return months
}

/** Every account that moved, by month and then by account. */
export function movements(
  ledger: Ledger,
  rates: Rates,
  policy: Policy,
  dates: readonly number[],
  netting: Netting = 'account',
): AccountMovement[] {
  const found: AccountMovement[] = []
  const book = openBook(ledger, policy, netting)
  const exchange = { table: rateTable(ledger, rates, policy, dates), rate: policy.rate }
  for (const { month, unit, movement } of eachMovement(book, exchange, dates)) {
    const { category, gain, loss, openAtOpening, openAtClosing } = movement
    if (category === null) continue
    const [from, to] = [dates[month]!, dates[month + 1]!]
    const days = { from: Math.min(from, policy.asOf), to: Math.min(to, policy.asOf) }
    const reasons =
      openAtOpening && openAtClosing
        ? reasonsOf(unit, book, exchange, days, policy.rate === 'opening' ? month : month + 1)
        : null
    found.push({
      ...movement,
      category,
      account: unit.name,
      from,
      to,
      reasons: reasons && completed(reasons, gain + loss),
    })
  }
  return found.toSorted((a, b) => a.to - b.to || a.from - b.from || byText(a.account, b.account))
}

function* eachMovement(
  book: Book,
  exchange: Exchange,
  dates: readonly number[],
): Generator<{ month: number; unit: Unit; movement: Movement }> {
  const { ledger, ends, netting } = book
  for (const unit of eachUnit(book, dates)) {
    let first: number | null | undefined
    for (let month = 0; month + 1 < dates.length; month++) {
      if (isIdle(unit.cells, month)) continue
      const movement = movementOf(unit.cells, month, month + 1, exchange, netting, () => {
        if (first === undefined) first = firstDay(ledger, ends, unit.lines)
        return first !== null && first <= dates[month]!
      })
      yield { month, unit, movement }
    }
  }
}

/** Whether a unit has nothing at both ends of a month: most of a ledger's accounts in most of its months. */
function isIdle(cells: Unit['cells'], month: number): boolean {
  for (const { at } of cells) if (at[month] !== 0 || at[month + 1] !== 0) return false
  return true
}

type Totals = { -readonly [K in keyof Omit<BridgeMonth, 'counts'>]: BridgeMonth[K] } & {
  readonly counts: { -readonly [K in keyof BridgeCounts]: number }
}

function emptyMonth(from: number, to: number): Totals {
  const amounts = {
    opening: 0,
    new: 0,
    reactivation: 0,
    expansion: 0,
    contraction: 0,
    churn: 0,
    fx: 0,
    rounding: 0,
    closing: 0,
  }
  const counts = { opening: 0, new: 0, reactivation: 0, expansion: 0, contraction: 0, churn: 0, closing: 0 }
  return { from, to, ...amounts, counts }
}

function add(month: Totals, movement: Movement): void {
  const { category, opening, gain, loss, fx, rounding, closing, openAtOpening, openAtClosing } = movement
  month.opening += opening
  month.fx += fx
  month.rounding += rounding
  month.closing += closing
  if (category === 'new' || category === 'reactivation' || category === 'churn') month[category] += gain + loss
  else {
    month.expansion += gain
    month.contraction += loss
  }
  if (openAtOpening) month.counts.opening++
  if (openAtClosing) month.counts.closing++
  if (category !== null) month.counts[category]++
}
