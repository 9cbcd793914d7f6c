import { convert, scaled } from './convert.ts'
import type { Ledger } from './ledger.ts'
import type { Exchange } from './movement.ts'
import { rateAt } from './rate-table.ts'
import type { Book, Days, Unit } from './walk.ts'

/**
 * Why an account that stayed is worth more or less, as far as its lines say; integer cents of the policy's currency.
 * None of these hides another: a higher price does not make up for seats that were lost.
 */
export interface Reasons {
  /** More or fewer units at the opening price. */
  readonly volume: number
  /** Another price for the units there are at the closing date. */
  readonly price: number
  /** A sku that the account has at one of the dates only. */
  readonly product: number
  /** Credits and discounts given or run out. */
  readonly discount: number
  /** What no quantity and no order type explains. */
  readonly unstated: number
}

/** Order types that say why a line is there, spelled in lower case with underscores. */
const ORDERS: Readonly<Record<string, 'volume' | 'price' | 'discount'>> = {
  upsell: 'volume',
  add_on: 'volume',
  addon: 'volume',
  downsell: 'volume',
  price_increase: 'price',
  price_decrease: 'price',
  price: 'price',
  uplift: 'price',
  escalator: 'price',
  credit: 'discount',
  discount: 'discount',
}

export function orderReason(order: string): 'volume' | 'price' | 'discount' | null {
  return (
    ORDERS[
      order
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_')
    ] ?? null
  )
}

/** Whether the lines can say what prices did: by units sold, or by orders that are there for a price. */
export function saysPrice({ quantity, order }: Ledger): boolean {
  return quantity !== null || order.names.some((name) => orderReason(name) === 'price')
}

type Sums = { -readonly [K in keyof Reasons]: Reasons[K] }

/** `at`: which of the exchange's dates its rate is taken from. */
export function reasonsOf({ lines }: Unit, book: Book, { table }: Exchange, days: Days, at: number): Reasons {
  const { account, currency, sku } = book.ledger
  const sums: Sums = { volume: 0, price: 0, product: 0, discount: 0, unstated: 0 }
  const same = (a: number, b: number) =>
    account.codes[a] === account.codes[b] && currency.codes[a] === currency.codes[b] && sku.codes[a] === sku.codes[b]
  for (let first = 0; first < lines.length;) {
    let after = first + 1
    while (after < lines.length && same(lines[first]!, lines[after]!)) after++
    const code = currency.codes[lines[first]!]!
    const native = skuReasons(lines.subarray(first, after), book, days)
    for (const reason of Object.keys(native) as (keyof Reasons)[]) {
      if (native[reason] === 0) continue
      sums[reason] += convert(native[reason], rateAt(table, code, at))
    }
    first = after
  }
  return sums
}

/** With what roundings (and at reported rates, exchange) leave added to the largest, so that all add up to `moved`. */
export function completed(reasons: Reasons, moved: number): Reasons {
  const names = Object.keys(reasons) as (keyof Reasons)[]
  const rest = names.reduce((left, name) => left - reasons[name], moved)
  const largest = names.reduce((a, b) => (Math.abs(reasons[b]) > Math.abs(reasons[a]) ? b : a), 'unstated')
  return { ...reasons, [largest]: reasons[largest] + rest }
}

/** For the lines of one account, currency and sku, in cents of that currency. */
function skuReasons(lines: Int32Array, { ledger, ends }: Book, { from, to }: Days): Reasons {
  const { start, annual, quantity, order } = ledger
  let [before, after, unitsBefore, unitsAfter, discount, volume, price] = [0, 0, 0, 0, 0, 0, 0]
  let [countBefore, countAfter] = [0, 0]
  for (const line of lines) {
    const there = start[line]! <= from && ends[line]! > from
    const here = start[line]! <= to && ends[line]! > to
    if (!there && !here) continue
    const cents = annual[line]!
    const says = orderReason(ledger.order.names[order.codes[line]!]!)
    if (says === 'discount' || cents < 0) {
      discount += (here ? cents : 0) - (there ? cents : 0)
      continue
    }
    const units = quantity?.[line] ?? Number.NaN
    if (there) {
      countBefore++
      before += cents
      unitsBefore += units
    }
    if (here) {
      countAfter++
      after += cents
      unitsAfter += units
    }
    if (here && !there && says === 'volume') volume += cents
    if (here && !there && says === 'price') price += cents
  }
  const change = after - before
  const none = { volume: 0, price: 0, product: 0, discount, unstated: 0 }
  if (countBefore === 0 || countAfter === 0) return { ...none, product: change }
  if (change === 0 && Number.isNaN(unitsBefore + unitsAfter)) return none
  if (unitsBefore > 0 && unitsAfter >= 0) {
    const moved = proportion(before, unitsAfter - unitsBefore, unitsBefore)
    return { ...none, volume: moved, price: change - moved }
  }
  return { ...none, volume, price, unstated: change - volume - price }
}

/** Exact where units are whole; a seat and a half is still good to the cent. */
function proportion(cents: number, units: number, of: number): number {
  if (Number.isSafeInteger(units) && Number.isSafeInteger(of)) return scaled(cents, units, of)
  return Math.sign(units) * Math.round((cents * Math.abs(units)) / of)
}
